package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.catalogue.ReportCatalogue;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.sandbox.Fault;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which fields are asked for, and which a record has. */
class FieldsTest extends SandboxTest {

    @Test
    void everyDocumentedFieldIsPresentUnlessSaidOtherwise() {
        calls(1);

        CallRailRecord record = records(uri("calls", "")).get(0);

        assertThat(record.keySet())
                .containsAll(ReportCatalogue.of("calls").fields().nonSecretNames())
                .contains("milestones", "transcription", "utm_source", "person_id");
        assertThat(latestQuery().get("fields"))
                .contains("milestones", "transcription")
                .doesNotContain("start_time", "spam");
    }

    @Test
    void fieldsThatCallRailLeavesOutAreThereAsNull() {
        sandbox.faults()
                .always(
                        Fault.body(
                                "application/json",
                                "{\"calls\":[{\"id\":\"CAL1\",\"start_time\":\"2026-03-09T10:00:00.000-04:00\"}],\"total_records\":1}"));

        assertThat(records(uri("calls", "")).get(0).keySet())
                .containsAll(ReportCatalogue.of("calls").fields().nonSecretNames());
        assertThat(records(uri("calls", "fields=-note")).get(0)).containsEntry("duration", null);
        assertThat(records(uri("calls", "fields=default")).get(0)).containsEntry("duration", null);
        assertThat(records(uri("calls", "fields=note")).get(0)).containsEntry("note", null);
    }

    @Test
    void aListGivesExactlyTheseFieldsInThisOrderWithIdAndTime() {
        calls(1);

        CallRailRecord record =
                records(uri("calls", "fields=note,duration,source")).get(0);

        assertThat(record.keySet()).containsExactly("id", "start_time", "note", "duration", "source");
        assertThat(latestQuery()).containsEntry("fields", "note,source");
    }

    @Test
    void aMinusListLeavesThese() {
        calls(1);

        CallRailRecord record =
                records(uri("calls", "fields=-transcription,-customer_name")).get(0);

        assertThat(record.keySet())
                .doesNotContain("transcription", "customer_name")
                .contains("note", "answered");
        assertThat(latestQuery().get("fields").split(","))
                .doesNotContain("transcription")
                .contains("note");
    }

    @Test
    void defaultLeavesTheChoiceToCallRail() {
        calls(1);

        CallRailRecord record = records(uri("calls", "fields=default")).get(0);

        assertThat(record.keySet()).contains("answered", "duration").doesNotContain("note", "milestones");
        assertThat(latestQuery()).doesNotContainKey("fields");
    }

    @Test
    void leadsNameAllTheirFields() {
        sandbox.data().generate("leads", 1, NOW.minusSeconds(3600), NOW);

        assertThat(records(uri("leads", "fields=phone").replace("&timeZone=America/New_York", ""))
                        .get(0)
                        .keySet())
                .containsExactly("id", "phone");
        assertThat(latestQuery()).containsEntry("fields", "id,phone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"users", "tags", "notifications", "summary-emails", "message-flows"})
    void noFieldsAreSentWhereNoneCanBeChosen(String report) {
        sandbox.data().generate(report, 1, NOW.minusSeconds(3600), NOW);
        SummaryEmails.ofTheAccount(sandbox);

        CallRailRecord record = records("callrail:" + report + "?accountId=" + account() + "&fields=id")
                .get(0);

        assertThat(record.keySet()).containsExactly("id");
        assertThat(latestQuery()).doesNotContainKey("fields");
    }

    @Test
    void theSigningKeyComesOnlyWhenNamed() {
        sandbox.data().add("integrations", Map.of("type", "Webhooks", "company_id", company()));
        String uri = "callrail:integrations?accountId=" + account() + "&companyId=" + company();

        assertThat(records(uri).get(0)).doesNotContainKey("signing_key");
        assertThat(latestQuery()).doesNotContainKey("fields");
        assertThat(records(uri + "&fields=id,signing_key").get(0)).containsKey("signing_key");
        assertThat(latestQuery()).containsEntry("fields", "signing_key");
    }

    @Test
    void anUndocumentedFieldThatCallRailTakesCanBeNamed() {
        calls(1);

        assertThat(records(uri("calls", "fields=id,spam")).get(0).keySet()).containsExactly("start_time", "id", "spam");
        assertThat(latestQuery()).containsEntry("fields", "spam");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            calls    | nte               | Report 'calls' has no field 'nte'; did you mean 'note'?
            calls    | id,-note          | Option 'fields' of report 'calls' mixes names to include with names to leave out: 'id,-note'.
            calls    | -id               | Option 'fields' of report 'calls' cannot leave out 'id': every record has it.
            calls    | -start_time       | Option 'fields' of report 'calls' cannot leave out 'start_time': every record has it.
            calls    | integration_data  | Option 'fields' of report 'calls' cannot name 'integration_data': CallRail returns it for a single call only
            calls    | tracker           | Option 'fields' of report 'calls' cannot name 'tracker': CallRail rejects it on calls; use 'tracker_id' instead.
            form-submissions | source_name | Option 'fields' of report 'form-submissions' cannot name 'source_name': CallRail rejects it on forms; use 'source' instead.
            form-submissions | referrer_domain | Option 'fields' of report 'form-submissions' cannot name 'referrer_domain': CallRail rejects it on forms
            trackers | company_id        | Option 'fields' of report 'trackers' cannot name 'company_id': CallRail rejects it on trackers; use 'company' instead.
            calls    | id,,note          | Report 'calls' has no field ''.
            """)
    void fieldsThatCannotBeAreRefused(String report, String fields, String message) {
        assertThat(failure("callrail:" + report + "?fields=" + fields)).hasMessageStartingWith(message);
        assertThat(sandbox.journal().lines()).isEmpty();
    }
}
