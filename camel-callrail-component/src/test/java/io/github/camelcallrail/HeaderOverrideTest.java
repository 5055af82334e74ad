package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.options.QueryOptionReader;
import io.github.camelcallrail.query.OptionRules;
import io.github.camelcallrail.report.CallRailRecords;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.lang.reflect.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the headers of a message change about a producer's request, and what they cannot. */
class HeaderOverrideTest extends SandboxTest {

    /** An option by header: on which report, and what is then asked. */
    record Override(String report, String header, Object value, String parameter, String sent) {
        @java.lang.Override
        public String toString() {
            return header;
        }
    }

    static Stream<Override> overrides() {
        return Stream.of(
                new Override("calls", CallRailConstants.COMPANY_ID, "COM1", "company_id", "COM1"),
                new Override("calls", CallRailConstants.TRACKER_ID, "TRK1", "tracker_id", "TRK1"),
                new Override("calls-summary", CallRailConstants.USER_ID, "USR1", "agent", "USR1"),
                new Override("calls-summary", CallRailConstants.GROUP_BY, "campaign", "group_by", "campaign"),
                new Override("calls-timeseries", CallRailConstants.INTERVAL, "week", "interval", "week"),
                new Override("calls", CallRailConstants.FIELDS, "id,note", "fields", "note"),
                new Override("calls", CallRailConstants.FIELDS, List.of("id", "note"), "fields", "note"),
                new Override("calls", CallRailConstants.SEARCH, "Ada", "search", "Ada"),
                new Override("calls", CallRailConstants.SORT, "duration", "sort", "duration"),
                new Override("calls", CallRailConstants.DATE, "2026-03-01", "start_date", "2026-03-01"),
                new Override("calls", CallRailConstants.DATE, LocalDate.of(2026, 3, 1), "end_date", "2026-03-01"),
                new Override("calls", CallRailConstants.DAYS_BACK, 3, "start_date", "2026-03-12"),
                new Override("calls", CallRailConstants.DAYS_BACK, "3", "start_date", "2026-03-12"),
                new Override(
                        "calls", CallRailConstants.START_DATE, "2026-03-02T14:00", "start_date", "2026-03-02T14:00"),
                new Override("calls", CallRailConstants.START_DAYS_BACK, 5, "start_date", "2026-03-10"),
                new Override(
                        "calls",
                        CallRailConstants.START_DATE,
                        Date.from(Instant.parse("2026-03-10T14:00:30Z")),
                        "start_date",
                        "2026-03-10T10:00"),
                new Override(
                        "calls",
                        CallRailConstants.START_DATE,
                        Instant.parse("2026-03-10T14:00:30Z"),
                        "start_date",
                        "2026-03-10T10:00"),
                new Override(
                        "calls",
                        CallRailConstants.START_DATE,
                        ZonedDateTime.parse("2026-03-10T14:00:30Z[Asia/Kolkata]"),
                        "start_date",
                        "2026-03-10T10:00"),
                new Override("calls", CallRailConstants.FIELDS, new String[] {"id", "note"}, "fields", "note"),
                new Override("calls", CallRailConstants.DATE_RANGE, "yesterday", "end_date", "2026-03-14"),
                new Override("calls", CallRailConstants.TIME_ZONE, "Asia/Kolkata", "time_zone", "Asia/Kolkata"),
                new Override("calls", CallRailConstants.PAGE_SIZE, 50, "per_page", "50"),
                new Override("calls", CallRailConstants.PAGINATION, "relative", "relative_pagination", "true"),
                new Override("calls", CallRailConstants.MAX_RECORDS, 5L, "per_page", "5"),
                new Override(
                        "calls", CallRailConstants.FILTERS, Map.of("direction", "inbound"), "direction", "inbound"),
                new Override(
                        "calls", CallRailConstants.FILTERS, Map.of("tags", List.of("A", "B")), "tags[]", "A and B"));
    }

    @ParameterizedTest
    @MethodSource("overrides")
    void headersStandInForOptions(Override override) {
        requested(uri(override.report, ""), Map.of(override.header, override.value));

        assertThat(latestQuery()).containsEntry(override.parameter, override.sent);
    }

    @Test
    void everyQueryOptionHasAHeaderConstant() {
        assertThat(OptionRules.OPTIONS).allSatisfy(option -> assertThat(CallRailConstants.class
                        .getDeclaredField(option.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT))
                        .get(null))
                .isEqualTo(QueryOptionReader.header(option)));
    }

    @Test
    void anotherAccountByHeader() {
        try (CallRailSandbox two =
                        CallRailSandbox.builder().clock(CLOCK).accounts(2).start();
                CallRailContext own = new CallRailContext(two, CLOCK)) {
            String other = two.accountIds().get(1);

            Exchange exchange = own.request(
                    "callrail:users?accountId=" + two.accountId(), Map.of(CallRailConstants.ACCOUNT_ID, other));

            assertThat(exchange.getMessage().getHeader(CallRailConstants.SOURCE_ACCOUNT_ID))
                    .isEqualTo(other);
            assertThat(two.journal().lines().get(0)).startsWith("GET /v3/a/" + other + "/users.json");
        }
    }

    @Test
    void aDateHeaderReplacesAllDateOptionsOfTheEndpoint() {
        requested(uri("calls", "startDate=2026-01-01&endDate=2026-01-31"), Map.of(CallRailConstants.DAYS_BACK, 1));

        assertThat(latestQuery())
                .containsEntry("start_date", "2026-03-14")
                .containsEntry("end_date", "2026-03-15T12:30")
                .containsEntry("time_zone", "America/New_York");
    }

    @Test
    void theMinuteThatIsCutOffAMomentStaysInTheWindow() {
        requested(
                uri("calls", ""),
                Map.of(
                        CallRailConstants.START_DATE, LocalDateTime.parse("2026-03-10T10:00:30"),
                        CallRailConstants.END_DATE, LocalDateTime.parse("2026-03-10T11:00:30")));

        assertThat(latestQuery())
                .containsEntry("start_date", "2026-03-10T10:00")
                .containsEntry("end_date", "2026-03-10T11:01");
    }

    @Test
    void aBlankHeaderCountsAsNotThere() {
        requested(
                uri("calls", "date=2026-03-01&filter.direction=inbound"),
                Map.of(
                        CallRailConstants.DAYS_BACK,
                        "",
                        CallRailConstants.ACCOUNT_ID,
                        " ",
                        CallRailConstants.FILTERS,
                        Map.of("direction", "")));

        assertThat(requests())
                .singleElement()
                .asString()
                .startsWith("GET /v3/a/ACC/calls.json?start_date=2026-03-01&end_date=2026-03-01")
                .contains("direction=inbound");
    }

    @Test
    void aFilterWithoutAnyValueIsRefusedRatherThanDropped() {
        assertThat(failure(uri("calls", "filter.tags=A"), Map.of(CallRailConstants.FILTERS, Map.of("tags", List.of()))))
                .hasMessage("Option 'filter.tags' of report 'calls' has no value: leave it out, or give it one."
                        + " (Headers of the message set filter.tags.)");
        assertThat(sandbox.journal().lines()).isEmpty();
    }

    @Test
    void everyHeaderThatIsSetIsTakenOffBeforeTheNextReport() throws IllegalAccessException {
        List<String> set = new ArrayList<>();
        for (Field field : CallRailConstants.class.getDeclaredFields()) {
            if (field.getType() == String.class) {
                set.add((String) field.get(null));
            }
        }
        OptionRules.OPTIONS.forEach(option -> set.remove(QueryOptionReader.header(option)));
        set.remove(CallRailConstants.FILTERS);

        assertThat(MessageHeaders.NAMES).containsExactlyInAnyOrderElementsOf(set);
    }

    @Test
    void filtersOfTheHeaderJoinThoseOfTheEndpoint() {
        requested(
                uri("calls", "filter.direction=outbound&filter.device=mobile"),
                Map.of(CallRailConstants.FILTERS, Map.of("direction", "inbound")));

        assertThat(latestQuery()).containsEntry("direction", "inbound").containsEntry("device", "mobile");
    }

    @Test
    void headersPassTheSameChecks() {
        assertThat(failure(uri("calls", ""), Map.of(CallRailConstants.DAYS_BACK, -1)))
                .hasMessageContaining("daysBack");
        assertThat(failure(uri("calls", ""), Map.of(CallRailConstants.GROUP_BY, "source")))
                .hasMessageStartingWith("Option 'groupBy' is not supported by report 'calls'.")
                .hasMessageEndingWith(" (Headers of the message set groupBy.)");
        assertThat(failure(uri("calls", ""), Map.of(CallRailConstants.FILTERS, "direction=inbound")))
                .hasMessage("Header 'CamelCallRailFilters' must be a map from filter to value, but is a String.");
        assertThat(sandbox.journal().lines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ApiKey", "BaseUrl", "ApiVersion", "OutputType", "StateDirectory", "DayBack"})
    void aHeaderThatIsNoneOfThoseIsRefused(String name) {
        assertThat(failure(uri("calls", ""), Map.of("CamelCallRail" + name, "calls")))
                .hasMessageStartingWith("There is no header 'CamelCallRail" + name + "' that the producer reads");
        assertThat(sandbox.journal().lines()).isEmpty();
    }

    @Test
    void theReportCannotBeChanged() {
        Exchange exchange =
                requested("callrail:users?accountId=" + account(), Map.of(CallRailConstants.REPORT, "calls"));

        assertThat(exchange.getMessage().getHeader(CallRailConstants.REPORT)).isEqualTo("users");
        assertThat(requests()).singleElement().asString().startsWith("GET /v3/a/ACC/users.json?");
    }

    @Test
    void chainedProducersDoNotReadEachOthersHeaders() throws Exception {
        calls(3);
        context.addRoutes(new RouteBuilder() {
            @java.lang.Override
            public void configure() {
                from("direct:chain")
                        .to(uri("calls-summary", "companyId=" + company() + "&groupBy=source&date=2026-03-10"))
                        .to("callrail:companies?accountId=" + account())
                        .to(uri("calls", "daysBack=7"));
            }
        });

        Exchange exchange = requested("direct:chain", new HashMap<>());

        assertThat(requests().get(1)).isEqualTo("GET /v3/a/ACC/companies.json?sort=name&order=asc&per_page=250&page=1");
        assertThat(requests().get(2))
                .isEqualTo("GET /v3/a/ACC/calls.json?start_date=2026-03-08&end_date=2026-03-15T12:30"
                        + "&time_zone=America/New_York&sort=start_time&order=asc&per_page=250&page=1");
        Message message = exchange.getMessage();
        assertThat(message.getBody(CallRailRecords.class)).hasSize(3);
        assertThat(message.getHeaders())
                .doesNotContainKey(CallRailConstants.TOTALS)
                .doesNotContainKey(CallRailConstants.SOURCE_COMPANY_ID)
                .containsEntry(CallRailConstants.REPORT, "calls");
    }
}
