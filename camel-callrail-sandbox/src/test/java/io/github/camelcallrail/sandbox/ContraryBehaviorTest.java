package io.github.camelcallrail.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each contrary behavior changes in an answer, alone and with others. */
class ContraryBehaviorTest {

    private static final Instant NOW = Instant.parse("2026-03-15T16:00:00Z");

    @RegisterExtension
    static final CallRailSandboxExtension EXTENSION = CallRailSandboxExtension.of(
            CallRailSandbox.builder().clock(Clock.fixed(NOW, ZoneOffset.UTC)).empty());

    private CallRailSandbox sandbox;
    private Client client;

    /** Four calls A to D, oldest first. D begins at 22:00 in New York, on the next day in UTC. */
    @BeforeEach
    void plant() {
        sandbox = EXTENSION.sandbox();
        client = new Client(sandbox);
        call("A", "2026-03-10T12:00:00Z", 30);
        call("B", "2026-03-11T12:00:00Z", 10);
        call("C", "2026-03-12T12:00:00Z", 20);
        call("D", "2026-03-13T02:00:00Z", 40);
        for (String report : List.of("conversations", "sms-threads")) {
            sandbox.data().add(report, Map.of("id", "old", "last_message_at", "2026-03-10T12:00:00Z"));
            sandbox.data().add(report, Map.of("id", "new", "last_message_at", "2026-03-11T12:00:00Z"));
        }
        sandbox.data()
                .generate(
                        "form-submissions",
                        120,
                        Instant.parse("2026-03-10T00:00:00Z"),
                        Instant.parse("2026-03-15T00:00:00Z"));
    }

    private void call(String id, String start, int duration) {
        Map<String, Object> call = new HashMap<>(Map.of(
                "id",
                id,
                "start_time",
                start,
                "duration",
                duration,
                "zip_code",
                "02134",
                "utm_term",
                "12",
                "speaker_percent",
                Map.of("agent", 60),
                "keywords_spotted",
                List.of(7, "8")));
        call.put("note", null);
        sandbox.data().add("calls", call);
    }

    /** What is looked at in the answer to a request, without and with the behavior. */
    private record Case(
            ContraryBehavior behavior, String request, Function<Client.Reply, Object> look, Object off, Object on) {

        @Override
        public String toString() {
            return behavior + " " + request;
        }
    }

    static List<Case> cases() {
        String week = "start_date=2026-03-10&end_date=2026-03-14";
        return List.of(
                ids(ContraryBehavior.SORT_IGNORED, "calls.json?sort=duration&order=asc", "B C A D", "D C B A"),
                ids(ContraryBehavior.SORT_IGNORED, "calls.json?sort=start_time&order=asc", "A B C D", "D C B A"),
                status(ContraryBehavior.SORT_IGNORED, "calls.json?sort=nothing", 400, 200),
                ids(ContraryBehavior.ORDER_IGNORED, "calls.json?sort=duration&order=asc", "B C A D", "D A C B"),
                ids(ContraryBehavior.ORDER_IGNORED, "calls.json?sort=duration", "B C A D", "D A C B"),
                ids(ContraryBehavior.ORDER_IGNORED, "calls.json?order=asc", "D C B A", "D C B A"),
                ids(ContraryBehavior.OLDEST_FIRST, "text-messages.json", "new old", "old new"),
                ids(ContraryBehavior.OLDEST_FIRST, "sms-threads.json", "new old", "old new"),
                ids(ContraryBehavior.OLDEST_FIRST, "calls.json", "D C B A", "D C B A"),
                totals(
                        ContraryBehavior.PAGES_CLAMPED,
                        "form_submissions.json?per_page=250",
                        "1 250 1 120",
                        "1 100 2 120"),
                sizes(ContraryBehavior.PAGES_CLAMPED, "form_submissions.json?per_page=250", 120, 100),
                sizes(ContraryBehavior.PAGES_CLAMPED, "form_submissions.json?per_page=250&page=2", 0, 20),
                sizes(ContraryBehavior.PAGES_CLAMPED, "form_submissions.json?per_page=99", 99, 99),
                ids(
                        ContraryBehavior.TIMES_OF_DAY_IGNORED,
                        "calls.json?start_date=2026-03-11T08:01&end_date=2026-03-12T07:59",
                        "",
                        "D C B"),
                ids(
                        ContraryBehavior.TIMES_OF_DAY_IGNORED,
                        "calls.json?start_date=2026-03-11T12:00:01Z&end_date=2026-03-12T11:59:59.999Z",
                        "",
                        "D C B"),
                status(
                        ContraryBehavior.TIMES_OF_DAY_IGNORED,
                        "sms-threads.json?start_date=2026-03-11T00:00&end_date=2026-03-12T00:00",
                        400,
                        400),
                ids(
                        ContraryBehavior.END_DATE_EXCLUSIVE,
                        "calls.json?start_date=2026-03-10&end_date=2026-03-12",
                        "D C B A",
                        "B A"),
                ids(
                        ContraryBehavior.END_DATE_EXCLUSIVE,
                        "calls.json?start_date=2026-03-12&end_date=2026-03-12",
                        "D C",
                        ""),
                ids(
                        ContraryBehavior.END_DATE_EXCLUSIVE,
                        "calls.json?start_date=2026-03-11&end_date=2026-03-12T08:00",
                        "C B",
                        "B"),
                ids(
                        ContraryBehavior.END_DATE_EXCLUSIVE,
                        "calls.json?start_date=2026-03-12T08:00&end_date=2026-03-12T08:01",
                        "C",
                        "C"),
                ids(
                        ContraryBehavior.END_DATE_EXCLUSIVE,
                        "calls.json?start_date=2026-03-12T08:00&end_date=2026-03-12T08:00",
                        "C",
                        ""),
                status(
                        ContraryBehavior.END_DATE_EXCLUSIVE,
                        "calls.json?start_date=2026-03-12&end_date=2026-03-11",
                        400,
                        400),
                ids(
                        ContraryBehavior.END_DATE_EXCLUSIVE,
                        "sms-threads.json?start_date=2026-03-10&end_date=2026-03-11",
                        "new old",
                        "old"),
                ids(ContraryBehavior.END_DATE_EXCLUSIVE, "calls.json?date_range=last_7_days", "D C B A", "D C B A"),
                ids(
                        ContraryBehavior.TIME_ZONE_IGNORED,
                        "calls.json?start_date=2026-03-12&end_date=2026-03-12&time_zone=America/New_York",
                        "D C",
                        "C"),
                fields(
                        ContraryBehavior.TIME_ZONE_IGNORED,
                        "calls.json?time_zone=America/Denver&per_page=1",
                        "start_time",
                        "\"2026-03-12T20:00:00.000-06:00\"",
                        "\"2026-03-12T20:00:00.000-06:00\""),
                fields(
                        ContraryBehavior.TIMES_IN_UTC,
                        "calls.json?per_page=2",
                        "start_time",
                        "\"2026-03-12T22:00:00.000-04:00\" \"2026-03-12T08:00:00.000-04:00\"",
                        "\"2026-03-13T02:00:00.000Z\" \"2026-03-12T12:00:00.000Z\""),
                fields(
                        ContraryBehavior.MIXED_OFFSETS,
                        "calls.json",
                        "start_time",
                        "\"2026-03-12T22:00:00.000-04:00\" \"2026-03-12T08:00:00.000-04:00\""
                                + " \"2026-03-11T08:00:00.000-04:00\" \"2026-03-10T08:00:00.000-04:00\"",
                        "\"2026-03-13T11:00:00.000+09:00\" \"2026-03-12T07:00:00.000-05:00\""
                                + " \"2026-03-11T04:00:00.000-08:00\" \"2026-03-10T12:00:00.000Z\""),
                members(
                        ContraryBehavior.NO_TOTALS,
                        "calls.json",
                        "page per_page total_pages total_records calls",
                        "calls"),
                totals(ContraryBehavior.WRONG_TOTALS, "calls.json?per_page=2&page=2", "2 2 2 4", "2 2 6 11"),
                sizes(ContraryBehavior.WRONG_TOTALS, "calls.json?per_page=2&page=2", 2, 2),
                totals(ContraryBehavior.TOTALS_AS_TEXT, "calls.json", "1 100 1 4", "1 100 \"1\" \"4\""),
                ids(ContraryBehavior.LAST_PAGE_REPEATED, "calls.json?per_page=3&page=2", "A", "A"),
                ids(ContraryBehavior.LAST_PAGE_REPEATED, "calls.json?per_page=3&page=3", "", "A"),
                ids(ContraryBehavior.LAST_PAGE_REPEATED, "calls.json?page=9&direction=outbound&search=none", "", ""),
                status(ContraryBehavior.NO_PAGE_BEYOND, "calls.json?per_page=3&page=2", 200, 200),
                status(ContraryBehavior.NO_PAGE_BEYOND, "calls.json?per_page=3&page=3", 200, 404),
                status(ContraryBehavior.NO_PAGE_BEYOND, "calls.json?search=nobody-of-this-name", 200, 200),
                fields(ContraryBehavior.NUMBERS_AS_TEXT, "calls.json?per_page=2", "duration", "40 20", "\"40\" \"20\""),
                fields(
                        ContraryBehavior.NUMBERS_AS_TEXT,
                        "calls.json?per_page=1&fields=speaker_percent",
                        "speaker_percent",
                        "{\"agent\":60}",
                        "{\"agent\":\"60\"}"),
                fields(
                        ContraryBehavior.NUMBERS_AS_TEXT,
                        "calls.json?per_page=1&fields=keywords_spotted",
                        "keywords_spotted",
                        "[7,\"8\"]",
                        "[\"7\",\"8\"]"),
                fields(
                        ContraryBehavior.TEXT_AS_NUMBERS,
                        "calls.json?per_page=1&fields=utm_term",
                        "utm_term",
                        "\"12\"",
                        "12"),
                fields(
                        ContraryBehavior.TEXT_AS_NUMBERS,
                        "calls.json?per_page=1&fields=zip_code",
                        "zip_code",
                        "\"02134\"",
                        "\"02134\""),
                fields(
                        ContraryBehavior.TEXT_AS_NUMBERS,
                        "calls.json?per_page=1&fields=keywords_spotted",
                        "keywords_spotted",
                        "[7,\"8\"]",
                        "[7,8]"),
                new Case(
                        ContraryBehavior.NUMERIC_IDS,
                        "calls.json?per_page=1&fields=company_id",
                        reply -> reply.json().at("/calls/0/company_id").isNumber(),
                        false,
                        true),
                fields(
                        ContraryBehavior.EMPTY_TEXT_FOR_NULL,
                        "calls.json?per_page=2&fields=note",
                        "note",
                        "null null",
                        "\"\" \"\""),
                new Case(
                        ContraryBehavior.UNKNOWN_FIELDS,
                        "calls.json",
                        reply -> each(reply, "future_text") + each(reply, "future_object/level"),
                        "   " + "   ",
                        ("\"nobody knows this field\" ".repeat(4).strip()) + "3 3 3 3"),
                fields(
                        ContraryBehavior.REQUESTED_FIELDS_MISSING,
                        "calls.json?per_page=1&fields=zip_code,duration",
                        "zip_code",
                        "\"02134\"",
                        ""),
                fields(
                        ContraryBehavior.REQUESTED_FIELDS_MISSING,
                        "calls.json?per_page=1&fields=zip_code,duration",
                        "duration",
                        "40",
                        "40"),
                status(ContraryBehavior.REQUESTED_FIELDS_MISSING, "calls.json?fields=zip", 400, 400),
                members(
                        ContraryBehavior.UNKNOWN_MEMBERS,
                        "calls.json",
                        "page per_page total_pages total_records calls",
                        "future_notices page per_page total_pages total_records calls future_state"),
                new Case(
                        ContraryBehavior.LINKS_WITHOUT_FILTERS,
                        "calls.json?relative_pagination=true&per_page=1&fields=note&direction=inbound&" + week,
                        reply -> Arrays.stream(reply.json()
                                        .path("next_page")
                                        .asText()
                                        .replaceAll(".*\\?", "")
                                        .split("&"))
                                .filter(parameter -> !parameter.matches(
                                        "(action|agency_id|api_sort.*|controller|format|no_one.*)=.*"))
                                .collect(Collectors.joining("&")),
                        "fields=note&direction=inbound&" + week
                                + "&offset=1&page=1&per_page=1&relative_pagination=true",
                        "offset=1&per_page=1&relative_pagination=true"));
    }

    private static Case ids(ContraryBehavior behavior, String request, String off, String on) {
        return new Case(behavior, request, reply -> each(reply, "id").replace("\"", ""), off, on);
    }

    private static Case status(ContraryBehavior behavior, String request, int off, int on) {
        return new Case(behavior, request, Client.Reply::status, off, on);
    }

    private static Case sizes(ContraryBehavior behavior, String request, int off, int on) {
        return new Case(behavior, request, reply -> list(reply).size(), off, on);
    }

    private static Case fields(ContraryBehavior behavior, String request, String field, String off, String on) {
        return new Case(behavior, request, reply -> each(reply, field), off, on);
    }

    private static Case totals(ContraryBehavior behavior, String request, String off, String on) {
        return new Case(
                behavior,
                request,
                reply -> Stream.of("page", "per_page", "total_pages", "total_records")
                        .map(name -> reply.json().path(name).toString())
                        .collect(Collectors.joining(" ")),
                off,
                on);
    }

    private static Case members(ContraryBehavior behavior, String request, String off, String on) {
        return new Case(
                behavior,
                request,
                reply -> {
                    List<String> names = new ArrayList<>();
                    reply.json().fieldNames().forEachRemaining(names::add);
                    return String.join(" ", names);
                },
                off,
                on);
    }

    private static JsonNode list(Client.Reply reply) {
        JsonNode answer = reply.json();
        return SandboxEndpoints.arrayKeys().stream()
                .filter(answer::has)
                .map(answer::get)
                .findFirst()
                .orElseThrow(() -> new AssertionError(reply.body()));
    }

    /** One field of each record as JSON; nothing for a record without it. */
    private static String each(Client.Reply reply, String path) {
        List<String> values = new ArrayList<>();
        list(reply).forEach(record -> values.add(record.at("/" + path).toString()));
        return String.join(" ", values);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void changesThisAndOnlyWhileItIsOn(Case each) {
        String before = client.get(each.request()).body();
        assertThat(each.look().apply(client.get(each.request()))).isEqualTo(each.off());

        sandbox.contrary(Set.of(each.behavior()));
        assertThat(each.look().apply(client.get(each.request()))).isEqualTo(each.on());

        sandbox.contrary(Set.of());
        assertThat(client.get(each.request()).body()).isEqualTo(before);
    }

    @Test
    void everyBehaviorHasACaseThatDiffers() {
        assertThat(cases())
                .filteredOn(each -> !each.off().equals(each.on()))
                .extracting(Case::behavior)
                .containsAll(EnumSet.allOf(ContraryBehavior.class));
    }

    @ParameterizedTest
    @CsvSource({
        "TIMES_OF_DAY_IGNORED, start_date=2026-03-11T08:01&end_date=2026-03-12T07:59, 0, 3",
        "END_DATE_EXCLUSIVE, start_date=2026-03-10&end_date=2026-03-12, 4, 2",
        "END_DATE_EXCLUSIVE, start_date=2026-03-12&end_date=2026-03-12, 2, 0",
        "TIME_ZONE_IGNORED, start_date=2026-03-12&end_date=2026-03-12, 2, 1",
        "NUMBERS_AS_TEXT, start_date=2026-03-10&end_date=2026-03-12, 4, \"4\"",
    })
    void summariesDifferInTheSameWay(ContraryBehavior behavior, String dates, String off, String on) {
        for (String path : List.of("calls/summary.json?", "calls/timeseries.json?")) {
            assertThat(client.get(path + dates).json().at("/total_results/total_calls"))
                    .hasToString(off);
            sandbox.contrary(Set.of(behavior));
            assertThat(client.get(path + dates).json().at("/total_results/total_calls"))
                    .hasToString(on);
            sandbox.contrary(Set.of());
        }
    }

    @Test
    void theDaysOfASeriesAreThoseInWhichDatesAreRead() {
        sandbox.contrary(Set.of(ContraryBehavior.TIME_ZONE_IGNORED));

        JsonNode series = client.get("calls/timeseries.json?start_date=2026-03-12&end_date=2026-03-13")
                .json();

        assertThat(series.path("start_date").asText()).isEqualTo("2026-03-11T20:00:00-0400");
        assertThat(series.at("/data").findValuesAsText("date")).containsExactly("2026-03-12", "2026-03-13");
        assertThat(series.at("/data").findValuesAsText("total_calls")).containsExactly("1", "1");
    }

    @Test
    void aLinkWithoutFiltersLeadsToAPageWithTheDefaults() {
        sandbox.contrary(Set.of(ContraryBehavior.LINKS_WITHOUT_FILTERS));

        Client.Reply first = client.get("calls.json?relative_pagination=true&per_page=1&sort=duration&fields=note"
                + "&start_date=2026-03-12&end_date=2026-03-12");
        Client.Reply second =
                client.absolute(first.json().path("next_page").asText().substring("https://api.callrail.com".length()));

        assertThat(first.each("calls", "id")).containsExactly("C");
        assertThat(second.each("calls", "id")).containsExactly("C");
        assertThat(second.json().at("/calls/0").has("note")).isFalse();
        assertThat(second.json().path("has_next_page").asBoolean()).isTrue();
    }

    @Test
    void theLinksOfAContraryOrderKeepIt() {
        sandbox.contrary(Set.of(ContraryBehavior.ORDER_IGNORED));
        List<String> walked = new ArrayList<>();
        String next = "/v3/a/" + sandbox.accountId() + "/calls.json?relative_pagination=true&per_page=1&sort=duration";
        while (next != null) {
            Client.Reply page = client.absolute(next);
            walked.addAll(page.each("calls", "id"));
            String link = page.json().path("next_page").asText(null);
            next = link == null ? null : link.substring("https://api.callrail.com".length());
        }

        assertThat(walked).containsExactly("D", "A", "C", "B");
    }

    @Test
    void bothFormsOfAnIdWorkWhenIdsAreNumbers() {
        sandbox.contrary(Set.of(ContraryBehavior.NUMERIC_IDS));
        String account =
                client.absolute("/v3/a.json").json().at("/accounts/0/id").toString();
        String company =
                client.get("companies.json").json().at("/companies/0/id").toString();

        assertThat(account).matches("\\d{9}");
        assertThat(client.absolute("/v3/a/" + account + "/calls.json?company_id=" + company)
                        .status())
                .isEqualTo(200);
        assertThat(client.get("calls.json", "company_id", company).json().path("total_records"))
                .isEqualTo(client.get(
                                "calls.json",
                                "company_id",
                                sandbox.data().ids("companies").get(0))
                        .json()
                        .path("total_records"));
    }

    @Test
    void aTimeKeepsItsFormatAtAnotherOffset() {
        ZoneOffset india = ZoneOffset.ofHoursMinutes(5, 30);

        assertThat(Times.atOffset("2026-03-14T23:26:53.589-05:00", india)).isEqualTo("2026-03-15T09:56:53.589+05:30");
        assertThat(Times.atOffset("2026-03-14T23:26:00Z", india)).isEqualTo("2026-03-15T04:56:00+05:30");
        assertThat(Times.atOffset("2026-02-10 03:43:50 -0500", india)).isEqualTo("2026-02-10 14:13:50 +0530");
        assertThat(Times.atOffset("2026-02-10 03:43:50 -0500", ZoneOffset.UTC)).isEqualTo("2026-02-10 08:43:50 +0000");
        assertThat(Times.atOffset("2026-02-10T03:43:50-05:00", ZoneOffset.UTC)).isEqualTo("2026-02-10T08:43:50Z");
        for (String other : List.of("2026-02-30T03:43:50Z", "2026-02-10T03:43:50+99:00", "2026-02-10", "Friday", "")) {
            assertThat(Times.atOffset(other, india)).isEqualTo(other);
        }
    }

    @Test
    void theFurtherFieldsAndMembersAreUnknown() {
        assertThat(SandboxEndpoints.all()).allSatisfy(endpoint -> assertThat(Stream.of(
                                endpoint.defaultFields(),
                                endpoint.requestableFields(),
                                endpoint.acceptedFields(),
                                endpoint.unaskedFields(),
                                endpoint.refusedFields(),
                                List.of(endpoint.arrayKey()))
                        .flatMap(List::stream))
                .noneMatch(name -> name.startsWith("future_")));
    }

    @Test
    void dayMinuteAndZoneDifferTogether() {
        sandbox.contrary(Set.of(
                ContraryBehavior.TIMES_OF_DAY_IGNORED,
                ContraryBehavior.END_DATE_EXCLUSIVE,
                ContraryBehavior.TIME_ZONE_IGNORED));

        // In UTC, D begins on the 13th, the day that is excluded.
        assertThat(client.get("calls.json?start_date=2026-03-11T20:00&end_date=2026-03-13T23:59")
                        .each("calls", "id"))
                .containsExactly("C", "B");
    }

    @Test
    void orderPagesAndTotalsDifferTogether() {
        sandbox.contrary(
                Set.of(ContraryBehavior.SORT_IGNORED, ContraryBehavior.PAGES_CLAMPED, ContraryBehavior.WRONG_TOTALS));
        List<String> newestFirst =
                client.get("form_submissions.json?per_page=100").each("form_submissions", "id");

        Client.Reply reply = client.get("form_submissions.json?per_page=250&sort=submitted_at&order=asc");

        assertThat(reply.each("form_submissions", "id")).isEqualTo(newestFirst);
        assertThat(reply.json().path("per_page").asInt()).isEqualTo(100);
        assertThat(reply.json().path("total_pages").asInt()).isEqualTo(2);
        assertThat(reply.json().path("total_records").asInt()).isEqualTo(127);
    }

    @Test
    void aTotalThatIsWrongMayBeTextAndPointToAPageThatRepeatsTheLast() {
        sandbox.contrary(Set.of(
                ContraryBehavior.WRONG_TOTALS, ContraryBehavior.TOTALS_AS_TEXT, ContraryBehavior.LAST_PAGE_REPEATED));

        Client.Reply reply = client.get("calls.json?per_page=4&page=3");

        assertThat(reply.json().path("total_pages")).hasToString("\"3\"");
        assertThat(reply.json().path("total_records")).hasToString("\"11\"");
        assertThat(reply.json().path("page")).hasToString("3");
        assertThat(reply.each("calls", "id")).containsExactly("D", "C", "B", "A");
    }

    @Test
    void numbersAndTextChangePlacesButIdsAreNumbers() {
        sandbox.contrary(Set.of(
                ContraryBehavior.NUMBERS_AS_TEXT, ContraryBehavior.TEXT_AS_NUMBERS, ContraryBehavior.NUMERIC_IDS));

        JsonNode call = client.get("calls.json?per_page=1&fields=company_id,utm_term,keywords_spotted")
                .json()
                .at("/calls/0");

        assertThat(call.path("duration")).hasToString("\"40\"");
        assertThat(call.path("utm_term")).hasToString("12");
        assertThat(call.path("keywords_spotted")).hasToString("[\"7\",8]");
        assertThat(call.path("company_id").isNumber()).isTrue();
    }

    @Test
    void unknownFieldsAreWrittenLikeOthers() {
        sandbox.contrary(Set.of(
                ContraryBehavior.UNKNOWN_FIELDS,
                ContraryBehavior.NUMBERS_AS_TEXT,
                ContraryBehavior.EMPTY_TEXT_FOR_NULL));

        assertThat(client.get("calls.json").json().at("/calls/0/future_object"))
                .hasToString("{\"level\":\"3\",\"labels\":[\"new\"],\"since\":\"\"}");
    }

    @Test
    void anyTwoAnswer() {
        for (ContraryBehavior one : ContraryBehavior.values()) {
            for (ContraryBehavior other : ContraryBehavior.values()) {
                sandbox.contrary(EnumSet.of(one, other));
                Client.Reply reply =
                        client.get("calls.json?start_date=2026-03-10T00:00&end_date=2026-03-14&fields=note");
                assertThat(reply.status()).as("%s, %s", one, other).isEqualTo(200);
                assertThat(reply.json().path("calls").size())
                        .as("%s, %s", one, other)
                        .isEqualTo(4);
            }
        }
    }

    @Test
    void allTogetherAnswerEveryReport() {
        sandbox.contrary(EnumSet.allOf(ContraryBehavior.class));

        assertThat(SandboxEndpoints.all()).allSatisfy(endpoint -> {
            Client.Reply reply = client.absolute("/v3" + endpoint.path().replace("{account}", sandbox.accountId()) + "?"
                    + endpoint.requiredParameters().stream()
                            .map(name ->
                                    name + "=" + sandbox.data().ids("companies").get(0))
                            .collect(Collectors.joining("&")));
            assertThat(reply.status()).as(reply.body()).isEqualTo(200);
            assertThat(reply.json().has(endpoint.arrayKey()) || reply.json().has("total_results"))
                    .isTrue();
        });
    }

    @Test
    void aSandboxStartsAndIsResetWithThoseOfItsBuilder() {
        CallRailSandbox.Builder builder = CallRailSandbox.builder()
                .empty()
                .contrary(ContraryBehavior.WRONG_TOTALS, ContraryBehavior.SORT_IGNORED);
        try (CallRailSandbox contrary = builder.start()) {
            Client asking = new Client(contrary);
            assertThat(contrary.contrary())
                    .containsExactly(ContraryBehavior.SORT_IGNORED, ContraryBehavior.WRONG_TOTALS);
            assertThat(asking.get("calls.json").json().path("total_records").asInt())
                    .isEqualTo(7);

            contrary.contrary(Set.of());
            assertThat(asking.get("calls.json").json().path("total_records").asInt())
                    .isZero();

            contrary.reset();
            assertThat(asking.get("calls.json").json().path("total_records").asInt())
                    .isEqualTo(7);
        }
    }

    @Test
    void theJournalHasRequestsAsTheyWereSent() {
        sandbox.contrary(EnumSet.allOf(ContraryBehavior.class));

        client.get("calls.json?sort=duration&order=asc&per_page=250&end_date=2026-03-14T10:00&start_date=2026-03-10");

        assertThat(sandbox.journal().requests().get(0).rawQuery())
                .isEqualTo("sort=duration&order=asc&per_page=250&end_date=2026-03-14T10:00&start_date=2026-03-10");
    }

    @Test
    void anIdIsReadAndAMisspeltOneRejectedWithTheClosest() {
        for (ContraryBehavior behavior : ContraryBehavior.values()) {
            assertThat(behavior.id()).matches("[a-z]+(-[a-z]+)+");
            assertThat(ContraryBehavior.of(behavior.id())).isEqualTo(behavior);
        }
        assertThatThrownBy(() -> ContraryBehavior.of("sort-ignord"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("There is no contrary behavior 'sort-ignord'. Did you mean 'sort-ignored'?"
                        + " There are: sort-ignored, order-ignored, ")
                .hasMessageEndingWith("links-without-filters");
        assertThatThrownBy(() -> ContraryBehavior.of("everything"))
                .hasMessageStartingWith("There is no contrary behavior 'everything'. There are: sort-ignored, ");
    }
}
