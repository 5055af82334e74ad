package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.report.CallRailRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Records whose time cannot be read, or can be no record's, read whole: they come with all others, and nobody else is
 * held up.
 */
class UntimedRecordsTest extends SandboxTest {

    static Stream<Object> values() {
        return UntimedRecords.values();
    }

    @ParameterizedTest
    @MethodSource("values")
    void aTimeThatIsNoneHoldsUpNobody(Object value) {
        List<String> ids = calls(45);
        UntimedRecords.ofCalls(sandbox).set(ids.get(17), value);

        try (LogLines log = new LogLines()) {
            assertThat(ids(records(uri("calls", "pageSize=10")))).isEqualTo(ids);
            assertThat(log.lines()).filteredOn(line -> line.startsWith("WARN")).hasSize(1);
            assertThat(log.lines())
                    .contains("WARN Report 'calls' has 1 record whose 'start_time' is not a usable time: "
                            + ids.get(17)
                            + ". They are delivered with the others, after the record that CallRail lists before"
                            + " them.");
        }
        assertThat(sandbox.journal().lines()).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 10, 19, 20, 44})
    void itMayStandAnywhere(int place) {
        List<String> ids = calls(45);
        UntimedRecords.ofCalls(sandbox).setNull(ids.get(place));

        assertThat(ids(records(uri("calls", "pageSize=10")))).isEqualTo(ids);
        assertThat(sandbox.journal().lines()).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({
        "calls, calls, start_time, parallelRequests=3",
        "calls, calls, start_time, readAhead=2",
        "calls, calls, start_time, pagination=relative",
        "calls, calls, start_time, sort=duration",
        "form-submissions, form_submissions, submitted_at, parallelRequests=2",
        "conversations, conversations, last_message_at, parallelRequests=2",
        "sms-threads, sms_threads, last_message_at, readAhead=1"
    })
    void everyWayToReadGivesThemAll(String report, String arrayKey, String timeField, String options) throws Exception {
        sandbox.data().generate(report, 45, Instant.parse("2026-03-09T05:00:00Z"), NOW.minusSeconds(3600));
        List<String> ids = sandbox.data().ids(report);
        UntimedRecords untimed = new UntimedRecords(sandbox, report, arrayKey, timeField);
        untimed.setNull(ids.get(5));
        untimed.set(ids.get(30), "soon");

        try (LogLines log = new LogLines()) {
            assertThat(ids(records(uri(report, "pageSize=10&" + options)))).containsExactlyInAnyOrderElementsOf(ids);
            assertThat(log.lines()).filteredOn(line -> line.startsWith("WARN")).hasSizeBetween(1, 2);
            assertThat(String.join(" ", log.lines())).contains(ids.get(5), ids.get(30));
        }
        List<String> streamed = new ArrayList<>();
        Iterator<?> stream = requested(uri(report, "pageSize=10&outputType=stream&" + options), Map.of())
                .getMessage()
                .getBody(Iterator.class);
        stream.forEachRemaining(record -> streamed.add(((CallRailRecord) record).id()));
        assertThat(streamed).containsExactlyInAnyOrderElementsOf(ids);
        List<Exchange> polled = context.poll(uri(report, "pageSize=10&" + options));
        assertThat(polled)
                .extracting(exchange -> exchange.getMessage().getHeader(CallRailConstants.RECORD_ID))
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(sandbox.journal().lines()).hasSizeLessThanOrEqualTo(3 * 6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"readAhead=0", "parallelRequests=4"})
    void allOfAReportMayBeSo(String options) {
        List<String> ids = calls(305);
        UntimedRecords untimed = UntimedRecords.ofCalls(sandbox);
        ids.forEach(untimed::setNull);

        try (LogLines log = new LogLines()) {
            assertThat(ids(records(uri("calls", "pageSize=10&" + options)))).isEqualTo(ids);
            assertThat(log.lines()).filteredOn(line -> line.startsWith("WARN")).hasSize(2);
            assertThat(log.lines())
                    .anySatisfy(line -> assertThat(line).contains("has 10 records whose", ids.get(9)))
                    .anySatisfy(
                            line -> assertThat(line).contains("has 295 more records whose", ids.get(19), "and others"));
        }
        assertThat(sandbox.journal().lines()).hasSize(31);
    }

    @Test
    void aListThatChangesMeanwhileIsReadWhole() {
        List<String> ids = calls(95);
        UntimedRecords untimed = UntimedRecords.ofCalls(sandbox);
        for (int place = 8; place < 95; place += 9) {
            untimed.setNull(ids.get(place));
        }
        sandbox.faults().afterRequest(2, () -> sandbox.data().remove("calls", ids.get(3)));
        sandbox.faults().afterRequest(5, () -> sandbox.data().remove("calls", ids.get(8)));

        assertThat(ids(records(uri("calls", "pageSize=10")))).isEqualTo(ids);
        assertThat(sandbox.journal().lines()).hasSizeLessThanOrEqualTo(10 + 3 + 2 * 2);
    }
}
