package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.sandbox.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A field that CallRail refuses one day, though nobody named it, does not end a route. */
class RefusedFieldsTest extends SandboxTest {

    @Test
    void theFieldIsFoundNamedAndNullFromThenOn() {
        List<String> ids = calls(25);
        sandbox.faults().refuseField("calls", "transcription");

        List<CallRailRecord> records;
        List<String> lines;
        try (LogLines log = new LogLines()) {
            records = records(uri("calls", "pageSize=10"));
            lines = log.lines().stream().filter(line -> line.startsWith("WARN")).toList();
        }

        assertThat(ids(records)).isEqualTo(ids);
        assertThat(records)
                .allSatisfy(record ->
                        assertThat(record).containsEntry("transcription", null).containsKey("note"));
        assertThat(lines)
                .singleElement()
                .asString()
                .startsWith(
                        "WARN CallRail rejects the fields [transcription] of report 'calls' in account '" + account());
        // Once all, once none, two for each halving of about sixty, and the three pages.
        assertThat(requests()).hasSizeBetween(10, 18);
    }

    @Test
    void itIsLookedForOnce() {
        calls(3);
        sandbox.faults().refuseField("calls", "note");
        records(uri("calls", ""));
        int before = requests().size();

        records(uri("calls", ""));
        CLOCK.advance(Duration.ofDays(1));
        records(uri("calls", "daysBack=9"));

        assertThat(requests()).hasSize(before + 2);
        assertThat(latestQuery().get("fields").split(","))
                .doesNotContain("note")
                .contains("tags");
    }

    @ParameterizedTest
    @CsvSource({"calls,note,tags,''", "calls,agent_email,zip_code,''", "calls,note,tags,fields=-source"})
    void severalAreFoundTogether(String report, String one, String other, String options) {
        calls(3);
        sandbox.faults().refuseField(report, one);
        sandbox.faults().refuseField(report, other);

        assertThat(records(uri(report, options))).hasSize(3).allSatisfy(record -> assertThat(record)
                .containsEntry(one, null)
                .containsEntry(other, null));
    }

    @Test
    void fieldsThatAreNamedAreNotLeftOut() {
        calls(3);
        sandbox.faults().refuseField("calls", "note");

        CallRailException failure = failure(uri("calls", "fields=id,note"));

        assertThat(failure.getKind()).isEqualTo(FailureKind.REFUSED);
        assertThat(requests()).hasSize(1);
    }

    @Test
    void aRefusalThatIsNotAboutFieldsIsTold() {
        calls(3);
        sandbox.faults().always(Fault.status(400, "{\"error\":\"no such company\"}"));

        assertThat(failure(uri("calls", ""))).hasMessageContaining("HTTP 400 \"no such company\"");
        assertThat(requests()).hasSize(2);
    }

    @Test
    void aRefusalOfThePastSaysNothingOfAnotherReport() {
        calls(3);
        sandbox.data().generate("leads", 1, NOW.minusSeconds(3600), NOW);
        sandbox.faults().refuseField("calls", "note");
        records(uri("calls", ""));

        records(uri("leads", "").replace("&timeZone=America/New_York", ""));

        assertThat(latestQuery().get("fields")).contains("id").contains("name");
    }

    @Test
    void thePollGoesOnToo() throws Exception {
        List<String> ids = calls(25);
        CallRailConsumer consumer = context.consume(uri("calls", "pageSize=10"));
        sandbox.faults().refuseField("calls", "note");

        consumer.poll();

        assertThat(context.received())
                .extracting(exchange -> exchange.getMessage().getHeader(CallRailConstants.RECORD_ID))
                .isEqualTo(List.<Object>copyOf(ids));
    }

    @Test
    void aBudgetThatIsNotEnoughForTheSearchOnlyDelaysIt() throws Exception {
        calls(5);
        sandbox.faults().refuseField("calls", "note");
        CallRailConsumer consumer = context.consume(uri("calls", "requestsPerHour=6"));

        for (int hour = 0; hour < 5; hour++) {
            consumer.poll();
            CLOCK.advance(Duration.ofMinutes(61));
        }

        assertThat(context.received()).hasSizeGreaterThanOrEqualTo(5);
    }
}
