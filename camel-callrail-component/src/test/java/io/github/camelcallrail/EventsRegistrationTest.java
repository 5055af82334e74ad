package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.sandbox.Fault;
import io.github.camelcallrail.sandbox.RecordedRequest;
import io.github.camelcallrail.webhook.EventKind;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a route that receives events writes to the integrations of companies, and what it does if it may not. */
class EventsRegistrationTest extends EventsTesting {

    private static final String POST_CALL = "post_call_webhook";
    private static final String FOREIGN = "https://other.example.com/in?x=1";
    private static final String DOWN = "{\"error\":\"down\"}";

    private String ours(String event, String company) {
        return external() + "/hooks?event=" + event + "&company=" + company;
    }

    private String add(String company, String state, Map<String, Object> config) {
        return sandbox.data()
                .add(
                        "integrations",
                        Map.of("type", "Webhooks", "company_id", company, "state", state, "config", config));
    }

    /** The URLs by key in the integration of a company; empty if there is none. */
    private Map<?, ?> config(String company) {
        return sandbox.data().rows("integrations").stream()
                .filter(row -> company.equals(row.get("company_id")))
                .map(row -> (Map<?, ?>) row.get("config"))
                .findFirst()
                .orElse(Map.of());
    }

    private List<String> methods() {
        return sandbox.journal().requests().stream()
                .map(RecordedRequest::method)
                .toList();
    }

    private List<String> companies() {
        return sandbox.data().ids("companies");
    }

    private String call() {
        return sandbox.data().add("calls", Map.of("company_id", company(), "direction", "inbound", "duration", 9));
    }

    private void restart() {
        context.close();
        context = new CallRailContext(sandbox, CLOCK);
        serve();
    }

    @Test
    void registersOneMarkedUrlForEachKind() throws Exception {
        receive("");

        Map<String, Object> all = new LinkedHashMap<>();
        EventKind.registrable()
                .forEach(kind -> all.put(kind.configKey().orElseThrow(), List.of(ours(kind.text(), company()))));
        assertThat(config(company())).isEqualTo(all).hasSize(9);
        assertThat(methods()).containsExactly("GET", "POST", "GET");
    }

    @Test
    void keepsWhatOthersRegistered() throws Exception {
        add(company(), "active", Map.of("sms_sent_webhook", List.of(FOREIGN), POST_CALL, List.of(FOREIGN)));

        receive("events=post-call");

        assertThat(config(company()))
                .isEqualTo(Map.of(
                        "sms_sent_webhook",
                        List.of(FOREIGN),
                        POST_CALL,
                        List.of(FOREIGN, ours("post-call", company()))));
    }

    @Test
    void aRestartWritesNothing() throws Exception {
        receive("");
        Map<?, ?> before = config(company());
        int requests = methods().size();
        restart();

        receive("");

        assertThat(methods().subList(requests, methods().size())).containsExactly("GET");
        assertThat(config(company())).isEqualTo(before);
    }

    @Test
    void aSecretNeedsNeitherRequestsNorAKey() throws Exception {
        sandbox.webhooks().register("post-call", ours("post-call", company()));
        context.callrail().getConfiguration().setApiKey(null);
        receiveBy("webhookAutoRegister=false&accountId=*&signingSecret="
                + sandbox.webhooks().signingKey());

        String id = call();

        assertThat(recordIds(arrived(1))).containsExactly(id);
        assertThat(received).singleElement().satisfies(event -> assertThat(
                        event.getMessage().getHeaders())
                .containsEntry(CallRailConstants.SOURCE_COMPANY_ID, company())
                .doesNotContainKey(CallRailConstants.SOURCE_ACCOUNT_ID));
        sandbox.webhooks().rotateKey(company());
        call();
        assertThat(sandbox.webhooks().awaitIdle(ENOUGH)).isTrue();
        assertThat(sandbox.webhooks().deliveries())
                .extracting(delivery -> delivery.status())
                .as("the given key is never looked up")
                .containsExactly(200, 403);
        assertThat(methods()).isEmpty();
        assertThat(failure("callrail:check")).hasMessageStartingWith("Option 'apiKey' is not set.");
    }

    @Test
    void withASecretAnEventArrivesAlthoughItsAccountCannotBeLookedUp() throws Exception {
        sandbox.webhooks().register("post-call", ours("post-call", company()));
        sandbox.faults().always(Fault.status(503, DOWN));
        receiveBy("webhookAutoRegister=false&companyId=" + company() + "&signingSecret="
                + sandbox.webhooks().signingKey());

        String id = call();

        assertThat(recordIds(arrived(1))).containsExactly(id);
        assertThat(sandbox.webhooks().deliveries())
                .extracting(delivery -> delivery.status())
                .containsExactly(200);
    }

    @Test
    void withoutASecretTheKeyIsLookedUp() throws Exception {
        sandbox.webhooks().register("post-call", ours("post-call", company()));
        receiveBy("webhookAutoRegister=false&companyId=" + company() + "&accountId=" + account());
        assertThat(methods()).isEmpty();

        String id = call();

        assertThat(recordIds(arrived(1))).containsExactly(id);
        assertThat(requests()).singleElement().asString().startsWith("GET /v3/a/ACC/integrations.json?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhookAutoRegister=false", "webhookExternalUrl=https://hooks.example.com"})
    void withoutASecretTheCompaniesMustBeGiven(String options) {
        assertThatThrownBy(() -> receiveBy(options)).rootCause().hasMessageContaining("needs option 'companyId'");
        assertThat(methods()).isEmpty();
    }

    @Test
    void withoutASecretTheKeyOfTheApiMustBeGiven() {
        context.callrail().getConfiguration().setApiKey(null);

        assertThatThrownBy(() -> receive("webhookAutoRegister=false"))
                .rootCause()
                .hasMessageStartingWith("Option 'apiKey' is not set.");
    }

    @Test
    void withoutAnExternalUrlNothingCanBeRegistered() {
        assertThatThrownBy(() -> receiveBy("companyId=" + company() + "&accountId=" + account()))
                .rootCause()
                .hasMessage("Option 'webhookExternalUrl' is not set. Set it to the address at which CallRail reaches"
                        + " this application, such as https://hooks.example.com; or set webhookAutoRegister=false, and"
                        + " register the URL in CallRail's settings, under Integrations, Webhooks.");
        assertThat(methods()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://hooks.example.com", "hooks.example.com", "HTTP://hooks.example.com"})
    void anExternalUrlMustBeEncrypted(String url) {
        context.callrail().getConfiguration().setBaseUrl("https://api.example.com");

        assertThatThrownBy(() ->
                        receiveBy("companyId=" + company() + "&accountId=" + account() + "&webhookExternalUrl=" + url))
                .rootCause()
                .hasMessageStartingWith(
                        "Option 'webhookExternalUrl' is '" + url + "', but must begin with https://. Set it to");
    }

    @Test
    void ifAllAreRefusedTheStartFailsAndExplainsTheManualSetUp() {
        sandbox.faults().refuseWrites();

        assertThatThrownBy(() -> receive("events=post-call"))
                .cause()
                .isInstanceOf(CallRailException.class)
                .hasMessageContaining("The webhooks of company '" + company()
                        + "' are not registered: CallRail answered" + " HTTP 403")
                .hasMessageContaining("for event post-call the URL " + ours("post-call", company()))
                .hasMessageContaining("set option 'webhookAutoRegister' to false and option 'signingSecret' to");
    }

    @Test
    void ifOneIsRefusedTheOthersAreRegistered() throws Exception {
        // The first company takes three requests.
        sandbox.faults().onRequest("integrations", 4, Fault.status(403, "{\"error\":\"no\"}"));
        try (LogLines log = new LogLines()) {
            receiveBy("events=post-call&companyId=*&accountId=" + account() + "&webhookExternalUrl=" + external());

            assertThat(log.lines())
                    .filteredOn(line -> line.startsWith("ERROR"))
                    .singleElement()
                    .asString()
                    .contains("company '" + refused() + "' are not registered");
        }

        assertThat(companies())
                .hasSize(3)
                .filteredOn(company -> !company.equals(refused()))
                .hasSize(2)
                .allSatisfy(company ->
                        assertThat(config(company)).isEqualTo(Map.of(POST_CALL, List.of(ours("post-call", company)))));
    }

    /** The company without an integration. */
    private String refused() {
        return companies().stream()
                .filter(company -> config(company).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRouteStartsWhileCallRailIsDownAndIsRegisteredLater(boolean all) throws Exception {
        HeldSchedules schedules = HeldSchedules.in(context, "CallRailWebhookCare");
        sandbox.faults().always(Fault.status(503, DOWN));
        try (LogLines log = new LogLines()) {
            receiveBy("events=post-call&companyId=" + (all ? "*" : company()) + "&accountId=" + account()
                    + "&webhookExternalUrl=" + external());

            assertThat(log.lines())
                    .filteredOn(line -> line.startsWith("WARN"))
                    .singleElement()
                    .asString()
                    .contains("HTTP 503");
        }
        assertThat(context.getRouteController().getRouteStatus("events").isStarted())
                .isTrue();
        schedules.run(1);
        assertThat(config(company())).isEmpty();

        sandbox.faults().clear();
        CLOCK.advance(Duration.ofMinutes(1));
        schedules.run(2);

        for (String company : all ? companies() : List.of(company())) {
            assertThat(config(company)).isEqualTo(Map.of(POST_CALL, List.of(ours("post-call", company))));
        }
        String id = call();
        assertThat(recordIds(arrived(1))).containsExactly(id);
    }

    @Test
    void aUrlThatSomebodyRemovesComesBackWithinAQuarterOfAnHour() throws Exception {
        HeldSchedules schedules = HeldSchedules.in(context, "CallRailWebhookCare");
        receive("events=post-call");
        String id = sandbox.data().ids("integrations").get(0);
        sandbox.data().edit("integrations", id, Map.of("config", Map.of(POST_CALL, List.of(FOREIGN))));

        schedules.run(14);
        assertThat(methods()).containsExactly("GET", "POST", "GET");
        schedules.run(1);

        assertThat(config(company())).isEqualTo(Map.of(POST_CALL, List.of(FOREIGN, ours("post-call", company()))));
    }

    @Test
    void nothingIsRemovedWhenTheContextStops() throws Exception {
        receive("events=post-call");
        int requests = methods().size();

        context.close();

        assertThat(methods()).hasSize(requests);
        assertThat(config(company())).isEqualTo(Map.of(POST_CALL, List.of(ours("post-call", company()))));
    }

    @Test
    void onlyOurUrlsAreRemovedWhenTheContextStopsIfThatIsWanted() throws Exception {
        String ofAnother = "https://hooks.example.com/hooks?event=post-call&company=" + company();
        add(company(), "active", Map.of(POST_CALL, List.of(FOREIGN, ofAnother), "sms_sent_webhook", List.of(FOREIGN)));
        receive("events=post-call,call-modified&webhookUnregister=true");
        assertThat(config(company()).get(POST_CALL))
                .isEqualTo(List.of(FOREIGN, ofAnother, ours("post-call", company())));

        context.close();

        assertThat(config(company()).get(POST_CALL)).isEqualTo(List.of(FOREIGN, ofAnother));
        assertThat(config(company()).get("sms_sent_webhook")).isEqualTo(List.of(FOREIGN));
        assertThat(String.valueOf(config(company()))).doesNotContain(external());
    }

    @Test
    void theContextStopsEvenIfUrlsCannotBeRemoved() throws Exception {
        receive("events=post-call&webhookUnregister=true");
        sandbox.faults().refuseWrites();

        try (LogLines log = new LogLines()) {
            context.close();

            assertThat(log.lines())
                    .filteredOn(line -> line.startsWith("WARN"))
                    .singleElement()
                    .asString()
                    .contains("The webhooks of company '" + company() + "'", "are not removed", "HTTP 403");
        }
        assertThat(config(company())).isEqualTo(Map.of(POST_CALL, List.of(ours("post-call", company()))));
    }

    @Test
    void aKindThatTheApiCannotRegisterIsNamedWithItsUrl() throws Exception {
        try (LogLines log = new LogLines()) {
            receive("events=post-call,voice-assist-message");

            assertThat(log.lines())
                    .filteredOn(line -> line.startsWith("WARN"))
                    .singleElement()
                    .asString()
                    .contains("'voice-assist-message'", external() + "/hooks?event=voice-assist-message&company=");
        }
        assertThat(config(company())).isEqualTo(Map.of(POST_CALL, List.of(ours("post-call", company()))));
    }

    @Test
    void withoutAnyKindToRegisterNothingIsWritten() throws Exception {
        receive("events=voice-assist-message");

        assertThat(methods()).doesNotContain("POST", "PUT");
    }
}
