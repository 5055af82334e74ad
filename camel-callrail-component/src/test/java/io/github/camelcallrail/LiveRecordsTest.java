package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.report.CallRailRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Records as the live service has them: offsets that differ within one answer, hidden callers, scores that are renewed.
 */
class LiveRecordsTest extends IncrementalTesting {

    @ParameterizedTest
    @ValueSource(strings = {"pageSize=7", "pageSize=7&parallelRequests=3", "pagination=relative&pageSize=7"})
    void recordsOfSeveralOffsetsComeOnceEachInTheOrderOfTheInstants(String options) {
        List<String> ids = calls(80);

        List<CallRailRecord> records = records(uri("calls", options));

        assertThat(ids(records)).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(records.stream().map(record -> offset(record, "start_time"))).contains("-04:00", "-03:00");
        Comparator<CallRailRecord> order = Comparator.comparing(record -> time(record, "start_time"));
        assertThat(records).isSortedAccordingTo(options.contains("relative") ? order.reversed() : order);
    }

    @ParameterizedTest
    @ValueSource(strings = {"calls", "conversations"})
    void anIncrementalConsumerSendsRecordsOfSeveralOffsetsOnceAlsoAcrossARestart(String report) throws Exception {
        sandbox.data().generate(report, 60, Instant.parse("2026-03-08T05:00:00Z"), NOW.minusSeconds(60));
        List<String> ids = sandbox.data().ids(report);
        incremental(report, "pageSize=7");

        assertThat(poll()).containsExactlyInAnyOrderElementsOf(ids);

        restart(report, "pageSize=7");
        assertThat(pollAfter(Duration.ofHours(25))).isEmpty();
    }

    /** CallRail renews the scores of all calls of a caller who calls again: nobody has edited those calls. */
    @Test
    void aScoreThatIsRenewedIsNoEdit() throws Exception {
        List<String> ids = calls(5);
        incremental("calls", "");
        assertThat(poll()).hasSize(5);

        sandbox.data().edit("calls", ids.get(1), Map.of("lead_score", "88", "lead_explanation", "Called again."));
        sandbox.data().edit("calls", ids.get(3), Map.of("note", "Call back."));

        assertThat(pollAfter(Duration.ofHours(25))).containsExactly(ids.get(3));
    }

    @Test
    void hiddenCallersAndPaddedNamesComeAsTheyAre() {
        calls(60);

        List<CallRailRecord> records = records(uri("calls", ""));

        List<CallRailRecord> hidden = records.stream()
                .filter(record -> "+1266696687".equals(record.get("customer_phone_number")))
                .toList();
        assertThat(hidden).hasSize(2).allSatisfy(record -> assertThat(record)
                .containsEntry("customer_city", null)
                .containsEntry("customer_state", null)
                .containsEntry("customer_country", null));
        assertThat(hidden.stream().map(record -> record.get("customer_name"))).containsExactlyInAnyOrder("", null);
        assertThat(records)
                .anyMatch(record -> String.valueOf(record.get("customer_name")).endsWith(" "));
    }

    @Test
    void whatCallRailDocumentsInAnswersToWritesOnlyIsThereAsNull() {
        sandbox.data().generate("notifications", 1, NOW.minusSeconds(60), NOW);
        sandbox.data().add("summary-emails", Map.of("company_id", company()));

        Map<String, Object> notification = new TreeMap<>(
                records("callrail:notifications?accountId=" + account()).get(0));
        assertThat(notification)
                .containsEntry("agent_id", null)
                .containsEntry("agent_name", null)
                .containsEntry("company_name", null)
                .containsEntry("tracker_name", null);
        String emails = "callrail:summary-emails?accountId=" + account();
        assertThat(records(emails)).isEmpty();
        assertThat(records(emails + "&companyId=" + company()).get(0)).containsEntry("filters", null);
    }

    private static String offset(CallRailRecord record, String field) {
        return record.get(field).toString().substring(23);
    }

    private static Instant time(CallRailRecord record, String field) {
        return OffsetDateTime.parse(record.get(field).toString()).toInstant();
    }
}
