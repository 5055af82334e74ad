package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.report.CallRailRecords;
import io.github.camelcallrail.sandbox.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each fault, on the first, a middle and the last page, for each way of reading: with retries the result is exact;
 * without them there is one clear error, and never fewer records.
 */
class RetriedRequestsTest extends SandboxTest {

    private static final int PAGES = 3;
    private static final String OPTIONS = "pageSize=10";

    private List<String> ids;

    record Case(String name, Fault fault, FailureKind kind) {
        @Override
        public String toString() {
            return name;
        }
    }

    enum Way {
        CONSUMER,
        LIST,
        STREAM
    }

    private static List<Case> faults() {
        return List.of(
                new Case("429", Fault.status(429, ""), FailureKind.RATE_LIMITED),
                new Case("429, seconds", refused("7"), FailureKind.RATE_LIMITED),
                new Case("429, date", refused("Sun, 15 Mar 2026 16:30:27 GMT"), FailureKind.RATE_LIMITED),
                new Case("500", Fault.status(500, "{}"), FailureKind.UNAVAILABLE),
                new Case("503", Fault.status(503, "<html>"), FailureKind.UNAVAILABLE),
                new Case("reset", Fault.connectionReset(), FailureKind.NETWORK),
                new Case("no byte", Fault.emptyAnswer(), FailureKind.NETWORK),
                new Case("cut", Fault.truncatedBody(), FailureKind.NETWORK),
                new Case("stall", Fault.delay(Duration.ofSeconds(3)), FailureKind.NETWORK),
                new Case("breaks off", Fault.body("application/json", "{\"calls\":[{"), FailureKind.NETWORK),
                new Case("garbage", Fault.garbage(), FailureKind.MALFORMED),
                new Case("no list", Fault.missingArray(), FailureKind.MALFORMED),
                new Case("no rows", Fault.body("application/json", "{\"calls\":[7]}"), FailureKind.MALFORMED));
    }

    private static Fault refused(String retryAfter) {
        return Fault.status(429, "", Map.of("Retry-After", retryAfter, "Date", "Sun, 15 Mar 2026 16:30:20 GMT"));
    }

    static Stream<Arguments> matrix() {
        return faults().stream().flatMap(fault -> Stream.of(1, 2, PAGES)
                .flatMap(page -> Stream.of(Way.values()).map(way -> Arguments.of(fault, page, way))));
    }

    private void fail(Case fault, int page) {
        ids = calls(10 * PAGES - 5);
        if (fault.name.equals("stall")) {
            context.callrail().getConfiguration().setResponseTimeout(500);
        }
        sandbox.faults().onRequest(page, fault.fault);
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void aFaultThatPassesLeavesNoTrace(Case fault, int page, Way way) throws Exception {
        fail(fault, page);

        assertThat(read(way, OPTIONS + "&maxRetries=1")).containsExactlyElementsOf(ids);
        assertThat(requests()).hasSize(PAGES + 1);
        assertThat(requests().get(page)).isEqualTo(requests().get(page - 1));
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void aFaultThatIsNotBorneIsAnErrorAndNeverFewerRecords(Case fault, int page, Way way) throws Exception {
        fail(fault, page);
        String options = OPTIONS + "&maxRetries=0";

        if (way == Way.CONSUMER && fault.kind.postpones()) {
            goesOnWhereItStopped(options, page);
            return;
        }
        CallRailException failure = catchThrowableOfType(CallRailException.class, () -> read(way, options));

        assertThat(failure).as("what is thrown").isNotNull();
        assertThat(failure.getKind()).isEqualTo(fault.kind);
        assertThat(failure.isRetryable()).isTrue();
        assertThat(requests()).hasSize(page);
        CLOCK.advance(Duration.ofMinutes(1));
        assertThat(read(way, options)).containsAll(ids);
    }

    private void goesOnWhereItStopped(String options, int page) throws Exception {
        CallRailConsumer consumer = context.consume(uri("calls", options));
        consumer.poll();
        assertThat(received()).hasSize(page == 1 ? 0 : 10 * (page - 1) - 1);
        CLOCK.advance(Duration.ofMinutes(1));
        consumer.poll();
        assertThat(received()).containsExactlyElementsOf(ids);
        assertThat(requests()).hasSize(PAGES + 1);
    }

    private List<String> read(Way way, String options) throws Exception {
        return switch (way) {
            case CONSUMER -> polled(options);
            case LIST -> ids(requestedRecords(options));
            case STREAM -> streamed(options);
        };
    }

    private List<String> polled(String options) throws Exception {
        if (context.getRoute("polled") == null) {
            context.consume(uri("calls", options));
        }
        context.received().clear();
        ((CallRailConsumer) context.getRoute("polled").getConsumer()).poll();
        return received();
    }

    private List<String> received() {
        return context.received().stream()
                .map(exchange -> exchange.getMessage().getHeader(CallRailConstants.RECORD_ID, String.class))
                .toList();
    }

    private List<CallRailRecord> requestedRecords(String options) {
        var exchange = context.request(uri("calls", options));
        if (exchange.getException() instanceof CallRailException failure) {
            throw failure;
        }
        return exchange.getMessage().getBody(CallRailRecords.class);
    }

    private List<String> streamed(String options) {
        var exchange = context.request(uri("calls", options + "&outputType=stream"));
        if (exchange.getException() instanceof CallRailException failure) {
            throw failure;
        }
        List<String> read = new ArrayList<>();
        Iterator<?> records = (Iterator<?>) exchange.getMessage().getBody();
        while (records.hasNext()) {
            read.add(((CallRailRecord) records.next()).id());
        }
        return read;
    }

    @Test
    void retriesAreBoundedInNumberAndTimeAndSpreadOut() {
        calls(3);
        sandbox.faults().always(Fault.status(503, ""));

        failure(uri("calls", "maxRetries=4"));

        List<Duration> gaps = gaps();
        assertThat(gaps).hasSize(4);
        for (int retry = 0; retry < 4; retry++) {
            assertThat(gaps.get(retry)).isBetween(Duration.ofMillis(500L << retry), Duration.ofMillis(1000L << retry));
        }
    }

    @Test
    void noRetryBeginsAfterTheTimeForThem() {
        calls(3);
        sandbox.faults().always(Fault.status(503, ""));

        failure(uri("calls", "maxRetries=50"));

        assertThat(Duration.between(NOW, CLOCK.instant())).isLessThanOrEqualTo(Duration.ofSeconds(30));
        assertThat(requests()).hasSizeBetween(5, 6);
    }

    @Test
    void whatTheServerAsksForIsWaited() {
        calls(3);
        sandbox.faults().onRequest(1, Fault.status(503, "", Map.of("Retry-After", "17")));

        assertThat(records(uri("calls", "maxRetries=1"))).hasSize(3);
        assertThat(gaps()).containsExactly(Duration.ofSeconds(17));
    }

    @Test
    void aDateIsHeldAgainstTheClockOfTheServer() {
        calls(3);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Date", "Mon, 01 Jan 2024 00:00:00 GMT");
        headers.put("Retry-After", "Mon, 01 Jan 2024 00:00:11 GMT");
        sandbox.faults().onRequest(1, Fault.status(503, "", headers));

        assertThat(records(uri("calls", "maxRetries=1"))).hasSize(3);
        assertThat(gaps()).containsExactly(Duration.ofSeconds(11));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 406})
    void whatWouldOnlyFailAgainIsNotTriedAgain(int status) {
        sandbox.faults().always(Fault.status(status, ""));

        failure(uri("calls", "maxRetries=4&fields=default"));

        assertThat(requests()).hasSize(1);
    }

    @Test
    void aRouteThatStopsEndsTheRetries() throws Exception {
        calls(3);
        sandbox.faults().always(Fault.status(503, ""));
        context.callrail().setSleeper(span -> stopRoute());
        CallRailConsumer consumer = context.consume(uri("calls", "maxRetries=4"));

        CallRailException failure = catchThrowableOfType(CallRailException.class, consumer::poll);

        assertThat(failure.getKind()).isEqualTo(FailureKind.UNAVAILABLE);
        assertThat(requests()).hasSize(1);
    }

    @Test
    void anInterruptedMessageEndsItsRetriesAndStaysInterrupted() {
        calls(3);
        sandbox.faults().always(Fault.status(503, ""));
        context.callrail().setSleeper(span -> {
            throw new InterruptedException();
        });

        assertThat(failure(uri("calls", "maxRetries=4")).getKind()).isEqualTo(FailureKind.UNAVAILABLE);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(requests()).hasSize(1);
    }

    @Test
    void aClockThatIsPutBackMeanwhileDoesNotLengthenAWait() {
        calls(3);
        sandbox.faults().onRequest(1, Fault.status(503, ""));
        List<Duration> slept = new ArrayList<>();
        context.callrail().setSleeper(span -> {
            CLOCK.advance(slept.isEmpty() ? Duration.ofDays(-1) : span);
            slept.add(span);
        });

        assertThat(records(uri("calls", "maxRetries=1&daysBack=9"))).hasSize(3);
        assertThat(slept.stream().reduce(Duration.ZERO, Duration::plus)).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    /** Lets somebody else stop the route, and waits until its consumer knows. */
    private void stopRoute() {
        CallRailConsumer consumer =
                (CallRailConsumer) context.getRoute("polled").getConsumer();
        new Thread(() -> {
                    try {
                        context.getRouteController().stopRoute("polled");
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })
                .start();
        await().until(() -> !consumer.isBatchAllowed());
    }

    private List<Duration> gaps() {
        List<Instant> times = sandbox.journal().requests().stream()
                .map(request -> request.at())
                .toList();
        List<Duration> gaps = new ArrayList<>();
        for (int i = 1; i < times.size(); i++) {
            gaps.add(Duration.between(times.get(i - 1), times.get(i)));
        }
        return gaps;
    }
}
