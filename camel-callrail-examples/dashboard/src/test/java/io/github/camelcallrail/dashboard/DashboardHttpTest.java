package io.github.camelcallrail.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server answers, and what it sends while calls arrive. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardHttpTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private RunningDashboard dashboard;

    @BeforeAll
    void start() throws Exception {
        CallRailSandbox sandbox = CallRailSandbox.builder().empty().start();
        Instant now = Instant.now();
        sandbox.data().generate("calls", 40, now.minus(Duration.ofDays(6)), now.minus(Duration.ofHours(3)));
        sandbox.data().generate("calls", 10, now.minus(Duration.ofDays(60)), now.minus(Duration.ofDays(40)));
        sandbox.data().generate("form-submissions", 5, now.minus(Duration.ofDays(6)), now.minus(Duration.ofDays(1)));
        dashboard = new RunningDashboard(sandbox);
    }

    @AfterAll
    void stop() {
        dashboard.close();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(dashboard.url(path))).build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode state(String path) {
        try {
            return new ObjectMapper().readTree(get(path).body()).path("state");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode report(JsonNode state, String name) {
        for (JsonNode report : state.path("reports")) {
            if (report.path("report").asText().equals(name)) {
                return report;
            }
        }
        throw new AssertionError("No report " + name + " in " + state);
    }

    /** Waits until the backfill is on the page. */
    private void awaitCalls() {
        await().atMost(PATIENCE)
                .until(() -> state("/api/state?days=90").path("calls").asLong() >= 50);
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html; charset=utf-8",
        "/?days=7, text/html; charset=utf-8",
        "/assets/dashboard.js, text/javascript; charset=utf-8",
        "/assets/dashboard.css, text/css; charset=utf-8",
        "/assets/charts.js, text/javascript; charset=utf-8",
        "/assets/charts.css, text/css; charset=utf-8",
        "/assets/echarts.js, text/javascript; charset=utf-8",
        "/assets/icon.svg, image/svg+xml",
        "/api/state, application/json; charset=utf-8",
    })
    void servesThePageWithAPolicyThatAllowsNothingFromElsewhere(String path, String type) throws Exception {
        HttpResponse<String> response = get(path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isNotBlank();
        assertThat(response.headers().firstValue("Content-Type")).contains(type);
        assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'; script-src 'self'; ")
                .doesNotContain("http");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/state?days=8      | 'days' must be one of 7, 30, 90, not '8'.",
                "/events?days=-1        | 'days' must be one of 7, 30, 90, not '-1'.",
                "/?days=                | 'days' must be one of 7, 30, 90, not ''.",
                "/api/state?days=7&days=30 | 'days' is given 2 times.",
                "/api/state?sql=drop+table+calls | Unknown parameter 'sql'. There is only 'days'.",
                "/events?x=1            | Unknown parameter 'x'. There is only 'days'.",
                "/assets/charts.js?v=1  | Unknown parameter 'v'. There is only 'days'.",
            })
    void rejectsAnythingElseWithASentence(String path, String sentence) throws Exception {
        HttpResponse<String> response = get(path);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).isEqualTo(sentence + "\n");
        assertThat(response.headers().firstValue("Content-Type")).contains("text/plain; charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/none", "/assets/", "/assets/../application.properties", "/api", "/q/dev"})
    void servesNothingElse(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE"})
    void canOnlyBeRead(String method) throws Exception {
        HttpResponse<String> response = HTTP.send(
                HttpRequest.newBuilder(URI.create(dashboard.url("/api/state")))
                        .method(method, HttpRequest.BodyPublishers.ofString("{}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD");
    }

    /** That an event arrives: {@link DashboardEventsTest}. */
    @Test
    void anEventNeedsASignature() throws Exception {
        HttpResponse<String> response = HTTP.send(
                HttpRequest.newBuilder(URI.create(dashboard.url("/callrail?event=post-call&duration=9")))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(get("/callrail").statusCode()).isIn(404, 405);
    }

    @Test
    void rejectsABadEncodingAndAForeignName() throws Exception {
        assertThat(raw("GET /api/state?days=%zz HTTP/1.1\r\nHost: localhost\r\n"))
                .startsWith("HTTP/1.1 400 ");
        assertThat(raw("GET /api/state HTTP/1.1\r\nHost: attacker.example.com\r\n"))
                .startsWith("HTTP/1.1 400 ");
        assertThat(raw("GET /api/state HTTP/1.1\r\nHost: 127.0.0.1:" + dashboard.port() + "\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void theStateHasTheNumbersOfTheDatabaseAndNothingOfAPerson() throws Exception {
        awaitCalls();
        await().atMost(PATIENCE)
                .until(() -> state("/api/state?days=90").toString().contains("\"value\":\"5\""));

        JsonNode week = state("/api/state?days=7");
        assertThat(week.path("calls").asLong()).isEqualTo(dashboard.count("select count(*) from calls_of_7_days"));

        assertThat(week.path("zone").asText()).isEqualTo("America/New_York");
        assertThat(week.path("days").asInt()).isEqualTo(7);
        assertThat(state("/api/state").path("days").asInt()).isEqualTo(30);

        String text = get("/api/state?days=90").body();
        for (Map<String, Object> call : dashboard.sandbox().data().rows("calls")) {
            assertThat(text).doesNotContain(call.get("customer_phone_number").toString());
        }
        assertThat(text).doesNotContain(dashboard.sandbox().apiKey());
        assertThat(dashboard.sandbox().journal().requests("calls")).allSatisfy(request -> assertThat(request.rawQuery())
                .doesNotContain("customer")
                .doesNotContain("formatted"));
    }

    @Test
    void theStateShowsConsumersAndBudget() {
        awaitCalls();
        await().atMost(PATIENCE)
                .until(() -> report(state("/api/state"), "calls").has("readUpTo"));

        JsonNode state = state("/api/state");
        assertThat(state.path("reports")).hasSize(3);
        JsonNode calls = report(state, "calls");
        assertThat(calls.path("records").asLong()).isGreaterThanOrEqualTo(50);
        assertThat(calls.has("backfill")).isFalse();
        assertThat(report(state, "form-submissions").path("state").asText()).isEqualTo("UP_TO_DATE");
        assertThat(report(state, "form-submissions").has("nextPoll")).isTrue();
        assertThat(state.path("budgets")).hasSize(1);
        JsonNode budget = state.path("budgets").get(0);
        assertThat(budget.path("perHour").asLong()).isEqualTo(1_000);
        assertThat(budget.path("left").asLong()).isBetween(1L, 998L);
    }

    @Test
    void aFailureIsShownWithItsAdviceUntilItIsOver() {
        awaitCalls();
        dashboard.sandbox().faults().always("calls", Fault.status(401, ""));

        await().atMost(PATIENCE).until(() -> report(state("/api/state"), "calls")
                .path("state")
                .asText()
                .equals("FAILED"));
        JsonNode failure = report(state("/api/state"), "calls").path("failure");
        assertThat(failure.path("kind").asText()).isEqualTo("UNAUTHORIZED");
        assertThat(failure.path("who").asText()).isEqualTo("You have to act");
        assertThat(failure.path("message").asText()).contains("calls", "401");
        assertThat(failure.path("over").asBoolean()).isFalse();

        dashboard.sandbox().faults().clear();
        await().atMost(PATIENCE).until(() -> report(state("/api/state"), "calls")
                .path("failure")
                .path("over")
                .asBoolean());
    }

    @Test
    void eventsBringEachChangeAndNothingWhenThereIsNone() throws Exception {
        awaitCalls();
        long before = dashboard.count("select count(*) from calls_of_90_days");
        try (Events events = new Events("/events?days=90")) {
            assertThat(events.contentType).isEqualTo("text/event-stream; charset=utf-8");
            assertThat(events.nextLine()).isEqualTo("retry: 1000");
            events.until(state -> state.path("calls").asLong() == before);

            dashboard
                    .sandbox()
                    .data()
                    .add("calls", Map.of("start_time", Instant.now().minus(Duration.ofHours(1))));

            events.until(state -> state.path("calls").asLong() == before + 1);
        }
        await().atMost(PATIENCE).until(() -> dashboard.application().events().clients() == 0);
    }

    @Test
    void manyPagesAreServedAndOneTooManyIsRefused() throws Exception {
        awaitCalls();
        Events[] pages = new Events[100];
        try {
            for (int i = 0; i < pages.length; i++) {
                pages[i] = new Events("/events");
            }
            for (Events page : pages) {
                page.until(state -> state.path("days").asInt() == 30);
            }
            HttpResponse<String> refused = get("/events");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("Too many pages are open");
        } finally {
            for (Events page : pages) {
                if (page != null) {
                    page.close();
                }
            }
        }
        await().atMost(PATIENCE).until(() -> dashboard.application().events().clients() == 0);
    }

    @Test
    void aTakenPortIsNamedInASentence() throws Exception {
        try (Application second = new Application(dashboard.settings())) {
            assertThatThrownBy(second::start)
                    .hasMessageStartingWith("Cannot listen on 127.0.0.1, port %s (".formatted(dashboard.port()))
                    .hasMessageEndingWith(
                            "): another dashboard may be running. Choose another port with DASHBOARD_PORT.");
        }
    }

    private String raw(String head) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", dashboard.port())) {
            socket.getOutputStream().write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** An open page, read line by line as a browser reads it. */
    private final class Events implements AutoCloseable {
        private final String contentType;
        private final InputStream body;
        private final BufferedReader lines;

        Events(String path) throws Exception {
            HttpResponse<InputStream> response = HTTP.send(
                    HttpRequest.newBuilder(URI.create(dashboard.url(path))).build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            contentType = response.headers().firstValue("Content-Type").orElse("");
            body = response.body();
            lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        }

        String nextLine() throws IOException {
            return lines.readLine();
        }

        void until(java.util.function.Predicate<JsonNode> wanted) throws IOException {
            for (String line = nextLine(); line != null; line = nextLine()) {
                if (line.startsWith("data: ")) {
                    JsonNode event = new ObjectMapper().readTree(line.substring(6));
                    assertThat(Instant.parse(event.path("at").asText())).isBeforeOrEqualTo(Instant.now());
                    if (wanted.test(event.path("state"))) {
                        return;
                    }
                }
            }
            throw new AssertionError("The events ended");
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }
}
