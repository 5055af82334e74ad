package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.catalogue.Fields;
import io.github.camelcallrail.catalogue.Parameter;
import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.catalogue.ReportCatalogue;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.report.CallRailRecords;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.CallRailSandboxExtension;
import io.github.camelcallrail.sandbox.Fault;
import io.github.camelcallrail.sandbox.SandboxEndpoints;
import io.github.camelcallrail.sandbox.SettableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code operation=get} reads one record of each family with one request, as the list has it and more. */
class SingleRecordsTest {

    private static final SettableClock CLOCK = new SettableClock(Instant.parse("2026-03-15T16:30:20Z"));

    /** What the single form has otherwise than the list. */
    private static final Map<String, Set<String>> DIFFERENT = Map.of(
            "calls", Set.of("call_summary", "conversational_transcript", "integration_data"),
            "conversations", Set.of("recent_messages"),
            "message-flows", Set.of("initial_step_id", "steps"));

    @RegisterExtension
    static final CallRailSandboxExtension SANDBOX =
            CallRailSandboxExtension.of(CallRailSandbox.builder().seed(7).clock(CLOCK));

    private CallRailSandbox sandbox;
    private CallRailContext context;

    @BeforeEach
    void start() {
        sandbox = SANDBOX.sandbox();
        context = new CallRailContext(sandbox, CLOCK);
    }

    @AfterEach
    void stop() {
        context.close();
    }

    static Stream<Report> families() {
        return ReportCatalogue.all().stream().filter(report -> report.single().isPresent());
    }

    @Test
    void thereAreFourteen() {
        assertThat(families()).hasSize(14);
    }

    @ParameterizedTest
    @MethodSource("families")
    void aRecordHasAllFieldsOfTheListAndItsOwn(Report report) {
        CallRailRecord listed = listed(report);
        int requests = sandbox.journal().lines().size();

        Exchange exchange = context.request(uri(report, "operation=get&id=" + listed.id()));

        assertThat(exchange.getException()).isNull();
        CallRailRecord record = exchange.getMessage().getBody(CallRailRecord.class);
        Set<String> different = DIFFERENT.getOrDefault(report.name(), Set.of());
        Set<String> undocumented = Set.copyOf(report.fields().unasked());
        assertThat(without(without(record, different), undocumented))
                .isEqualTo(without(without(listed, different), undocumented));
        assertThat(record.keySet()).containsAll(different);
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(CallRailConstants.REPORT, report.name())
                .containsEntry(CallRailConstants.RECORD_ID, listed.id())
                .doesNotContainKeys(CallRailConstants.TRUNCATED, CallRailConstants.TOTAL_RECORDS);
        assertThat(exchange.getMessage().getHeader(CallRailConstants.SOURCE_ACCOUNT_ID))
                .isEqualTo(report.ofAccount() ? sandbox.accountId() : null);
        assertThat(exchange.getMessage().getBody(String.class))
                .startsWith("{\"")
                .contains("\"id\":");
        assertThat(sandbox.journal()
                        .lines()
                        .subList(requests, sandbox.journal().lines().size()))
                .containsExactly("GET " + path(report, listed.id())
                        + fields(report.single().orElseThrow()));
    }

    @ParameterizedTest
    @MethodSource("families")
    void theIdMayComeWithTheMessage(Report report) {
        CallRailRecord listed = listed(report);

        Exchange exchange =
                context.request(uri(report, "operation=get"), Map.of(CallRailConstants.ID, listed.get("id")));

        assertThat(exchange.getMessage().getBody(CallRailRecord.class).id()).isEqualTo(listed.id());
        assertThat(exchange.getMessage().getHeader(CallRailConstants.ID)).isEqualTo(listed.get("id"));
    }

    @ParameterizedTest
    @MethodSource("families")
    void anUnknownIdIsNotFound(Report report) {
        String unknown = listed(report).id().replaceAll("[0-9]", "7") + "7";

        CallRailException failure = failure(context.request(uri(report, "operation=get&id=" + unknown)));

        assertThat(failure.getKind()).isEqualTo(FailureKind.NOT_FOUND);
        assertThat(failure.getHttpResponseCode()).isEqualTo(404);
        assertThat(failure)
                .hasMessageContaining("record '%s' of report '%s'".formatted(unknown, report))
                .hasMessageContaining("option 'id' (now '%s')".formatted(unknown));
    }

    @ParameterizedTest
    @MethodSource("families")
    void withoutAnIdNothingIsRequested(Report report) {
        CallRailException failure = failure(context.request(uri(report, "operation=get")));

        assertThat(failure.getKind()).isEqualTo(FailureKind.CONFIGURATION);
        assertThat(failure).hasMessageContaining("needs option 'id' or its header: the id of a");
        assertThat(sandbox.journal().lines()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "calls,         COM0190aa22bb33cc44dd55ee66ff778899, a company, a call: it begins with CAL",
        "companies,     CAL0190aa22bb33cc44dd55ee66ff778899, a call, a company: it begins with COM",
        "conversations, SMT0190aa22bb33cc44dd55ee66ff778899, an SMS thread, a conversation",
        "tags,          USR0190aa22bb33cc44dd55ee66ff778899, a user, a tag",
        "form-submissions, TRK0190aa22bb33cc44dd55ee66ff77, a tracker, a form submission: it begins with FRM or FOR",
    })
    void theIdOfAnotherKindIsRejectedBeforeItIsSent(String report, String id, String kind, String expected) {
        assertThatThrownBy(() -> context.getEndpoint(
                        "callrail:%s?operation=get&accountId=%s&id=%s".formatted(report, sandbox.accountId(), id)))
                .rootCause()
                .hasMessage("Option 'id' is '%s', which is the id of %s, but the id of %s is needed%s."
                        .formatted(id, kind, expected.split(":")[0], expected.replaceFirst("^[^:]*", "")));
    }

    @ParameterizedTest
    @CsvSource({
        "operation=get&companyId=COM1, Option 'companyId' cannot be used with operation=get of report 'calls'",
        "operation=get&daysBack=7, Option 'daysBack' cannot be used with operation=get of report 'calls'",
        "operation=get&pageSize=7, Option 'pageSize' cannot be used with operation=get of report 'calls'",
        "id=CAL1, Option 'id' of report 'calls' needs operation=get",
        "operation=get&fields=nope, Report 'calls' has no field 'nope'",
        "operation=download, Option 'operation' of report 'calls' cannot be 'download'. It takes: list; get; explain",
        "operation=get&id=CAL1/../x, Option 'id' cannot be 'CAL1/../x': an id has letters and digits only",
        "operation=get&id=CAL1&accountId=*, Operation 'get' of report 'calls' reads what belongs to one object",
        "operation=get&id=CAL1&outputType=stream, Option 'outputType' is for lists only: operation 'get' of report",
    })
    void optionsOfListsAreRejected(String options, String message) {
        assertThatThrownBy(() -> context.getEndpoint("callrail:calls?" + options))
                .rootCause()
                .hasMessageContaining(message.replace(";", ","));
    }

    @Test
    void notificationsCannotBeReadOneByOne() {
        assertThatThrownBy(() -> context.getEndpoint("callrail:notifications?operation=get&id=1"))
                .rootCause()
                .hasMessage("Option 'operation' of report 'notifications' cannot be 'get'. It takes: list, explain.");
    }

    @Test
    void defaultsOfTheComponentThatOnlyListsAcceptAreIgnored() {
        context.callrail().getConfiguration().setDaysBack("7");
        context.callrail().getConfiguration().setPageSize("50");
        context.callrail().getConfiguration().setOutputType("stream");
        String id = sandbox.data().ids("calls").get(0);

        assertThat(context.request(uri(ReportCatalogue.of("calls"), "operation=get&id=" + id))
                        .getException())
                .isNull();
    }

    @Test
    void aDefaultOfSeveralAccountsIsLeftToTheMessage() {
        context.callrail().getConfiguration().setAccountId("*");
        String id = sandbox.data().ids("calls").get(0);

        Exchange exchange = context.request(
                "callrail:calls?operation=get&id=" + id, Map.of(CallRailConstants.ACCOUNT_ID, sandbox.accountId()));

        assertThat(exchange.getException()).isNull();
        assertThat(sandbox.journal().lines()).hasSize(1);
    }

    @Test
    void fieldsAreSelectedAsInLists() {
        String id = sandbox.data().ids("calls").get(0);

        CallRailRecord record = context.request(uri(
                        ReportCatalogue.of("calls"),
                        "operation=get&id=" + id + "&fields=note,conversational_transcript"))
                .getMessage()
                .getBody(CallRailRecord.class);

        assertThat(record.keySet()).containsExactly("id", "note", "conversational_transcript");
        assertThat(sandbox.journal().lines())
                .singleElement()
                .asString()
                .endsWith("?fields=note%2Cconversational_transcript");
    }

    @Test
    void aFieldThatOnlyTheSingleFormRejectsIsLeftOut() {
        sandbox.faults().refuseField("object:calls", "integration_data");
        String id = sandbox.data().ids("calls").get(0);
        Report calls = ReportCatalogue.of("calls");

        CallRailRecord record = context.request(uri(calls, "operation=get&id=" + id))
                .getMessage()
                .getBody(CallRailRecord.class);
        int requests = sandbox.journal().lines().size();
        context.request(
                uri(calls, "operation=get&id=" + sandbox.data().ids("calls").get(1)));

        assertThat(record).containsEntry("integration_data", null).containsKey("conversational_transcript");
        assertThat(sandbox.journal().lines()).hasSize(requests + 1);
        assertThat(context.request(uri(calls, "maxRecords=1&timeZone=UTC")).getException())
                .isNull();
    }

    @Test
    void anAnswerWithoutAnIdIsNotARecord() {
        sandbox.faults().always(Fault.body("application/json", "{\"error\":\"moved\"}"));

        CallRailException failure = failure(context.request(uri(ReportCatalogue.of("users"), "operation=get&id=USR1")));

        assertThat(failure.getKind()).isEqualTo(FailureKind.MALFORMED);
        assertThat(failure).hasMessageContaining("it has no id").hasMessageContaining("moved");
    }

    @Test
    void aForbiddenRecordSaysWhatToCheck() {
        sandbox.faults().always(Fault.status(403, ""));

        CallRailException failure =
                failure(context.request(uri(ReportCatalogue.of("message-flows"), "operation=get&id=MFL1")));

        assertThat(failure.getKind()).isEqualTo(FailureKind.FORBIDDEN);
        assertThat(failure).hasMessageContaining("CallRail denies this report to many accounts");
    }

    @Test
    void versionTwoIsNotKnownToHaveIt() {
        assertThatThrownBy(() -> context.getEndpoint("callrail:calls?operation=get&id=CAL1&apiVersion=v2"))
                .rootCause()
                .hasMessageContaining("Set apiVersion=v3 on this endpoint.");
    }

    @Test
    void aConsumerCannotGet() {
        assertThatThrownBy(() -> context.consume("callrail:calls?operation=get&id=CAL1"))
                .rootCause()
                .hasMessageContaining("Option 'operation=get' is for producers only and cannot be used by a consumer");
    }

    private CallRailRecord listed(Report report) {
        String company = sandbox.data().ids("companies").get(0);
        boolean needed =
                report.parameter("companyId").filter(Parameter::required).isPresent();
        String options = needed ? "companyId=" + company : "maxRecords=1000";
        CallRailRecords records = context.request(uri(
                        report,
                        options + (report.precision().isPresent() ? "&daysBack=300&timeZone=America/New_York" : "")))
                .getMessage()
                .getBody(CallRailRecords.class);
        assertThat(records).isNotEmpty();
        return records.get(records.size() / 2);
    }

    private String uri(Report report, String more) {
        List<String> options = new ArrayList<>(List.of(more));
        if (report.ofAccount()) {
            options.add("accountId=" + sandbox.accountId());
        }
        return "callrail:%s?%s".formatted(report, String.join("&", options));
    }

    private String path(Report report, String id) {
        return "/v3"
                + SandboxEndpoints.object(report.name())
                        .path()
                        .replace("{account}", sandbox.accountId())
                        .replace("{id}", id);
    }

    private static String fields(Report form) {
        Fields fields = form.fields();
        List<String> names = fields.onRequest().stream()
                .filter(name -> !fields.secrets().contains(name))
                .toList();
        return fields.rule() != Fields.Rule.ADDS || names.isEmpty() ? "" : "?fields=" + String.join("%2C", names);
    }

    private static Map<String, Object> without(Map<String, Object> record, Set<String> fields) {
        Map<String, Object> rest = new LinkedHashMap<>(record);
        rest.keySet().removeAll(fields);
        return rest;
    }

    private static CallRailException failure(Exchange exchange) {
        return exchange.getException(CallRailException.class);
    }
}
