package io.github.camelcallrail.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.CallRailSandboxExtension;
import io.github.camelcallrail.sandbox.RecordedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every request of a registration and what it leaves behind, through the real transport. */
class WebhookRegistrationTest {

    @RegisterExtension
    static final CallRailSandboxExtension EXTENSION =
            CallRailSandboxExtension.of(CallRailSandbox.builder().empty());

    private static final String EXTERNAL = "https://hooks.example.com/callrail";
    private static final String FOREIGN = "https://other.example.com/in?x=1";
    private static final String POST_CALL = "post_call_webhook";
    private static final String MODIFIED = "updated_call_webhook";
    private static final Map<EventKind, String> BOTH =
            Map.of(EventKind.CALL_MODIFIED, EXTERNAL, EventKind.POST_CALL, EXTERNAL);

    @RegisterExtension
    static final ApiTesting API = new ApiTesting();

    private CallRailSandbox sandbox;
    private String company;
    private WebhookRegistration registration;

    @BeforeEach
    void register() {
        sandbox = EXTENSION.sandbox();
        company = sandbox.data().ids("companies").get(0);
        registration = new WebhookRegistration(API.of(sandbox), BOTH);
    }

    @Test
    void createsAnIntegration() {
        RegisteredWebhook registered = registration.register(company);

        String config = "{\"post_call_webhook\":[\"%s\"],\"updated_call_webhook\":[\"%s\"]}"
                .formatted(ours("post-call"), ours("call-modified"));
        assertThat(requests())
                .containsExactly(
                        list(200),
                        "POST /integrations.json 201 {\"type\":\"Webhooks\",\"company_id\":\"%s\",\"config\":%s}"
                                .formatted(company, config),
                        list(200));
        assertThat(registered).isEqualTo(new RegisteredWebhook(company, id(), true, true));
        assertThat(config())
                .isEqualTo(Map.of(POST_CALL, List.of(ours("post-call")), MODIFIED, List.of(ours("call-modified"))));
    }

    @Test
    void onlyReadsIfEverythingIsThere() {
        registration.register(company);
        int before = requests().size();

        RegisteredWebhook registered = registration.register(company);

        assertThat(requests().subList(before, requests().size())).containsExactly(list(200));
        assertThat(registered).isEqualTo(new RegisteredWebhook(company, id(), true, false));
        assertThat(registration.state(company)).isEqualTo(WebhookState.ACTIVE);
    }

    @Test
    void keepsWhatOthersRegistered() {
        String id = add("active", Map.of("sms_sent_webhook", List.of(FOREIGN), POST_CALL, List.of(FOREIGN, FOREIGN)));

        RegisteredWebhook registered = registration.register(company);

        assertThat(registered).isEqualTo(new RegisteredWebhook(company, id, true, true));
        assertThat(requests()).hasSize(3).element(1).asString().startsWith("PUT /integrations/" + id + ".json 200 ");
        assertThat(config())
                .isEqualTo(Map.of(
                        "sms_sent_webhook",
                        List.of(FOREIGN),
                        POST_CALL,
                        List.of(FOREIGN, FOREIGN, ours("post-call")),
                        MODIFIED,
                        List.of(ours("call-modified"))));
    }

    @Test
    void replacesAnOutdatedUrlInItsPlace() {
        String outdated = EXTERNAL + "?token=old&event=post-call&company=" + company;
        String ofAnother = EXTERNAL + "?event=post-call&company=COM0";
        add(
                "active",
                Map.of(POST_CALL, List.of(outdated, FOREIGN, ofAnother), MODIFIED, List.of(ours("call-modified"))));
        assertThat(registration.state(company)).isEqualTo(WebhookState.URLS_MISSING);

        assertThat(registration.register(company).changed()).isTrue();

        assertThat(config())
                .isEqualTo(Map.of(
                        POST_CALL,
                        List.of(ours("post-call"), FOREIGN, ofAnother),
                        MODIFIED,
                        List.of(ours("call-modified"))));
    }

    @Test
    void aSingleTextIsAListOfOne() {
        add("active", Map.of(POST_CALL, FOREIGN, MODIFIED, ours("call-modified")));
        WebhookRegistration ofModified =
                new WebhookRegistration(API.of(sandbox), Map.of(EventKind.CALL_MODIFIED, EXTERNAL));
        assertThat(ofModified.register(company).changed()).isFalse();
        edit(id(), Map.of(POST_CALL, FOREIGN));

        assertThat(registration.register(company).changed()).isTrue();

        assertThat(config())
                .isEqualTo(Map.of(
                        POST_CALL, List.of(FOREIGN, ours("post-call")), MODIFIED, List.of(ours("call-modified"))));
    }

    @Test
    void aDisabledIntegrationStaysDisabledUntilItIsRevived() {
        String id = add("disabled", Map.of(POST_CALL, List.of(FOREIGN)));
        assertThat(registration.state(company)).isEqualTo(WebhookState.DISABLED);

        assertThat(registration.register(company)).isEqualTo(new RegisteredWebhook(company, id, false, true));
        assertThat(requests().get(2)).endsWith("}}").doesNotContain("state");

        assertThat(registration.revive(company)).isEqualTo(new RegisteredWebhook(company, id, true, true));
        assertThat(requests().get(5))
                .isEqualTo(("PUT /integrations/%s.json 200 {\"config\":{\"post_call_webhook\":[\"%s\",\"%s\"],"
                                + "\"updated_call_webhook\":[\"%s\"]},\"state\":\"active\"}")
                        .formatted(id, FOREIGN, ours("post-call"), ours("call-modified")));
        assertThat(registration.state(company)).isEqualTo(WebhookState.ACTIVE);
        assertThat(registration.revive(company).changed()).isFalse();
    }

    @Test
    void anIntegrationThatCallRailDisablesAgainIsNotRevivedTwice() {
        String id = add("disabled", Map.of());
        sandbox.faults().afterRequest(2, () -> sandbox.data().edit("integrations", id, Map.of("state", "disabled")));

        assertThat(registration.revive(company)).isEqualTo(new RegisteredWebhook(company, id, false, true));
        assertThat(requests()).hasSize(3);
    }

    @Test
    void revivingAlsoCreates() {
        assertThat(registration.state(company)).isEqualTo(WebhookState.MISSING);

        assertThat(registration.revive(company)).isEqualTo(new RegisteredWebhook(company, id(), true, true));
        assertThat(registration.state(company)).isEqualTo(WebhookState.ACTIVE);
    }

    @Test
    void removesOnlyItsOwnUrls() {
        assertThat(registration.unregister(company)).isEmpty();
        String id =
                add("active", Map.of(POST_CALL, List.of(FOREIGN, ours("post-call")), "pre_call_webhook", List.of()));

        assertThat(registration.unregister(company)).contains(new RegisteredWebhook(company, id, true, true));

        assertThat(config()).isEqualTo(Map.of(POST_CALL, List.of(FOREIGN), "pre_call_webhook", List.of()));
        assertThat(registration.unregister(company)).contains(new RegisteredWebhook(company, id, true, false));
        assertThat(requests().stream().filter(line -> line.startsWith("PUT"))).hasSize(1);
    }

    @Test
    void companiesAreIndependent() {
        String second = sandbox.data().ids("companies").get(1);

        registration.register(company);
        registration.register(second);

        assertThat(sandbox.data().rows("integrations"))
                .extracting(row -> row.get("company_id"), row -> ((Map<?, ?>) row.get("config")).get(POST_CALL))
                .containsExactly(
                        tuple(company, List.of(ours("post-call"))),
                        tuple(second, List.of(EXTERNAL + "?event=post-call&company=" + second)));
        registration.unregister(company);
        assertThat(registration.state(second)).isEqualTo(WebhookState.ACTIVE);
    }

    @Test
    void aUrlThatAnotherWriterOverwroteIsWrittenAgain() {
        String id = add("active", Map.of(POST_CALL, List.of(FOREIGN)));
        String late = "https://late.example.com/";
        // After the second request, which is our PUT, somebody writes what was read before it.
        sandbox.faults().afterRequest(2, () -> edit(id, Map.of(POST_CALL, List.of(late))));

        RegisteredWebhook registered = registration.register(company);

        assertThat(registered.changed()).isTrue();
        assertThat(requests().stream().map(line -> line.substring(0, 4)))
                .containsExactly("GET ", "PUT ", "GET ", "PUT ", "GET ");
        assertThat(config())
                .as("also the URL of others that got lost")
                .isEqualTo(Map.of(
                        POST_CALL,
                        List.of(late, FOREIGN, ours("post-call")),
                        MODIFIED,
                        List.of(ours("call-modified"))));
    }

    @Test
    void aUrlOfOthersThatGotLostComesBack() {
        String id = add("active", Map.of("sms_sent_webhook", List.of(FOREIGN), POST_CALL, List.of(FOREIGN)));
        sandbox.faults()
                .afterRequest(
                        2,
                        () -> edit(
                                id,
                                Map.of(
                                        POST_CALL,
                                        List.of(ours("post-call")),
                                        MODIFIED,
                                        List.of(ours("call-modified")))));

        registration.register(company);

        assertThat(config())
                .isEqualTo(Map.of(
                        POST_CALL,
                        List.of(ours("post-call"), FOREIGN),
                        MODIFIED,
                        List.of(ours("call-modified")),
                        "sms_sent_webhook",
                        List.of(FOREIGN)));
    }

    @Test
    void aRemovalThatAnotherWriterUndidIsRepeated() {
        String id = add("active", Map.of(POST_CALL, List.of(ours("post-call"))));
        sandbox.faults().afterRequest(2, () -> edit(id, Map.of(POST_CALL, List.of(ours("post-call"), FOREIGN))));

        assertThat(registration.unregister(company)).isPresent();

        assertThat(config()).isEqualTo(Map.of(POST_CALL, List.of(FOREIGN)));
    }

    @Test
    void aWriterThatAlwaysOverwritesIsReported() {
        String id = add("active", Map.of(POST_CALL, List.of(FOREIGN)));
        for (int request = 2; request < 20; request++) {
            sandbox.faults().afterRequest(request, () -> edit(id, Map.of(POST_CALL, List.of(FOREIGN))));
        }

        assertThatThrownBy(() -> registration.register(company))
                .isInstanceOfSatisfying(CallRailFailure.class, failure -> assertThat(failure.kind())
                        .isEqualTo(FailureKind.CONFLICT))
                .hasMessageContaining("company '" + company + "'")
                .hasMessageContaining("4 times")
                .hasMessageContaining("Another application")
                .hasMessageContaining("'webhookAutoRegister'")
                .hasMessageNotContaining(FOREIGN);
        assertThat(requests().stream().filter(line -> line.startsWith("PUT"))).hasSize(4);
    }

    @Test
    void anIntegrationThatWasCreatedMeanwhileIsUsed() {
        sandbox.faults().beforeWrite(1, () -> add("active", Map.of(POST_CALL, List.of(FOREIGN))));

        RegisteredWebhook registered = registration.register(company);

        assertThat(requests().stream().map(line -> line.replaceFirst(" \\{.*", "")))
                .containsExactly(
                        list(200),
                        "POST /integrations.json 400",
                        list(200),
                        "PUT /integrations/" + id() + ".json 200",
                        list(200));
        assertThat(registered).isEqualTo(new RegisteredWebhook(company, id(), true, true));
        assertThat(config().get(POST_CALL)).isEqualTo(List.of(FOREIGN, ours("post-call")));
    }

    @Test
    void otherEventsAndInvalidUrlsAreRejectedAtOnce() {
        WebhookIntegrations integrations = API.of(sandbox);
        assertThatThrownBy(() ->
                        new WebhookRegistration(integrations, Map.of(EventKind.CONVERT_ASSIST_COMPLETE, EXTERNAL)))
                .isInstanceOf(CallRailFailure.class)
                .hasMessageContaining("'convert-assist-complete'")
                .hasMessageContaining("by hand");
        assertThatThrownBy(() -> new WebhookRegistration(integrations, Map.of(EventKind.POST_CALL, "callrail")))
                .isInstanceOf(CallRailFailure.class)
                .hasMessageContaining("'webhookExternalUrl'");
        assertThat(requests()).isEmpty();
    }

    private String ours(String event) {
        return EXTERNAL + "?event=" + event + "&company=" + company;
    }

    private String add(String state, Map<String, Object> config) {
        return sandbox.data()
                .add(
                        "integrations",
                        Map.of("type", "Webhooks", "company_id", company, "state", state, "config", config));
    }

    private void edit(String id, Map<String, Object> config) {
        sandbox.data().edit("integrations", id, Map.of("config", config));
    }

    private String id() {
        return sandbox.data().ids("integrations").get(0);
    }

    private Map<?, ?> config() {
        return (Map<?, ?>) sandbox.data().rows("integrations").get(0).get("config");
    }

    private String list(int status) {
        return "GET /integrations.json?company_id=%s&fields=signing_key&per_page=250&page=1 %s"
                .formatted(company, status);
    }

    /** Method, path within the account, status and body of each request. */
    private List<String> requests() {
        List<String> lines = new ArrayList<>();
        for (RecordedRequest request : sandbox.journal().requests()) {
            String path = request.path().replace("/v3/a/" + sandbox.accountId(), "");
            String query = request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery();
            String body = request.body().isEmpty() ? "" : " " + request.body();
            lines.add(request.method() + " " + path + query + " " + request.status() + body);
        }
        return lines;
    }
}
