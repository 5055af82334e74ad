package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.quota.Limits;
import io.github.camelcallrail.quota.RequestBudget;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.sandbox.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What messages and polls may ask of an account, and what happens when that is used up. */
class RequestBudgetTest extends SandboxTest {

    private static final String PAGES_OF_TEN = "pageSize=10&requestsPerHour=3";

    @Test
    void aMessageThatWouldWaitTooLongFailsAndSaysWhenToTryAgain() {
        calls(45);

        CallRailException failure = failure(uri("calls", PAGES_OF_TEN));

        assertThat(failure.getKind()).isEqualTo(FailureKind.OVER_BUDGET);
        assertThat(failure.isRetryable()).isTrue();
        assertThat(failure.getRetryAt().orElseThrow())
                .isBetween(NOW.plus(Duration.ofHours(1)), NOW.plus(Duration.ofMinutes(61)));
        assertThat(failure)
                .hasMessageStartingWith(
                        "Report 'calls' was not requested: the budget of 3 requests an hour and 10000 a day for account "
                                + account() + " is used up until 2026-03-15T17:31:00Z");
        assertThat(requests()).hasSize(3);
        assertThat(CLOCK.instant()).isEqualTo(NOW);
    }

    @Test
    void aMessageWaitsAsLongAsItMay() {
        List<String> ids = calls(45);

        assertThat(ids(records(uri("calls", PAGES_OF_TEN + "&budgetWait=61m")))).isEqualTo(ids);
        assertThat(Duration.between(NOW, CLOCK.instant())).isBetween(Duration.ofHours(1), Duration.ofMinutes(61));
    }

    @Test
    void allEndpointsOfTheContextCountTogether() {
        calls(5);
        records(uri("calls", "requestsPerHour=2"));
        records("callrail:companies?accountId=" + account() + "&requestsPerHour=2");

        assertThat(failure("callrail:users?accountId=" + account() + "&requestsPerHour=2")
                        .getKind())
                .isEqualTo(FailureKind.OVER_BUDGET);
        assertThat(records("callrail:users?accountId=" + account() + "&requestsPerHour=3"))
                .isEmpty();
    }

    @Test
    void soDoAllComponents() {
        calls(5);
        CallRailComponent other = new CallRailComponent(context);
        other.setConfiguration(context.callrail().getConfiguration().copy());
        other.setClock(CLOCK);
        context.addComponent("callrail2", other);
        records(uri("calls", "requestsPerHour=1"));

        assertThat(failure(uri("calls", "requestsPerHour=1").replace("callrail:", "callrail2:"))
                        .getKind())
                .isEqualTo(FailureKind.OVER_BUDGET);
    }

    @Test
    void aPollThatRunsOutEndsAtAPageAndALaterOneGoesOn() throws Exception {
        List<String> ids = calls(45);
        CallRailConsumer consumer = context.consume(uri("calls", PAGES_OF_TEN));

        assertThat(consumer.poll()).isEqualTo(29);
        assertThat(consumer.poll()).isZero();
        CLOCK.advance(Duration.ofMinutes(61));
        assertThat(consumer.poll()).isEqualTo(16);

        assertThat(context.received())
                .extracting(exchange -> exchange.getMessage().getHeader(CallRailConstants.RECORD_ID))
                .isEqualTo(List.<Object>copyOf(ids));
        assertThat(context.received())
                .extracting(exchange -> exchange.getMessage().getHeader(CallRailConstants.LAST_RECORD))
                .containsOnlyOnce(true)
                .last()
                .isEqualTo(true);
        assertThat(requests()).hasSize(5);
    }

    @Test
    void aPollThatRanOutIsNotIdle() throws Exception {
        calls(45);
        CallRailConsumer consumer = context.consume(uri("calls", PAGES_OF_TEN + "&sendEmptyMessageWhenIdle=true"));

        consumer.run();
        consumer.run();

        assertThat(context.received()).hasSize(29);
    }

    @Test
    void theLastPollFailsBecauseNoneGoesOn() throws Exception {
        calls(45);
        CallRailConsumer consumer = context.consume(uri("calls", PAGES_OF_TEN + "&repeatCount=2"));

        assertThat(consumer.poll()).isEqualTo(29);
        assertThat(catchThrowableOfType(CallRailException.class, consumer::poll).getKind())
                .isEqualTo(FailureKind.OVER_BUDGET);
    }

    @Test
    void aTimeSeriesGoesOnAtThePartThatItHadToLeave() throws Exception {
        CallRailConsumer consumer =
                context.consume(uri("calls-timeseries", "interval=hour&daysBack=20&requestsPerHour=1"));

        for (int poll = 0; context.received().isEmpty() && poll < 5; poll++) {
            consumer.poll();
            CLOCK.advance(Duration.ofMinutes(61));
        }

        assertThat(requests()).doesNotHaveDuplicates().hasSize(3);
        assertThat(context.received()).hasSizeGreaterThan(20 * 24);
    }

    @Test
    void aPollIsNotHeldUpByAMessageThatWaits() throws Exception {
        CountDownLatch waits = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        context.callrail().setSleeper(span -> {
            waits.countDown();
            goOn.await();
            CLOCK.advance(Duration.ofMinutes(61));
        });
        records("callrail:users?accountId=" + account() + "&requestsPerHour=1");
        String uri = "callrail:calls?accountId=" + account() + "&requestsPerHour=1";
        CallRailConsumer consumer = context.consume(uri);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<?> message = threads.submit(() -> context.request(uri + "&budgetWait=61m"));
            waits.await();
            Future<Integer> poll = threads.submit(consumer::poll);

            assertThat(poll.get(20, TimeUnit.SECONDS)).isZero();
            goOn.countDown();
            message.get(20, TimeUnit.SECONDS);
        } finally {
            goOn.countDown();
            threads.shutdownNow();
        }
    }

    @Test
    void aContextThatStopsEndsTheWaitOfAMessage() throws Exception {
        calls(45);
        context.callrail().setSleeper(span -> {
            Thread stop = new Thread(context::stop);
            stop.start();
            await().until(() -> context.isStopping() || context.isStopped());
        });

        CallRailException failure = failure(uri("calls", PAGES_OF_TEN + "&budgetWait=61m"));

        assertThat(failure.getKind()).isEqualTo(FailureKind.OVER_BUDGET);
        assertThat(requests()).hasSize(3);
    }

    @Test
    void aStreamThatIsReadWhenItsProducerIsPutAwayStillTriesAgain() throws Exception {
        List<String> ids = calls(25);
        List<String> came = new ArrayList<>();
        String uri = uri("calls", "pageSize=10&maxRetries=4&outputType=stream");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:stream")
                        .toD(uri, -1)
                        .split(body())
                        .streaming()
                        .process(exchange -> came.add(exchange.getMessage()
                                .getBody(CallRailRecord.class)
                                .id()));
            }
        });
        sandbox.faults().onRequest(2, Fault.status(503, ""));

        assertThat(context.request("direct:stream").getException()).isNull();
        assertThat(came).isEqualTo(ids);
    }

    @Test
    void aBudgetOfOnesOwnIsAskedInstead() {
        calls(15);
        Budget budget = new Budget();
        context.getRegistry().bind("budget", budget);

        records(uri("calls", "pageSize=10&requestBudget=#budget&requestsPerHour=7&requestsPerDay=9"));

        assertThat(budget.taken)
                .containsExactly(account() + " " + new Limits(7, 9), account() + " " + new Limits(7, 9));
    }

    @Test
    void whatCallRailCountsBeyondOursIsCounted() {
        calls(5);
        sandbox.faults().onRequest(1, Fault.headers(Map.of("X-Rate-Limit-Hourly-Used", "900")));
        records(uri("calls", ""));

        assertThat(failure(uri("calls", "requestsPerHour=900")).getKind()).isEqualTo(FailureKind.OVER_BUDGET);
        assertThat(records(uri("calls", "requestsPerHour=901"))).hasSize(5);
    }

    @Test
    void anAnswerThatSaysThatNothingIsLeftIsNotFollowedByARefusal() {
        calls(5);
        sandbox.faults()
                .onRequest(
                        1,
                        Fault.headers(Map.of("X-Rate-Limit-Hourly-Allowed", "40", "X-Rate-Limit-Hourly-Used", "40")));
        records(uri("calls", ""));

        CallRailException failure = failure(uri("calls", "budgetWait=0"));

        assertThat(failure.getKind()).isEqualTo(FailureKind.RATE_LIMITED);
        assertThat(failure.getRetryAt()).isPresent();
        assertThat(requests()).hasSize(1);
    }

    @Test
    void aRefusalStopsAllEndpointsOfTheAccount() {
        calls(5);
        sandbox.faults().onRequest(1, Fault.status(429, "", Map.of("Retry-After", "120")));
        failure(uri("calls", ""));

        CallRailException failure = failure("callrail:companies?accountId=" + account());

        assertThat(failure.getKind()).isEqualTo(FailureKind.RATE_LIMITED);
        assertThat(failure.getRetryAt()).contains(NOW.plusSeconds(120));
        assertThat(failure).hasMessageContaining("HTTP 429").hasMessageContaining("2026-03-15T16:32:20Z");
        assertThat(requests()).hasSize(1);
        CLOCK.advance(Duration.ofSeconds(120));
        assertThat(records("callrail:companies?accountId=" + account())).hasSize(3);
    }

    @Test
    void theCountOutlivesTheContextWhereStateIsKept(@TempDir Path directory) throws Exception {
        calls(5);
        String uri = uri("calls", "requestsPerHour=60");
        context.callrail().getConfiguration().setStateDirectory(directory.toString());
        for (int i = 0; i < 40; i++) {
            records(uri);
        }
        context.close();
        context = new CallRailContext(sandbox, CLOCK);
        context.callrail().getConfiguration().setStateDirectory(directory.toString());
        for (int i = 0; i < 19; i++) {
            records(uri);
        }

        assertThat(failureAfter(uri, 2).getKind()).isEqualTo(FailureKind.OVER_BUDGET);
        assertThat(requests()).hasSizeBetween(59, 60);
    }

    private CallRailException failureAfter(String uri, int most) {
        for (int i = 1; i < most; i++) {
            if (context.request(uri).getException() instanceof CallRailException failure) {
                return failure;
            }
        }
        return failure(uri);
    }

    @Test
    void withoutAPlaceForItOneLineSaysThatTheCountIsLost() {
        calls(5);
        List<String> lines;
        try (LogLines log = new LogLines()) {
            records(uri("calls", ""));
            records(uri("calls", ""));
            lines = log.lines();
        }

        assertThat(lines)
                .containsExactly(
                        "INFO Requests to CallRail are counted in memory only: after a restart it is not known how many of"
                                + " the 10000 per day were sent. Option stateDirectory, on an incremental consumer or on the component, keeps"
                                + " the count; so does requestBudget.");
    }

    /** Grants everything, and remembers who asked. */
    static final class Budget implements RequestBudget {
        private final List<String> taken = new ArrayList<>();

        @Override
        public Optional<Instant> take(String account, Limits limits, Instant now) {
            taken.add(account + " " + limits);
            return Optional.empty();
        }

        @Override
        public void raise(String account, int inHour, int inDay, Instant now) {
            // An answer without counters must not cost a shared budget a transaction.
            throw new AssertionError("nobody counted for " + account);
        }
    }
}
