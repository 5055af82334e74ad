package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.catalogue.ReportCatalogue;
import io.github.camelcallrail.sandbox.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every list report, incrementally: as many exchanges as there are edits and new records, and none when there are none.
 */
class IncrementalReportsTest extends IncrementalTesting {

    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Instant FROM = Instant.parse("2026-03-08T05:00:00Z");

    /** A field of each report that somebody may edit. */
    private static final Map<String, String> EDITED = Map.ofEntries(
            Map.entry("calls", "note"),
            Map.entry("form-submissions", "customer_name"),
            Map.entry("conversations", "customer_name"),
            Map.entry("sms-threads", "notes"),
            Map.entry("message-flows", "name"),
            Map.entry("accounts", "name"),
            Map.entry("companies", "script_url"),
            Map.entry("users", "first_name"),
            Map.entry("leads", "name"),
            Map.entry("trackers", "whisper_message"),
            Map.entry("tags", "color"),
            Map.entry("notifications", "alert_type"),
            Map.entry("caller-ids", "name"),
            Map.entry("summary-emails", "email"),
            Map.entry("integrations", "state"),
            Map.entry("integration-filters", "call_type"));

    static Stream<String> lists() {
        return ReportCatalogue.all().stream().filter(Report::paged).map(Report::name);
    }

    private void consume(String report) throws Exception {
        String account = report.equals("accounts") ? "" : "&accountId=" + account();
        boolean perCompany =
                List.of("caller-ids", "integrations", "integration-filters").contains(report);
        boolean dated = ReportCatalogue.of(report).precision().isPresent();
        start("callrail:" + report + "?incremental=true&pageSize=10&stateRepository=#state" + account
                + (perCompany ? "&companyId=" + company() : "")
                + (dated ? "&timeZone=America/New_York&lookback=30d" : ""));
    }

    private String added(String report, int number) {
        Map<String, Object> record = new HashMap<>();
        ReportCatalogue.of(report).timeField().ifPresent(field -> record.put(field, NOW.plusSeconds(60 + number)));
        if (List.of("caller-ids", "integrations", "integration-filters").contains(report)) {
            record.put("company_id", company());
        }
        if (report.equals("summary-emails")) {
            record.putAll(SummaryEmails.scope(sandbox));
        }
        return sandbox.data().add(report, record);
    }

    private List<String> all(String report) {
        return sandbox.data()
                .ids(
                        report,
                        record -> !record.containsKey("company_id")
                                || !List.of("caller-ids", "integrations", "integration-filters")
                                        .contains(report)
                                || company().equals(record.get("company_id")));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void sendsAsManyAsThereAreEditsAndNewRecords(String report) throws Exception {
        sandbox.data().generate(report, 43, FROM, NOW.minusSeconds(60));
        SummaryEmails.ofTheAccount(sandbox);
        List<String> ids = all(report);
        consume(report);
        assertThat(poll()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(pollAfter(QUARTER)).as("an idle poll").isEmpty();
        assertThat(state.written).hasSize(1);
        assertThat(requests()).hasSizeLessThanOrEqualTo((ids.size() + 9) / 10 + 3);

        List<String> expected = new ArrayList<>();
        for (int number = 0; number < ids.size(); number += 5) {
            sandbox.data().edit(report, ids.get(number), Map.of(EDITED.get(report), "edited"));
            expected.add("UPDATED " + ids.get(number));
        }
        for (int number = 0; number < 3; number++) {
            expected.add("CREATED " + added(report, number));
        }
        pollAfter(QUARTER);
        assertThat(changes()).containsExactlyInAnyOrderElementsOf(expected);

        assertThat(pollAfter(QUARTER)).as("an idle poll").isEmpty();
        assertThat(state.written).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void goesOnInANewProcessWhereAPollFailed(String report) throws Exception {
        sandbox.data().generate(report, 43, FROM, NOW.minusSeconds(60));
        SummaryEmails.ofTheAccount(sandbox);
        List<String> ids = all(report);
        consume(report);
        List<String> received = new ArrayList<>();
        for (int attempt = 1; attempt <= 3; attempt++) {
            int failAt = sandbox.journal().lines().size() + 2;
            sandbox.faults().onRequest(failAt, Fault.status(503, "{}"));
            try {
                poll();
            } catch (CallRailException expected) {
                assertThat(expected).hasMessageContaining("HTTP 503");
            }
            received.addAll(sent);
            context.close();
            context = new CallRailContext(sandbox, CLOCK);
            bindState();
            consume(report);
        }
        received.addAll(poll());

        assertThat(received).containsExactlyInAnyOrderElementsOf(ids);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aRecordThatFailsComesAgainAlone(String report) throws Exception {
        sandbox.data().generate(report, 23, FROM, NOW.minusSeconds(60));
        SummaryEmails.ofTheAccount(sandbox);
        List<String> ids = all(report);
        failing.add(ids.get(2));
        consume(report);
        assertThat(poll()).containsExactlyInAnyOrderElementsOf(ids);

        assertThat(pollAfter(QUARTER)).containsExactly(ids.get(2));
        failing.clear();
        assertThat(pollAfter(QUARTER)).containsExactly(ids.get(2));
        assertThat(pollAfter(QUARTER)).isEmpty();
    }
}
