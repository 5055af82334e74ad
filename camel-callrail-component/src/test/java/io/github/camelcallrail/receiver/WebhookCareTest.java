package io.github.camelcallrail.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.HeldSchedules;
import io.github.camelcallrail.LogLines;
import io.github.camelcallrail.client.ApiRequest;
import io.github.camelcallrail.client.ApiRequest.Method;
import io.github.camelcallrail.client.ApiResponse;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.report.Source;
import io.github.camelcallrail.sandbox.SettableClock;
import io.github.camelcallrail.webhook.ApiTesting;
import io.github.camelcallrail.webhook.EventKind;
import io.github.camelcallrail.webhook.WebhookRegistration;
import io.github.camelcallrail.webhook.WebhookState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the webhooks of which company are registered, looked at and enabled, minute by minute. */
class WebhookCareTest {

    private static final Pattern COMPANY = Pattern.compile("COM[0-9]");
    private static final Pattern CONFIG = Pattern.compile("\"config\":(\\{[^}]*})");
    private static final String FOREIGN = "{\"post_call_webhook\":[\"https://other.example.com/\"]}";

    private final CamelContext context = new DefaultCamelContext();
    private final HeldSchedules schedules = HeldSchedules.in(context, "CallRailWebhookCare");
    private final SettableClock clock = new SettableClock(ApiTesting.NOW);
    private final List<String> requests = new ArrayList<>();
    /** What the integrations of companies are, by company. */
    private final Map<String, String> configs = new TreeMap<>();

    private final Map<String, String> states = new HashMap<>();
    /** The status with which every request for a company is rejected. */
    private final Map<String, Integer> rejected = new HashMap<>();

    private List<Source> companies = List.of(company(1), company(2), company(3));

    private static Source company(int number) {
        return new Source("ACC1", Optional.of("COM" + number));
    }

    private ApiResponse answer(ApiRequest request) {
        Matcher named = COMPANY.matcher(
                request.path() + request.query() + request.json().orElse(""));
        assertThat(named.find()).isTrue();
        String company = named.group();
        String line = request.method() + " " + company;
        if (requests.isEmpty() || !requests.get(requests.size() - 1).equals(line)) {
            // The attempts for a request are one line.
            requests.add(line);
        }
        if (rejected.containsKey(company)) {
            return ApiTesting.response(rejected.get(company), "{\"error\":\"no\"}");
        }
        if (request.method() != Method.GET) {
            Matcher config = CONFIG.matcher(request.json().orElseThrow());
            assertThat(config.find()).isTrue();
            configs.put(company, config.group(1));
            if (request.json().orElseThrow().contains("\"state\":\"active\"")) {
                states.put(company, "active");
            }
            return ApiTesting.response(200, "{}");
        }
        String integration = configs.containsKey(company)
                ? "{\"id\":\"%s\",\"type\":\"Webhooks\",\"state\":\"%s\",\"config\":%s}"
                        .formatted(company, states.getOrDefault(company, "active"), configs.get(company))
                : "";
        return ApiTesting.response(200, "{\"total_pages\":1,\"integrations\":[" + integration + "]}");
    }

    private WebhookCare care(boolean registers, boolean revives) {
        CompanyWebhooks webhooks = new CompanyWebhooks(
                this::sources,
                account -> new WebhookRegistration(
                        ApiTesting.of(this::answer, account, clock),
                        Map.of(EventKind.POST_CALL, "https://hooks.example.com/in")));
        WebhookCare care = new WebhookCare(context, webhooks, registers, revives);
        care.start();
        return care;
    }

    private List<Source> sources() {
        if (companies == null) {
            throw CallRailFailure.of(FailureKind.UNAVAILABLE, "CallRail is down");
        }
        return companies;
    }

    private static String registered(String company) {
        return "{\"post_call_webhook\":[\"https://hooks.example.com/in?event=post-call&company=" + company + "\"]}";
    }

    private List<String> run(int minutes) {
        requests.clear();
        schedules.run(minutes);
        return List.copyOf(requests);
    }

    @BeforeEach
    void start() {
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void allAreRegisteredInTheirOrder() {
        WebhookCare care = care(true, false);

        care.registerAll();

        assertThat(requests)
                .containsExactly(
                        "GET COM1",
                        "POST COM1",
                        "GET COM1",
                        "GET COM2",
                        "POST COM2",
                        "GET COM2",
                        "GET COM3",
                        "POST COM3",
                        "GET COM3");
        assertThat(configs)
                .isEqualTo(Map.of("COM1", registered("COM1"), "COM2", registered("COM2"), "COM3", registered("COM3")));
        assertThat(care.states()).hasSize(3).containsEntry("COM2", WebhookState.ACTIVE);
        assertThat(run(14)).isEmpty();
    }

    @Test
    void whatFailsIsTriedAgainEachMinuteAndDoesNotHoldUpOthers() {
        rejected.put("COM1", 503);
        rejected.put("COM2", 503);
        WebhookCare care = care(true, false);

        care.registerAll();

        assertThat(configs).containsOnlyKeys("COM3");
        assertThat(run(1)).containsExactly("GET COM1");
        rejected.remove("COM2");
        assertThat(run(1)).as("the others have their turn first").containsExactly("GET COM2", "POST COM2", "GET COM2");
        assertThat(run(1)).containsExactly("GET COM1");
        rejected.clear();
        assertThat(run(1)).containsExactly("GET COM1", "POST COM1", "GET COM1");
        assertThat(run(1)).isEmpty();
        assertThat(care.states()).hasSize(3).doesNotContainValue(WebhookState.MISSING);
    }

    @Test
    void companiesThatCannotBeListedAreRegisteredLater() {
        companies = null;
        WebhookCare care = care(true, false);
        care.registerAll();
        assertThat(run(1)).isEmpty();

        companies = List.of(company(1), company(2));

        assertThat(run(1)).hasSize(6);
        assertThat(configs).containsOnlyKeys("COM1", "COM2");
        assertThat(run(1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // status of COM1, of COM2, of COM3; whether the start fails
        "403, 403, 403, true",
        "403, 403,    , false",
        "403, 503, 503, false",
        "503, 503, 503, false"
    })
    void theStartFailsOnlyIfAllAreRefused(Integer first, Integer second, Integer third, boolean fails) {
        Integer[] all = {first, second, third};
        for (int number = 1; number <= 3; number++) {
            if (all[number - 1] != null) {
                rejected.put("COM" + number, all[number - 1]);
            }
        }
        WebhookCare care = care(true, false);

        if (fails) {
            assertThatThrownBy(care::registerAll)
                    .isInstanceOfSatisfying(CallRailFailure.class, failure -> {
                        assertThat(failure.kind()).isEqualTo(FailureKind.FORBIDDEN);
                        assertThat(failure.getSuppressed())
                                .extracting(Throwable::getMessage)
                                .satisfiesExactly(
                                        message -> assertThat(message).contains("'COM2'"),
                                        message -> assertThat(message).contains("'COM3'"));
                    })
                    .hasMessageContaining("The webhooks of company 'COM1' are not registered");
        } else {
            care.registerAll();
        }
    }

    @Test
    void aRefusalIsNotTriedAgainEachMinute() {
        rejected.put("COM1", 403);
        try (LogLines log = new LogLines()) {
            care(true, false).registerAll();

            assertThat(log.lines())
                    .filteredOn(line -> line.startsWith("ERROR"))
                    .singleElement()
                    .asString()
                    .contains("'COM1' are not registered");
        }
        assertThat(run(14)).isEmpty();
    }

    @Test
    void eachQuarterOfAnHourTheNextCompanyIsLookedAt() {
        care(true, false).registerAll();

        assertThat(run(15)).containsExactly("GET COM1");
        assertThat(run(15)).containsExactly("GET COM2");
        assertThat(run(15)).containsExactly("GET COM3");
        assertThat(run(15)).containsExactly("GET COM1");
    }

    @Test
    void aLookThatFailsDoesNotStopTheNext() {
        care(true, false).registerAll();
        rejected.put("COM1", 403);

        assertThat(run(30)).containsExactly("GET COM1", "GET COM2");
    }

    @Test
    void missingUrlsAreRegisteredAgain() {
        WebhookCare care = care(true, false);
        care.registerAll();
        configs.put("COM1", FOREIGN);
        configs.remove("COM2");

        assertThat(run(15)).containsExactly("GET COM1", "PUT COM1", "GET COM1");
        assertThat(configs.get("COM1")).contains("https://other.example.com/").contains("company=COM1");
        assertThat(run(15)).containsExactly("GET COM2", "POST COM2", "GET COM2");
        assertThat(care.states()).containsEntry("COM1", WebhookState.ACTIVE).containsEntry("COM2", WebhookState.ACTIVE);
    }

    @Test
    void withoutRegistrationTheyAreOnlyReported() {
        configs.put("COM1", FOREIGN);
        WebhookCare care = care(false, false);

        try (LogLines log = new LogLines()) {
            assertThat(run(30)).containsExactly("GET COM1", "GET COM2");

            assertThat(log.lines())
                    .satisfiesExactly(
                            line -> assertThat(line).startsWith("WARN").contains("COM1", "urls-missing"),
                            line -> assertThat(line).startsWith("WARN").contains("COM2", "missing"));
        }
        assertThat(care.states()).isEqualTo(Map.of("COM1", WebhookState.URLS_MISSING, "COM2", WebhookState.MISSING));
    }

    @ParameterizedTest
    @CsvSource({"true, active", "false, disabled"})
    void aDisabledIntegrationIsReportedOrEnabled(boolean revives, String state) {
        WebhookCare care = care(true, revives);
        care.registerAll();
        states.put("COM1", "disabled");

        try (LogLines log = new LogLines()) {
            List<String> sent = run(15);

            assertThat(sent).hasSize(revives ? 3 : 1).contains("GET COM1");
            assertThat(log.lines())
                    .filteredOn(line -> line.startsWith("WARN"))
                    .singleElement()
                    .asString()
                    .contains("COM1", revives ? "They are enabled again." : "set option 'reviveWebhook' to true.");
        }
        assertThat(states).containsEntry("COM1", state);
        assertThat(care.states()).containsEntry("COM1", revives ? WebhookState.ACTIVE : WebhookState.DISABLED);
    }

    @Test
    void nothingRunsAfterTheStop() {
        WebhookCare care = care(true, false);
        care.registerAll();

        care.stop();

        assertThat(run(15)).isEmpty();
    }

    @Test
    void eachIsUnregisteredEvenIfOneIsRefused() {
        WebhookCare care = care(true, false);
        care.registerAll();
        configs.put("COM3", FOREIGN);
        rejected.put("COM1", 403);

        care.unregisterAll();

        assertThat(configs.get("COM1")).isEqualTo(registered("COM1"));
        assertThat(configs.get("COM2")).doesNotContain("hooks.example.com");
        assertThat(configs.get("COM3")).isEqualTo(FOREIGN);
    }
}
