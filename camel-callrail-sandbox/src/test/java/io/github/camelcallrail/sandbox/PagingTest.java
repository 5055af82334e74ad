package io.github.camelcallrail.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagingTest {

    private static final Instant NOW = Instant.parse("2026-03-15T16:00:00Z");

    @RegisterExtension
    static final CallRailSandboxExtension EXTENSION = CallRailSandboxExtension.of(
            CallRailSandbox.builder().clock(Clock.fixed(NOW, ZoneOffset.UTC)).empty());

    private CallRailSandbox sandbox;
    private Client client;
    private List<String> newestFirst;

    @BeforeEach
    void plant() {
        sandbox = EXTENSION.sandbox();
        client = new Client(sandbox);
        sandbox.data()
                .generate("calls", 620, Instant.parse("2026-03-10T00:00:00Z"), Instant.parse("2026-03-15T00:00:00Z"));
        newestFirst = new ArrayList<>(sandbox.data().ids("calls"));
        Collections.reverse(newestFirst);
    }

    @ParameterizedTest
    @CsvSource({
        // page, per_page, returned page, returned size, total pages, records
        ",,1,100,7,100",
        "7,,7,100,7,20",
        "8,,8,100,7,0",
        "3,250,3,250,3,120",
        "1,251,1,250,3,250",
        "1,100000,1,250,3,250",
        "0,0,1,100,7,100",
        "x,y,1,100,7,100",
        "999999999,250,999999999,250,3,0",
    })
    void pagesByNumber(String page, String size, int pageAnswered, int sizeAnswered, int pages, int records) {
        JsonNode answer = client.get(
                        "calls.json", "page", page == null ? "" : page, "per_page", size == null ? "" : size)
                .json();
        assertThat(answer.path("page").asInt()).isEqualTo(pageAnswered);
        assertThat(answer.path("per_page").asInt()).isEqualTo(sizeAnswered);
        assertThat(answer.path("total_pages").asInt()).isEqualTo(pages);
        assertThat(answer.path("total_records").asInt()).isEqualTo(620);
        assertThat(answer.path("calls").size()).isEqualTo(records);
    }

    @Test
    void walksNewestFirstByNumber() {
        List<String> walked = new ArrayList<>();
        for (int page = 1; page <= 3; page++) {
            walked.addAll(client.get("calls.json", "per_page", "250", "page", Integer.toString(page))
                    .each("calls", "id"));
        }
        assertThat(walked).isEqualTo(newestFirst);
    }

    @Test
    void walksByLinkReplayedOnTheSandbox() {
        List<String> walked = new ArrayList<>();
        String next = "/v3/a/" + sandbox.accountId()
                + "/calls.json?relative_pagination=true&per_page=250&fields=company_id&time_zone=America%2FDenver";
        List<Integer> sizes = new ArrayList<>();
        while (next != null) {
            Client.Reply reply = client.absolute(next);
            assertThat(reply.status()).isEqualTo(200);
            JsonNode answer = reply.json();
            assertThat(answer.has("page")).isFalse();
            assertThat(answer.has("total_pages")).isFalse();
            assertThat(answer.has("total_records")).isFalse();
            assertThat(answer.path("calls").get(0).has("company_id")).isTrue();
            assertThat(answer.path("calls").get(0).path("start_time").asText()).endsWith("-06:00");
            walked.addAll(reply.each("calls", "id"));
            sizes.add(answer.path("calls").size());
            assertThat(answer.path("has_next_page").asBoolean())
                    .isEqualTo(!answer.path("next_page").isNull());
            next = answer.path("next_page").isNull()
                    ? null
                    : replayed(answer.path("next_page").asText());
        }
        assertThat(walked).isEqualTo(newestFirst);
        assertThat(sizes).containsExactly(250, 250, 120);
    }

    private static String replayed(String link) {
        URI uri = URI.create(link);
        assertThat(uri.getScheme() + "://" + uri.getRawAuthority()).isEqualTo("https://api.callrail.com");
        assertThat(uri.getRawPath()).matches("/v3/a/\\d{9}/calls");
        assertThat(uri.getRawQuery()).contains("api_sort%5B%5D%5Bstart_time%5D=desc&api_sort%5B%5D=start_time");
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }

    @Test
    void theLinkKeepsTheOrderAndTheFilters() {
        sandbox.data().edit("calls", newestFirst.get(0), Map.of("customer_name", "aaa"));
        JsonNode first = client.get(
                        "calls.json",
                        "relative_pagination",
                        "true",
                        "per_page",
                        "2",
                        "sort",
                        "duration",
                        "order",
                        "desc",
                        "direction",
                        "inbound",
                        "tags[]",
                        "Rush Job",
                        "tags[]",
                        "Booked")
                .json();
        String link = first.path("next_page").asText();
        assertThat(link)
                .contains("direction=inbound&tags%5B%5D=Rush+Job&tags%5B%5D=Booked")
                .contains("api_sort%5B%5D%5Bduration%5D=desc&api_sort%5B%5D=duration");
        JsonNode second = client.absolute(link.substring("https://api.callrail.com".length()))
                .json();
        assertThat(second.path("calls").get(0).path("duration").asInt())
                .isLessThanOrEqualTo(first.path("calls").get(1).path("duration").asInt());
    }

    @Test
    void anOrderWithoutASortChangesNoPage() {
        JsonNode first = client.get("calls.json", "relative_pagination", "true", "per_page", "2", "order", "asc")
                .json();
        Client.Reply second =
                client.absolute(first.path("next_page").asText().substring("https://api.callrail.com".length()));
        assertThat(second.each("calls", "id")).isEqualTo(newestFirst.subList(2, 4));
    }

    @Test
    void theOffsetOfARelativePageCountsPages() {
        assertThat(client.get("calls.json", "relative_pagination", "true", "per_page", "100", "offset", "6")
                        .each("calls", "id"))
                .isEqualTo(newestFirst.subList(600, 620));
    }

    @Test
    void recordsCanComeAndGoBetweenPages() {
        sandbox.faults().afterRequest("calls", 1, () -> sandbox.data().remove("calls", newestFirst.get(0)));
        List<String> walked = new ArrayList<>();
        List<Integer> totals = new ArrayList<>();
        for (int page = 1; page <= 3; page++) {
            Client.Reply reply = client.get("calls.json", "per_page", "250", "page", Integer.toString(page));
            walked.addAll(reply.each("calls", "id"));
            totals.add(reply.json().path("total_records").asInt());
        }
        assertThat(totals).containsExactly(620, 619, 619);
        assertThat(walked).hasSize(619).doesNotContain(newestFirst.get(250));
    }
}
