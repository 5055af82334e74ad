package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.catalogue.Field;
import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.catalogue.ReportCatalogue;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.report.CallRailRecords;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.CallRailSandboxExtension;
import io.github.camelcallrail.sandbox.ContraryBehavior;
import io.github.camelcallrail.sandbox.Fault;
import io.github.camelcallrail.sandbox.SandboxEndpoint;
import io.github.camelcallrail.sandbox.SandboxEndpoints;
import io.github.camelcallrail.sandbox.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The lists that belong to one record: complete while they change, and with a key to merge by. */
class ChildrenTest {

    private static final Instant NOW = Instant.parse("2026-03-15T16:30:20Z");
    private static final SettableClock CLOCK = new SettableClock(NOW);
    private static final int CHILDREN = 23;

    @RegisterExtension
    static final CallRailSandboxExtension SANDBOX =
            CallRailSandboxExtension.of(CallRailSandbox.builder().seed(7).clock(CLOCK));

    private CallRailSandbox sandbox;
    private CallRailContext context;

    @BeforeEach
    void start() {
        CLOCK.set(NOW);
        sandbox = SANDBOX.sandbox();
        context = new CallRailContext(sandbox, CLOCK);
    }

    @AfterEach
    void stop() {
        context.close();
    }

    static Stream<Report> reports() {
        return ReportCatalogue.children().stream();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void theSandboxHasTheSame(Report report) {
        SandboxEndpoint endpoint = SandboxEndpoints.of(report.name());
        List<String> computed = report.keyFields();

        assertThat(endpoint.path()).isEqualTo(report.path());
        assertThat(endpoint.arrayKey()).isEqualTo(report.arrayKey());
        assertThat(endpoint.maxPageSize()).isEqualTo(report.maxPageSize());
        assertThat(Stream.concat(endpoint.defaultFields().stream(), endpoint.requestableFields().stream()))
                .containsExactlyInAnyOrderElementsOf(report.fields().byDefault().stream()
                        .map(Field::name)
                        .filter(name -> !computed.contains(name))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void aListHasAllChildrenWithAllFields(Report report) {
        String parent = fill(report);

        Exchange exchange = context.request(uri(report, parent, "pageSize=10"));

        assertThat(exchange.getException()).isNull();
        CallRailRecords records = exchange.getMessage().getBody(CallRailRecords.class);
        String parentField = report.childKey().orElseThrow().parent().name();
        assertThat(records).hasSize(CHILDREN).allSatisfy(record -> assertThat(record)
                .containsKeys(report.recordFields().stream().map(Field::name).toArray(String[]::new))
                .containsEntry(parentField, parent));
        assertThat(records.stream().map(record -> record.get("key"))).doesNotHaveDuplicates();
        assertThat(records).allSatisfy(record -> assertThat(record.get("key"))
                .asString()
                .startsWith(parent + "-")
                .isEqualTo(record.id()));
        List<Map<String, Object>> stored = sandbox.data().children(report.name(), parent);
        Set<String> fields = Set.copyOf(SandboxEndpoints.of(report.name()).defaultFields());
        assertThat(records).allSatisfy(record -> assertThat(stored)
                .anySatisfy(child -> assertThat(fields).allSatisfy(field -> assertThat(comparable(record.get(field)))
                        .isEqualTo(comparable(child.get(field))))));
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(CallRailConstants.REPORT, report.name())
                .containsEntry(CallRailConstants.TOTAL_RECORDS, (long) CHILDREN)
                .containsEntry(CallRailConstants.TRUNCATED, false);
        assertThat(sandbox.journal().lines()).isEqualTo(requests(report, parent, 1, 2, 3, 1));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void aStreamHasTheSame(Report report) {
        String parent = fill(report);
        CallRailRecords listed =
                context.request(uri(report, parent, "pageSize=10")).getMessage().getBody(CallRailRecords.class);

        Exchange exchange = context.request(uri(report, parent, "pageSize=10&outputType=stream"));
        List<Object> streamed = new ArrayList<>();
        Iterator<?> records = exchange.getMessage().getBody(Iterator.class);
        records.forEachRemaining(streamed::add);

        assertThat(streamed).isEqualTo(listed);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void oneGrowsBetweenAnyTwoRequestsAndIsComplete(Report report) {
        String parent = fill(report);
        for (int request = 1; request <= 6; request++) {
            sandbox.faults().afterRequest(report.name(), request, () -> {
                CLOCK.advance(Duration.ofSeconds(1));
                sandbox.data().addChild(report.name(), parent, Map.of());
            });
        }

        CallRailRecords records =
                context.request(uri(report, parent, "pageSize=10")).getMessage().getBody(CallRailRecords.class);

        int requests = sandbox.journal().lines().size();
        assertThat(requests).isEqualTo(4);
        assertThat(keys(records)).doesNotHaveDuplicates().hasSize(CHILDREN + requests - 1);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void onePageTakesOneRequest(Report report) {
        String parent = fill(report);

        context.request(uri(report, parent, ""));

        assertThat(sandbox.journal().lines()).hasSize(1);
        assertThat(sandbox.journal().lines().get(0)).endsWith("?per_page=" + report.maxPageSize() + "&page=1");
    }

    @ParameterizedTest
    @MethodSource("reports")
    void explainSaysWhatItTakes(Report report) {
        String parent = fill(report);

        CallRailRecord explained = context.request(uri(report, parent, "pageSize=10&operation=explain"))
                .getMessage()
                .getBody(CallRailRecords.class)
                .get(0);

        assertThat(explained).containsEntry("records", (long) CHILDREN).containsEntry("requests", 4L);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void keysStayTheSameWhateverThePages(Report report) {
        String parent = fill(report);
        Set<Object> keys = new HashSet<>(keys(
                context.request(uri(report, parent, "pageSize=10")).getMessage().getBody(CallRailRecords.class)));

        CLOCK.advance(Duration.ofSeconds(1));
        sandbox.data().addChild(report.name(), parent, Map.of());
        List<Object> later = keys(
                context.request(uri(report, parent, "pageSize=7")).getMessage().getBody(CallRailRecords.class));

        assertThat(later).hasSize(CHILDREN + 1).containsAll(keys);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void theIdOfTheParentIsNeeded(Report report) {
        CallRailException failure = context.request("callrail:" + report + "?accountId=" + sandbox.accountId())
                .getException(CallRailException.class);

        assertThat(failure.getKind()).isEqualTo(FailureKind.CONFIGURATION);
        assertThat(failure).hasMessageContaining("Report '%s' needs option 'id' or its header".formatted(report));
        assertThat(sandbox.journal().lines()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void consumersSayHowToReadThem(Report report) {
        assertThatThrownBy(() -> context.consume("callrail:" + report + "?id=x"))
                .rootCause()
                .hasMessage(("Report '%s' cannot be read by a consumer, because it belongs to one object: read the"
                                + " parents, and add it to each with enrich or toD and option 'id'.")
                        .formatted(report));
    }

    @ParameterizedTest
    @CsvSource({
        "page-views, /v3/a/ACC/calls/nobody/page_views.json",
        "messages, /v3/a/ACC/text-messages/nobody.json",
        "thread-messages, /v3/a/ACC/sms-threads/nobody.json",
        "lead-timeline, /v3/a/ACC/leads/nobody/timeline.json",
    })
    void anUnknownParentIsNotFound(String report, String path) {
        CallRailException failure = context.request(uri(ReportCatalogue.of(report), "nobody", "pageSize=10"))
                .getException(CallRailException.class);

        assertThat(failure.getKind()).isEqualTo(FailureKind.NOT_FOUND);
        assertThat(failure)
                .hasMessageContaining("report '%s' of 'nobody'".formatted(report))
                .hasMessageContaining(path.replace("ACC", sandbox.accountId()))
                .hasMessageContaining("option 'id' (now 'nobody')");
    }

    @ParameterizedTest
    @EnumSource(ContraryBehavior.class)
    void contraryAnswersAreCompleteToo(ContraryBehavior behavior) {
        Report messages = ReportCatalogue.of("messages");
        String parent = fill(messages);
        sandbox.contrary(Set.of(behavior));

        CallRailRecords records = context.request(uri(messages, parent, "pageSize=10"))
                .getMessage()
                .getBody(CallRailRecords.class);

        assertThat(keys(records)).doesNotHaveDuplicates().hasSize(CHILDREN);
    }

    @Test
    void aCallThatCannotHavePageViewsHasAnEmptyList() {
        String call = sandbox.data().ids("calls").stream()
                .filter(id -> !hasChildren(ReportCatalogue.of("page-views"), id))
                .findFirst()
                .orElseThrow();

        Exchange exchange = context.request(uri(ReportCatalogue.of("page-views"), call, ""));

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(CallRailRecords.class)).isEmpty();
        assertThat(exchange.getMessage().getHeader(CallRailConstants.TOTAL_RECORDS))
                .isEqualTo(0L);
        assertThat(sandbox.journal().lines())
                .containsExactly(
                        "GET /v3/a/%s/calls/%s/page_views.json?per_page=250&page=1"
                                .formatted(sandbox.accountId(), call),
                        "GET /v3/a/%s/calls/%s.json".formatted(sandbox.accountId(), call));
    }

    @Test
    void whetherACallExistsMustBeKnownForThat() {
        String call = sandbox.data().ids("calls").stream()
                .filter(id -> !hasChildren(ReportCatalogue.of("page-views"), id))
                .findFirst()
                .orElseThrow();
        sandbox.faults().always("object:calls", Fault.status(503, ""));

        CallRailException failure =
                context.request(uri(ReportCatalogue.of("page-views"), call, "")).getException(CallRailException.class);

        assertThat(failure.getKind()).isEqualTo(FailureKind.UNAVAILABLE);
    }

    @Test
    void equalPageViewsOfOneSecondAreToldApart() {
        Report report = ReportCatalogue.of("page-views");
        String parent = fill(report);
        Map<String, Object> view = Map.of(
                "page_url", "https://www.example.com/", "referrer_url", "", "created_at", "2026-03-01T12:00:00-05:00");
        sandbox.data().addChild("page-views", parent, view);
        sandbox.data().addChild("page-views", parent, view);

        CallRailRecords records = context.request(uri(report, parent, "pageSize=250"))
                .getMessage()
                .getBody(CallRailRecords.class);

        assertThat(keys(records)).doesNotHaveDuplicates().hasSize(CHILDREN + 2);
    }

    @Test
    void whyMessagesFailedIsOnRequest() {
        Report report = ReportCatalogue.of("thread-messages");
        String parent = fill(report);
        sandbox.data().addChild("thread-messages", parent, Map.of("direction", "outgoing", "status", "failed"));

        context.request(uri(report, parent, "filter.with_msg_errors=true"));

        assertThat(sandbox.journal().lines()).singleElement().asString().contains("?with_msg_errors=true&per_page=100");
    }

    @Test
    void aThreadHasAtMostAHundredMessagesPerPage() {
        assertThatThrownBy(() -> context.getEndpoint("callrail:thread-messages?id=x&pageSize=250"))
                .rootCause()
                .hasMessage("Option 'pageSize' cannot be '250'. It takes a whole number, 1 to 100.");
    }

    @Test
    void maxRecordsCutsAListShortAndSaysSo() {
        Report report = ReportCatalogue.of("messages");
        String parent = fill(report);

        Exchange exchange = context.request(uri(report, parent, "maxRecords=5"));

        assertThat(exchange.getMessage().getBody(CallRailRecords.class)).hasSize(5);
        assertThat(exchange.getMessage().getHeader(CallRailConstants.TRUNCATED)).isEqualTo(true);
    }

    /** Gives a parent as many children as three pages of ten hold, and gives back its id. */
    private String fill(Report report) {
        String parents = SandboxEndpoints.parentOf(report.name());
        String parent = sandbox.data().ids(parents).stream()
                .filter(id -> hasChildren(report, id))
                .findFirst()
                .orElseThrow();
        sandbox.data().removeChildren(report.name(), parent);
        IntStream.range(0, CHILDREN).forEach(number -> {
            CLOCK.advance(Duration.ofSeconds(1));
            sandbox.data().addChild(report.name(), parent, Map.of());
        });
        return parent;
    }

    private boolean hasChildren(Report report, String parent) {
        return !sandbox.data().children(report.name(), parent).isEmpty();
    }

    private String uri(Report report, String parent, String more) {
        return "callrail:%s?accountId=%s&id=%s%s"
                .formatted(report, sandbox.accountId(), parent, more.isEmpty() ? "" : "&" + more);
    }

    private List<String> requests(Report report, String parent, int... pages) {
        String path = report.path().replace("{account}", sandbox.accountId()).replace("{id}", parent);
        return IntStream.of(pages)
                .mapToObj(page -> "GET /v3%s?per_page=10&page=%s".formatted(path, page))
                .toList();
    }

    private static List<Object> keys(CallRailRecords records) {
        return records.stream().map(record -> record.get("key")).toList();
    }

    /** Times are the same in any zone, and numbers of any type. */
    private static Object comparable(Object value) {
        if (value instanceof String text && text.matches("\\d{4}-\\d\\d-\\d\\dT.*")) {
            return OffsetDateTime.parse(text).toInstant().getEpochSecond();
        }
        return value instanceof Number || value instanceof Map<?, ?> || value instanceof List<?>
                ? String.valueOf(value)
                : value;
    }
}
