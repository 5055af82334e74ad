package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcallrail.checkpoint.DirectoryStateRepository;
import io.github.camelcallrail.checkpoint.RefreshRequests;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.report.CallRailRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user may rely on when a route has an incremental consumer read a record at once. */
class RefreshTest extends SandboxTest {

    private static final Instant TODAY = NOW.minus(Duration.ofHours(1));

    @TempDir
    Path directory;

    private final Queue<String> sent = new ConcurrentLinkedQueue<>();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private CallRailConsumer consumer;
    private volatile int pendingWhileReceived;
    private int askedBefore;
    private RefreshRequests waiting;

    @BeforeEach
    void openState() {
        waiting = new RefreshRequests(new DirectoryStateRepository(directory), "sink");
    }

    private void start(String report, String options) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri(
                                report,
                                "incremental=true&startScheduler=false" + (options.isEmpty() ? "" : "&" + options)
                                        + state()))
                        .routeId("incremental")
                        .process(RefreshTest.this::receive);
            }
        });
        context.start();
        consumer = (CallRailConsumer) context.getRoute("incremental").getConsumer();
        consumer.setExceptionHandler(new IncrementalTesting.Quiet());
    }

    private String state() {
        return "&stateKey=sink&stateDirectory=" + directory;
    }

    private void receive(Exchange exchange) {
        String id = exchange.getMessage().getHeader(CallRailConstants.RECORD_ID, String.class);
        pendingWhileReceived = consumer == null ? 0 : consumer.getPendingExchangesSize();
        sent.add(exchange.getMessage().getHeader(CallRailConstants.CHANGE) + " " + id);
        if (failing.contains(id)) {
            throw new IllegalStateException("told to fail");
        }
    }

    private String call(Instant time, Map<String, Object> fields) {
        Map<String, Object> all = new HashMap<>(fields);
        all.put("start_time", time);
        return sandbox.data().add("calls", all);
    }

    /** The requests since the latest refresh. */
    @Override
    List<String> requests() {
        List<String> all = super.requests();
        return all.subList(askedBefore, all.size());
    }

    /** A call that the consumer, which is started, has sent, and that was edited afterwards. */
    private String editedCall() throws Exception {
        String id = call(TODAY, Map.of());
        start("calls", "lookback=1d");
        poll();
        sandbox.data().edit("calls", id, Map.of("note", "call back"));
        return id;
    }

    private List<String> poll() throws Exception {
        sent.clear();
        consumer.poll();
        return new ArrayList<>(sent);
    }

    /** Asks for a record by its id, and waits until the consumer has dealt with it. */
    private List<String> refresh(String report, String id) {
        return refresh(report, Map.of("CamelCallRailId", id), null);
    }

    private List<String> refresh(String report, Map<String, Object> headers, Object body) {
        sent.clear();
        askedBefore = super.requests().size();
        String uri = "callrail:" + report + "?operation=refresh&accountId=" + account() + state();
        Exchange exchange = context.createProducerTemplate().send(uri, message -> {
            message.getMessage().setHeaders(new HashMap<>(headers));
            message.getMessage().setBody(body);
        });
        assertThat(exchange.getException()).isNull();
        await().until(() -> waiting.all().isEmpty());
        return new ArrayList<>(sent);
    }

    @Test
    void anEditedRecordComesOnceAndNotAgainWithTheNextPoll() throws Exception {
        String id = call(TODAY, Map.of());
        start("calls", "lookback=1d");
        assertThat(poll()).containsExactly("CREATED " + id);

        sandbox.data().edit("calls", id, Map.of("note", "call back"));

        assertThat(refresh("calls", id)).containsExactly("UPDATED " + id);
        assertThat(refresh("calls", id)).isEmpty();
        assertThat(poll()).isEmpty();
    }

    @Test
    void aNewRecordComesOnceAndNotAgainWithTheNextPoll() throws Exception {
        call(TODAY, Map.of());
        start("calls", "");
        poll();
        CLOCK.advance(Duration.ofMinutes(10));
        String id = call(NOW.plus(Duration.ofMinutes(9)), Map.of());

        assertThat(refresh("calls", id)).containsExactly("CREATED " + id);
        CLOCK.advance(Duration.ofMinutes(5));
        assertThat(poll()).isEmpty();
    }

    @Test
    void aRecordInTheBodyTakesOneRequestAndAnIdTwo() throws Exception {
        String id = call(TODAY, Map.of());
        start("calls", "");
        poll();
        sandbox.data().edit("calls", id, Map.of("note", "one"));

        CallRailRecord record = CallRailRecord.of(Map.of("id", id, "start_time", "2026-03-15T11:30:20.000-04:00"));
        assertThat(refresh("calls", Map.of(), record)).containsExactly("UPDATED " + id);
        assertThat(requests())
                .containsExactly("GET /v3/a/ACC/calls.json?start_date=2026-03-15T11:30&end_date=2026-03-15T11:31"
                        + "&time_zone=America/New_York"
                        + "&sort=start_time&order=asc&per_page=250&page=1");
        sandbox.data().edit("calls", id, Map.of("note", "two"));
        assertThat(refresh("calls", id)).containsExactly("UPDATED " + id);
        assertThat(requests()).hasSize(2);
        assertThat(requests().get(0)).contains("/calls/" + id + ".json");
    }

    @Test
    void nothingIsRequestedWhileNobodyAsks() throws Exception {
        call(TODAY, Map.of());
        start("calls", "");
        poll();
        askedBefore = super.requests().size();

        // The consumer looks at its state each second.
        await().pollDelay(Duration.ofMillis(2_500)).until(() -> true);

        assertThat(requests()).isEmpty();
    }

    @Test
    void whatTheConsumerWouldNotReadIsIgnored() throws Exception {
        String company = company();
        String other = sandbox.data().ids("companies").get(1);
        String foreign = call(TODAY, Map.of("company_id", other));
        start("calls", "companyId=" + company);
        poll();

        assertThat(refresh("calls", foreign)).isEmpty();
        assertThat(refresh("calls", "CAL0190aa22bb33cc44dd55ee66ff778899")).isEmpty();
        assertThat(consumer.poll()).isZero();
    }

    @Test
    void anEditedRecordFromBeforeTheLookBackComesAsUpdated() throws Exception {
        String old = call(NOW.minus(Duration.ofDays(60)), Map.of());
        start("calls", "startDate=2026-01-01&lookback=1d");
        poll();
        sandbox.data().edit("calls", old, Map.of("note", "late"));
        assertThat(poll()).isEmpty();

        assertThat(refresh("calls", old)).containsExactly("UPDATED " + old);
    }

    @Test
    void aFailedExchangeIsRetriedByTheNextPoll() throws Exception {
        String id = editedCall();
        failing.add(id);
        assertThat(refresh("calls", id)).containsExactly("UPDATED " + id);
        failing.clear();

        assertThat(poll()).containsExactly("UPDATED " + id);
        assertThat(poll()).isEmpty();
    }

    @Test
    void requestsOutliveTheProcessThatHasTakenThem() throws Exception {
        String id = editedCall();
        context.getRouteController().stopRoute("incremental");
        context.request(
                "callrail:calls?operation=refresh&accountId=" + account() + state(), Map.of("CamelCallRailId", id));
        sent.clear();
        context.close();
        context = new CallRailContext(sandbox, CLOCK);

        start("calls", "lookback=1d");

        await().until(() -> waiting.all().isEmpty());
        assertThat(sent).containsExactly("UPDATED " + id);
    }

    @Test
    void aRefreshInTheMiddleOfAWalkNeitherLosesNorRepeatsRecords() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int minutes = 5; minutes > 0; minutes--) {
            ids.add(call(NOW.minus(Duration.ofMinutes(20 + minutes)), Map.of()));
        }
        start("calls", "startDate=2026-03-15&lookback=1d&maxMessagesPerPoll=2");
        assertThat(poll()).containsExactly("CREATED " + ids.get(0), "CREATED " + ids.get(1));
        sandbox.data().edit("calls", ids.get(0), Map.of("note", "call back"));

        assertThat(refresh("calls", ids.get(0))).containsExactly("UPDATED " + ids.get(0));
        assertThat(refresh("calls", ids.get(3))).containsExactly("CREATED " + ids.get(3));

        assertThat(poll()).containsExactly("CREATED " + ids.get(2), "CREATED " + ids.get(4));
        assertThat(poll()).isEmpty();
    }

    @Test
    void aRouteThatIsResumedReadsWithoutWaitingForAPoll() throws Exception {
        String id = editedCall();

        context.getRouteController().suspendRoute("incremental");
        context.getRouteController().resumeRoute("incremental");

        assertThat(refresh("calls", id)).containsExactly("UPDATED " + id);
    }

    @Test
    void aRouteThatIsStoppedAndStartedReadsWithoutWaitingForAPoll() throws Exception {
        String id = editedCall();

        context.getRouteController().stopRoute("incremental");
        context.getRouteController().startRoute("incremental");

        assertThat(refresh("calls", id)).containsExactly("UPDATED " + id);
    }

    @Test
    void aStopWaitsForTheRecordThatIsRead() throws Exception {
        String id = editedCall();
        assertThat(consumer.getPendingExchangesSize()).isZero();

        pendingWhileReceived = -1;
        assertThat(refresh("calls", id)).containsExactly("UPDATED " + id);

        assertThat(pendingWhileReceived).isEqualTo(1);
        await().until(() -> consumer.getPendingExchangesSize() == 0);
    }

    @ParameterizedTest
    @CsvSource({"form-submissions, lead_status", "conversations, lead_status", "sms-threads, notes"})
    void otherReportsWithDates(String report, String field) throws Exception {
        sandbox.data().generate(report, 3, NOW.minus(Duration.ofDays(2)), NOW.minusSeconds(60));
        start(report, "lookback=7d");
        int before = poll().size();
        String id = sandbox.data().ids(report).get(1);
        sandbox.data().edit(report, id, Map.of(field, "good_lead"));

        assertThat(before).isEqualTo(3);
        assertThat(refresh(report, id)).containsExactly("UPDATED " + id);
        assertThat(refresh(report, id)).isEmpty();
        assertThat(poll()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            calls | operation=refresh | needs option 'stateKey'
            calls | operation=refresh&stateKey=sink&incremental=true | Option 'incremental' is for consumers
            calls | operation=refresh&stateKey=sink&lookback=7d | Option 'lookback' is for consumers
            calls | operation=refresh&stateKey=sink | Report 'calls' needs option 'id'
            calls | operation=refresh&stateKey=sink&id=COM0190aa22bb33cc44dd55ee66ff778899 | the id of a company
            companies | operation=refresh&stateKey=sink | Option 'operation' of report 'companies' cannot be 'refresh'
            """)
    void wrongOptionsFail(String report, String options, String message) {
        CallRailException failure = failure("callrail:" + report + "?accountId=" + account() + "&" + options);

        assertThat(failure).hasMessageContaining(message);
        assertThat(failure.getKind()).isEqualTo(FailureKind.CONFIGURATION);
    }

    @Test
    void aConsumerOfSeveralCompaniesRefuses() throws Exception {
        call(TODAY, Map.of());
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri("calls", "incremental=true&startScheduler=false&companyId=*" + state()))
                        .to("mock:sink");
            }
        });
        context.start();

        assertThat(failure(
                        "callrail:calls?operation=refresh&accountId=" + account() + state(),
                        Map.of("CamelCallRailId", "CAL0190aa22bb33cc44dd55ee66ff778899")))
                .hasMessageContaining("its consumer reads several accounts or companies");
    }
}
