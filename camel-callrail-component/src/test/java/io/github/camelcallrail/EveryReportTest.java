package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.report.CallRailRecords;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.CallRailSandboxExtension;
import io.github.camelcallrail.sandbox.SandboxEndpoint;
import io.github.camelcallrail.sandbox.SandboxEndpoints;
import io.github.camelcallrail.sandbox.SettableClock;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each list report through the whole of the component, in the four ways in which it can be had, down to the exact
 * requests.
 */
class EveryReportTest {

    private static final SettableClock CLOCK = new SettableClock(Instant.parse("2026-03-15T16:30:20Z"));
    private static final Instant WINDOW_START = Instant.parse("2026-03-08T05:00:00Z");
    private static final int RECORDS = 23;

    @RegisterExtension
    static final CallRailSandboxExtension SANDBOX = CallRailSandboxExtension.of(
            CallRailSandbox.builder().seed(11).clock(CLOCK).empty());

    private CallRailSandbox sandbox;
    private CallRailContext context;

    /**
     * One report and the query that it must send, without fields and pages.
     *
     * @param query with the names that make it readable: ACC and COM stand for ids
     * @param rereads whether a walk over several pages ends with page 1 again
     */
    record Case(String report, String options, String path, String query, boolean rereads) {
        @Override
        public String toString() {
            return report;
        }
    }

    static Stream<Case> lists() {
        String dates = "start_date=2026-03-08&end_date=2026-03-15T12:30&time_zone=America/New_York";
        String days = "start_date=2026-03-08&end_date=2026-03-15&time_zone=America/New_York";
        return Stream.of(
                new Case("calls", "", "/v3/a/ACC/calls.json", dates + "&sort=start_time&order=asc", false),
                new Case("conversations", "", "/v3/a/ACC/text-messages.json", dates, true),
                new Case("companies", "", "/v3/a/ACC/companies.json", "sort=name&order=asc", true),
                new Case(
                        "form-submissions",
                        "",
                        "/v3/a/ACC/form_submissions.json",
                        dates + "&sort=submitted_at&order=asc",
                        false),
                new Case("notifications", "", "/v3/a/ACC/notifications.json", "", true),
                new Case("caller-ids", "companyId=COM", "/v3/a/ACC/caller_ids.json", "company_id=COM", true),
                new Case("summary-emails", "", "/v3/a/ACC/summary_emails", "", true),
                new Case("tags", "", "/v3/a/ACC/tags.json", "sort=name&order=asc", true),
                new Case("trackers", "", "/v3/a/ACC/trackers.json", "sort=name&order=asc", true),
                new Case("users", "", "/v3/a/ACC/users.json", "sort=created_at&order=asc", true),
                new Case("accounts", "", "/v3/a.json", "sort=name&order=asc", true),
                new Case("sms-threads", "", "/v3/a/ACC/sms-threads.json", days, true),
                new Case("leads", "", "/v3/a/ACC/leads.json", "sort=created_at&order=asc", true),
                new Case("integrations", "companyId=COM", "/v3/a/ACC/integrations.json", "company_id=COM", true),
                new Case(
                        "integration-filters",
                        "companyId=COM",
                        "/v3/a/ACC/integration_triggers.json",
                        "company_id=COM",
                        true),
                new Case("message-flows", "", "/v3/a/ACC/message-flows.json", "", true));
    }

    @BeforeEach
    void start() {
        sandbox = SANDBOX.sandbox();
        context = new CallRailContext(sandbox, CLOCK);
        // As users have it: what is asked is the same.
        context.callrail().getConfiguration().setReadAhead("1");
    }

    @AfterEach
    void stop() {
        context.close();
    }

    @ParameterizedTest
    @MethodSource("lists")
    void producerGivesAListOfAllRecords(Case report) {
        List<String> ids = fill(report);

        Exchange exchange = context.request(uri(report, "pageSize=10"));

        assertThat(exchange.getException()).isNull();
        CallRailRecords body = exchange.getMessage().getBody(CallRailRecords.class);
        assertThat(body).extracting(CallRailRecord::id).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(exchange.getMessage().getHeader(CallRailConstants.REPORT)).isEqualTo(report.report);
        assertThat(exchange.getMessage().getHeader(CallRailConstants.TOTAL_RECORDS))
                .isEqualTo((long) ids.size());
        assertThat(exchange.getMessage().getHeader(CallRailConstants.TRUNCATED)).isEqualTo(false);
        assertThat(requests(report)).isEqualTo(expected(report, ids.size()));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void producerStreamsAllRecords(Case report) {
        List<String> ids = fill(report);

        Exchange exchange = context.request(uri(report, "pageSize=10&outputType=stream&readAhead=0"));

        assertThat(exchange.getException()).isNull();
        assertThat(requests(report)).isEqualTo(expected(report, ids.size()).subList(0, 1));
        List<String> read = new ArrayList<>();
        Iterator<?> records = exchange.getMessage().getBody(Iterator.class);
        records.forEachRemaining(record -> read.add(((CallRailRecord) record).id()));
        assertThat(read).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(requests(report)).isEqualTo(expected(report, ids.size()));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void consumerGivesAnExchangeARecord(Case report) throws Exception {
        List<String> ids = fill(report);

        List<Exchange> received = context.poll(uri(report, "pageSize=10"));

        assertThat(received)
                .extracting(exchange -> exchange.getMessage().getHeader(CallRailConstants.RECORD_ID))
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(received)
                .extracting(exchange ->
                        exchange.getMessage().getBody(CallRailRecord.class).id())
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(received)
                .extracting(exchange -> exchange.getMessage().getHeader(CallRailConstants.RECORD_INDEX))
                .isEqualTo(
                        IntStream.range(0, ids.size()).mapToObj(Long::valueOf).toList());
        assertThat(received)
                .extracting(exchange -> exchange.getMessage().getHeader(CallRailConstants.LAST_RECORD))
                .isEqualTo(IntStream.range(0, ids.size())
                        .mapToObj(index -> index == ids.size() - 1)
                        .toList());
        assertThat(received)
                .extracting(exchange -> exchange.getMessage().getHeader(CallRailConstants.PAGE))
                .isEqualTo(IntStream.range(0, ids.size())
                        .mapToObj(index -> index / 10 + 1)
                        .toList());
        assertThat(requests(report)).isEqualTo(expected(report, ids.size()));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void consumerGivesAnExchangeAPage(Case report) throws Exception {
        List<String> ids = fill(report);

        List<Exchange> received = context.poll(uri(report, "pageSize=10&splitResults=false"));

        assertThat(received.stream()
                        .flatMap(exchange -> exchange.getMessage().getBody(CallRailRecords.class).stream())
                        .map(CallRailRecord::id))
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(received).hasSize((ids.size() + 9) / 10);
        assertThat(requests(report)).isEqualTo(expected(report, ids.size()));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void everyDocumentedFieldIsAskedForAndNoSecret(Case report) {
        fill(report);
        SandboxEndpoint endpoint = SandboxEndpoints.of(report.report);
        Set<String> expected = new HashSet<>();
        if (endpoint.fieldRule() != SandboxEndpoint.FieldRule.NONE) {
            expected.addAll(endpoint.requestableFields());
            expected.remove("signing_key");
        }
        if (endpoint.fieldRule() == SandboxEndpoint.FieldRule.SELECTS) {
            expected.addAll(endpoint.defaultFields());
        }
        if (report.report.equals("calls")) {
            // The documentation has it both ways; asking for it is right in either.
            expected.add("agent_email");
        }

        context.request(uri(report, "pageSize=10"));

        assertThat(sandbox.journal().requests()).isNotEmpty().allSatisfy(request -> assertThat(
                        request.parameter("fields").map(names -> Set.of(names.split(","))))
                .isEqualTo(expected.isEmpty() ? Optional.empty() : Optional.of(expected)));
    }

    @Test
    void manyAccountsAreReadPageByPage() throws Exception {
        try (CallRailSandbox many = CallRailSandbox.builder()
                        .clock(CLOCK)
                        .empty()
                        .accounts(23)
                        .start();
                CallRailContext own = new CallRailContext(many, CLOCK)) {
            assertThat(own.request("callrail:accounts?pageSize=10").getMessage().getBody(CallRailRecords.class))
                    .extracting(CallRailRecord::id)
                    .containsExactlyInAnyOrderElementsOf(many.accountIds());
            assertThat(own.poll("callrail:accounts?pageSize=10"))
                    .extracting(exchange -> exchange.getMessage().getHeader(CallRailConstants.RECORD_ID))
                    .containsExactlyInAnyOrderElementsOf(many.accountIds());
            assertThat(many.journal().lines())
                    .extracting(line -> line.replaceAll(".*&page=", ""))
                    .containsExactly("1", "2", "3", "1", "1", "2", "3", "1");
        }
    }

    /**
     * Puts records into the sandbox, so that there are three pages wherever records can be made, and gives back the
     * ids.
     */
    private List<String> fill(Case report) {
        if (report.report.equals("accounts")) {
            return sandbox.accountIds();
        }
        String company = sandbox.data().ids("companies").get(0);
        sandbox.data().generate(report.report, RECORDS, WINDOW_START, CLOCK.instant());
        SummaryEmails.ofTheAccount(sandbox);
        if (report.options.isEmpty()) {
            return sandbox.data().ids(report.report);
        }
        for (String id : sandbox.data().ids(report.report)) {
            sandbox.data().edit(report.report, id, Map.of("company_id", company));
        }
        return sandbox.data().ids(report.report);
    }

    private String uri(Case report, String more) {
        String account = report.report.equals("accounts") ? "" : "&accountId=" + sandbox.accountId();
        return "callrail:" + report.report + "?" + more + account
                + (report.options.isEmpty() ? "" : "&" + report.options.replace("COM", company()))
                + (report.query.contains("time_zone") ? "&timeZone=America/New_York" : "");
    }

    private String company() {
        return sandbox.data().ids("companies").get(0);
    }

    private List<String> expected(Case report, int records) {
        int pages = Math.max(1, (records + 9) / 10);
        IntStream numbers = IntStream.rangeClosed(1, pages);
        if (report.rereads && pages > 1) {
            numbers = IntStream.concat(numbers, IntStream.of(1));
        }
        return numbers.mapToObj(page -> "GET %s?%s%sper_page=10&page=%s"
                        .formatted(report.path, report.query, report.query.isEmpty() ? "" : "&", page))
                .toList();
    }

    /** What the sandbox was asked, with ids named and the fields, which have a test of their own, left out. */
    private List<String> requests(Case report) {
        return sandbox.journal().lines().stream()
                .map(line -> URLDecoder.decode(line, StandardCharsets.UTF_8))
                .map(line -> line.replaceAll("fields=[^&]*&", ""))
                .map(line -> line.replace(Objects.requireNonNull(sandbox.accountId()), "ACC"))
                .map(line -> report.options.isEmpty() ? line : line.replace(company(), "COM"))
                .toList();
    }
}
