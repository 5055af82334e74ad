package io.github.camelcallrail.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {

    @RegisterExtension
    static final CallRailSandboxExtension EXTENSION =
            CallRailSandboxExtension.of(CallRailSandbox.builder().empty());

    private CallRailSandbox sandbox;
    private Client client;

    @BeforeEach
    void client() {
        sandbox = EXTENSION.sandbox();
        client = new Client(sandbox);
    }

    @Test
    void happensAtItsRequestAndNoOther() {
        sandbox.faults().onRequest(3, Fault.status(500, "{\"error\":\"third\"}"));
        sandbox.faults().onRequest("companies", 2, Fault.status(503, "busy", Map.of("Retry-After", "7")));
        client.absolute("/v3/unknown");
        assertThat(client.get("calls.json").status()).isEqualTo(200);
        assertThat(client.get("companies.json").status()).isEqualTo(200);
        assertThat(client.get("calls.json").error()).isEqualTo("third");
        Client.Reply busy = client.get("companies.json");
        assertThat(busy.status()).isEqualTo(503);
        assertThat(busy.body()).isEqualTo("busy");
        assertThat(busy.whole().headers().firstValue("Retry-After")).contains("7");
        assertThat(client.get("companies.json").status()).isEqualTo(200);
    }

    @Test
    void happensAlwaysUntilCleared() {
        sandbox.faults().always("companies", Fault.status(500, ""));
        assertThat(client.get("companies.json").status()).isEqualTo(500);
        assertThat(client.get("companies.json").status()).isEqualTo(500);
        assertThat(client.get("calls.json").status()).isEqualTo(200);
        sandbox.faults().always(Fault.garbage());
        assertThat(client.get("calls.json").body()).startsWith("<html>");
        sandbox.faults().clear();
        assertThat(client.get("companies.json").json().has("companies")).isTrue();
    }

    static List<Fault> brokenConnections() {
        return List.of(Fault.connectionReset(), Fault.emptyAnswer(), Fault.truncatedBody());
    }

    @ParameterizedTest
    @MethodSource("brokenConnections")
    void breaksTheConnectionOnce(Fault fault) {
        String path = "/v3/a/" + sandbox.accountId() + "/companies.json";
        sandbox.faults().always("companies", fault);
        assertThatThrownBy(() -> client.exchange("GET", path, "Token token=" + sandbox.apiKey()))
                .isInstanceOf(IOException.class);
        sandbox.faults().clear();
        assertThat(client.absolute(path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 300})
    void breaksOffABodyHowEverLong(int companies) {
        for (int i = 0; i < companies; i++) {
            sandbox.data().add("companies", Map.of());
        }
        sandbox.faults().always(Fault.truncatedBody());
        String path = "/v3/a/" + sandbox.accountId() + "/companies.json?per_page=250";
        assertThatThrownBy(() -> client.exchange("GET", path, "Token token=" + sandbox.apiKey()))
                .isInstanceOf(IOException.class)
                .hasStackTraceContaining("EOF");
        assertThat(sandbox.journal().requests().get(0).status()).isEqualTo(200);
    }

    @Test
    void everyAnswerCarriesTheClocksTimeAsItsDate() {
        SettableClock clock = new SettableClock(Instant.parse("2026-03-05T09:07:03.9Z"));
        CallRailSandbox.Builder builder = CallRailSandbox.builder().empty().clock(clock);
        try (CallRailSandbox onTime = builder.start();
                CallRailSandbox ahead = builder.dateAhead(Duration.ofHours(-3)).start()) {
            assertThat(dates(onTime, "calls.json")).containsExactly("Thu, 05 Mar 2026 09:07:03 GMT");
            assertThat(dates(onTime, "nothing.json")).containsExactly("Thu, 05 Mar 2026 09:07:03 GMT");
            assertThat(dates(ahead, "calls.json")).containsExactly("Thu, 05 Mar 2026 06:07:03 GMT");
            onTime.faults().always(Fault.headers(Map.of("Date", "Thu, 01 Jan 1970 00:00:00 GMT")));
            assertThat(dates(onTime, "calls.json")).containsExactly("Thu, 01 Jan 1970 00:00:00 GMT");
        }
    }

    private static List<String> dates(CallRailSandbox asked, String path) {
        return new Client(asked).get(path).whole().headers().allValues("Date");
    }

    @Test
    void addsHeadersAndLeavesTheRest() {
        sandbox.faults().onRequest(1, Fault.headers(Map.of("X-Rate-Limit-Hourly-Used", "17")));
        Client.Reply reply = client.get("calls.json");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.whole().headers().firstValue("X-Rate-Limit-Hourly-Used"))
                .contains("17");
        assertThat(reply.json().get("calls")).isNotNull();
    }

    @Test
    void delaysAnAnswerAndLeavesItWhole() {
        sandbox.faults().onRequest(1, Fault.delay(Duration.ofMillis(150)));
        long start = System.nanoTime();
        assertThat(client.get("companies.json").json().path("companies").size()).isEqualTo(3);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
    }

    @Test
    void changesPartsOfAnAnswer() {
        sandbox.faults().onRequest(1, Fault.missingArray());
        sandbox.faults().onRequest(2, Fault.withoutTotals());
        sandbox.faults().onRequest(3, Fault.nextPage("https://elsewhere.example.com/x"));
        sandbox.faults().onRequest(4, Fault.edit(answer -> {
            Map<String, Object> edited = new HashMap<>(answer);
            edited.put("total_records", 99);
            return edited;
        }));
        assertThat(client.get("calls.json").json().has("calls")).isFalse();
        assertThat(client.get("calls.json").json().fieldNames())
                .toIterable()
                .containsExactly("page", "per_page", "calls");
        assertThat(client.get("calls.json", "relative_pagination", "true")
                        .json()
                        .path("next_page")
                        .asText())
                .isEqualTo("https://elsewhere.example.com/x");
        assertThat(client.get("calls.json").json().path("total_records").asInt())
                .isEqualTo(99);
    }

    @Test
    void servesOnlySoManyRecordsByPageNumber() {
        sandbox.faults().servePages(2, PagesBeyond.REFUSED);
        assertThat(client.get("companies.json", "per_page", "1", "page", "2").status())
                .isEqualTo(200);
        Client.Reply refused = client.get("companies.json", "per_page", "1", "page", "3");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("Only the first 2 records have pages");
        sandbox.faults().servePages(2, PagesBeyond.NOT_FOUND);
        assertThat(client.get("companies.json", "per_page", "1", "page", "3").status())
                .isEqualTo(404);
        sandbox.faults().servePages(2, PagesBeyond.EMPTY);
        assertThat(client.get("companies.json", "per_page", "1", "page", "3")
                        .json()
                        .path("companies"))
                .isEmpty();
        sandbox.faults().servePages(2, PagesBeyond.REPEATED);
        assertThat(client.get("companies.json", "per_page", "1", "page", "3")
                        .json()
                        .path("companies"))
                .isEqualTo(client.get("companies.json", "per_page", "1", "page", "2")
                        .json()
                        .path("companies"));
        sandbox.faults().clear();
        assertThat(client.get("companies.json", "per_page", "1", "page", "3")
                        .json()
                        .path("companies"))
                .hasSize(1);
    }

    @Test
    void redirectsAndAnswersOtherTypes() {
        sandbox.faults().onRequest(1, Fault.redirect("https://elsewhere.example.com/"));
        sandbox.faults().onRequest(2, Fault.body("text/plain", "hello"));
        Client.Reply redirect = client.get("calls.json");
        assertThat(redirect.status()).isEqualTo(302);
        assertThat(redirect.whole().headers().firstValue("Location")).contains("https://elsewhere.example.com/");
        assertThat(client.get("calls.json").whole().headers().firstValue("Content-Type"))
                .contains("text/plain");
    }

    @Test
    void refusesAFieldOfOneReport() {
        sandbox.faults().refuseField("calls", "gclid");
        assertThat(client.get("calls.json", "fields", "note,gclid").status()).isEqualTo(400);
        assertThat(client.get("calls.json", "fields", "note").status()).isEqualTo(200);
    }
}
