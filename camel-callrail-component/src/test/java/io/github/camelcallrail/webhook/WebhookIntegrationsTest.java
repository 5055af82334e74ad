package io.github.camelcallrail.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.client.ApiRequest;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.sandbox.SettableClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is requested and how answers are read, without a server. */
class WebhookIntegrationsTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final String OTHER = "{'id':1,'type':'Slack','state':'active','config':'secret'}";

    private final List<ApiRequest> sent = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                             | none",
                OTHER + "                                                       | none",
                "{'id':2,'type':'Webhooks','state':'active','config':{}}        | 2/active",
                "{'id':'2','type':'Webhook','state':'failed','config':null}     | 2/failed",
                "{'id':2,'type':'Webhooks'}                                     | 2/",
                OTHER + ",{'id':2,'type':'Webhooks','state':'disabled'}         | 2/disabled",
                "{'id':2,'type':'Webhooks','state':'disabled'},{'id':3,'type':'Webhooks','state':'active'} | 3/active",
                "{'id':2,'type':'Webhooks','state':'active'},{'id':3,'type':'Webhooks','state':'active'}   | 2/active",
            })
    void findsTheWebhookIntegration(String list, String found) {
        Optional<Integration> integration =
                integrations(number -> page(list, ",'total_pages':1")).find("COM1");

        assertThat(integration.map(each -> each.id() + "/" + each.state()).orElse("none"))
                .isEqualTo(found);
    }

    @Test
    void readsConfigurationAndKeyButShowsNeither() {
        Integration integration = integrations(number -> page(
                        "{'id':2,'type':'Webhooks','state':'active',"
                                + "'config':{'z':[1],'a':'https://x.example.com/?t=secret'}"
                                + ",'signing_key':'" + KEY + "'}",
                        ",'total_pages':1"))
                .find("COM1")
                .orElseThrow();

        assertThat(integration.signingKey()).contains(KEY);
        assertThat(integration.config().entries())
                .containsExactly(Map.entry("z", List.of(1)), Map.entry("a", "https://x.example.com/?t=secret"));
        assertThat(integration).hasToString("Integration[2, Webhooks, active, WebhookConfig[z, a]]");
    }

    @Test
    void aBlankKeyIsNone() {
        assertThat(integrations(number -> page("{'id':2,'type':'Webhooks','signing_key':' '}", ",'total_pages':1"))
                        .find("COM1")
                        .orElseThrow()
                        .signingKey())
                .isEmpty();
    }

    @Test
    void asksForTheKeyAndTheLargestPage() {
        integrations(number -> page("", ",'total_pages':0")).find("COM 1");

        assertThat(sent)
                .containsExactly(ApiRequest.get(
                        "/v3/a/ACC1/integrations.json", "company_id=COM%201&fields=signing_key&per_page=250&page=1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // what a page says of the total, the last page that has something, the number of requests
                ",'total_pages':3 | 3 | 3",
                ",'total_pages':1 | 3 | 1",
                ",'total_pages':9 | 2 | 3",
                "''               | 2 | 3",
                "''               | 0 | 1",
            })
    void readsAllPages(String total, int last, int requests) {
        Optional<Integration> found = integrations(number -> page(
                        number > last
                                ? ""
                                : "{'id':%s,'type':'Webhooks','state':'%s'}"
                                        .formatted(number, number == 2 ? "active" : "disabled"),
                        total))
                .find("COM1");

        assertThat(sent).hasSize(requests);
        assertThat(sent.get(requests - 1).query()).endsWith("&page=" + requests);
        if (requests == 3) {
            assertThat(found.orElseThrow().id()).isEqualTo("2");
        }
    }

    @Test
    void repeatedAndEndlessPagesEnd() {
        integrations(number -> page(OTHER, ",'total_pages':1000")).find("COM1");
        assertThat(sent).hasSize(2);

        assertThatThrownBy(() -> integrations(number -> page("{'id':" + number + "}", ""))
                        .find("COM1"))
                .isInstanceOfSatisfying(CallRailFailure.class, failure -> assertThat(failure.kind())
                        .isEqualTo(FailureKind.MALFORMED))
                .hasMessageContaining("100 pages");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{}",
                "{'integrations':{}}",
                "{'integrations':[1]}",
                "{'integrations':[{'type':'Webhooks'}]}",
                "{'integrations':[{'id':1,'type':'Webhooks','config':'secret'}]}",
                "{'integrations':[]}{}",
            })
    void anythingElseIsMalformed(String body) {
        assertThatThrownBy(() -> integrations(number -> body).find("COM1"))
                .isInstanceOfSatisfying(CallRailFailure.class, failure -> assertThat(failure.kind())
                        .isEqualTo(FailureKind.MALFORMED))
                .hasMessageContaining("the webhook integration of company 'COM1'")
                .hasMessageNotContaining("secret");
        assertThat(sent).as("reads are retried").hasSize(4);
    }

    @Test
    void writesCompleteBodies() {
        WebhookConfig config =
                new WebhookConfig(Map.of("post_call_webhook", List.of("https://b.example.com/?x=\"ä\"")));
        WebhookIntegrations integrations = integrations(number -> "not JSON");

        integrations.create("COM1", config);
        integrations.update("COM1", "7", config, false);
        integrations.update("COM1", "7", config, true);

        String json = "\"config\":{\"post_call_webhook\":[\"https://b.example.com/?x=\\\"ä\\\"\"]}";
        assertThat(sent)
                .containsExactly(
                        new ApiRequest(
                                ApiRequest.Method.POST,
                                "/v3/a/ACC1/integrations.json",
                                "",
                                Optional.of("{\"type\":\"Webhooks\",\"company_id\":\"COM1\"," + json + "}")),
                        put("{" + json + "}"),
                        put("{" + json + ",\"state\":\"active\"}"));
    }

    private static ApiRequest put(String json) {
        return new ApiRequest(ApiRequest.Method.PUT, "/v3/a/ACC1/integrations/7.json", "", Optional.of(json));
    }

    private WebhookIntegrations integrations(IntFunction<String> bodies) {
        sent.clear();
        return ApiTesting.of(
                request -> {
                    sent.add(request);
                    String body = bodies.apply(sent.size());
                    return ApiTesting.response(200, body.replace('\'', '"'));
                },
                "ACC1",
                new SettableClock(ApiTesting.NOW));
    }

    private static String page(String list, String total) {
        return "{'page':1,'integrations':[" + list + "]" + total + "}";
    }
}
