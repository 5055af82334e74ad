package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.quota.Limits;
import io.github.camelcallrail.quota.RequestBudget;
import io.github.camelcallrail.sandbox.Fault;
import io.github.camelcallrail.state.SharedRequestBudget;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** More requests at once than there are connections: whoever waits for one has not asked yet. */
@Timeout(60)
class BusyConnectionsTest extends SandboxTest {

    private static final int CONNECTIONS = 20;

    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final ExecutorService messages = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work);
        threads.add(thread);
        return thread;
    });

    @AfterEach
    void stop() {
        messages.shutdownNow();
    }

    private List<Future<Exchange>> send(int count, String uri) {
        context.start();
        List<Future<Exchange>> sent = new ArrayList<>();
        for (int message = 0; message < count; message++) {
            sent.add(messages.submit(() -> context.request(uri, Map.of())));
        }
        return sent;
    }

    private long counted() {
        return SharedRequestBudget.of(context)
                .storedIn(
                        new ConfigurationOptions(context.callrail().getConfiguration()).stateLocation(),
                        context.callrail().stateRepositories())
                .used(account(), CLOCK.instant())
                .orElseThrow()
                .inHour();
    }

    @ParameterizedTest
    @CsvSource({"0", "4"})
    void manyMessagesAtOnceWaitAndCountOnce(int retries) throws Exception {
        calls(1);
        sandbox.faults().always("calls", Fault.delay(Duration.ofMillis(1_500)));
        String uri = uri("calls", "connectTimeout=500&maxRetries=" + retries);
        CallRailEndpoint endpoint = context.getEndpoint(uri, CallRailEndpoint.class);

        for (Future<Exchange> message : send(70, uri)) {
            assertThat(message.get(30, TimeUnit.SECONDS).getException()).isNull();
        }

        assertThat(sandbox.journal().requests()).hasSize(70);
        assertThat(counted()).isEqualTo(70);
        assertThat(endpoint.getRequests()).isEqualTo(70);
    }

    /** Lets as many messages as there are connections wait for an answer that only the end of the test lets go. */
    private List<Future<Exchange>> useAllConnections() throws Exception {
        CountDownLatch asked = new CountDownLatch(CONNECTIONS);
        for (int request = 1; request <= CONNECTIONS; request++) {
            sandbox.faults().afterRequest("tags", request, asked::countDown);
        }
        sandbox.faults().always("tags", Fault.delay(Duration.ofSeconds(6)));
        List<Future<Exchange>> sent = send(CONNECTIONS, uri("tags", "").replace("&timeZone=America/New_York", ""));
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
        return sent;
    }

    @Test
    void aMessageWaitsNoLongerThanBudgetWait() throws Exception {
        calls(1);
        useAllConnections();

        CallRailException failure = failure(uri("calls", "budgetWait=250&maxRetries=4"));

        assertThat(failure)
                .hasMessage(
                        "Report 'calls' was not requested: it waited 0.25 s for one of the 20 connections to CallRail, and other"
                                + " requests used them all. Send fewer messages at once, or wait longer: option 'budgetWait' is 250 ms.");
        assertThat(failure.getKind()).isEqualTo(FailureKind.BUSY);
        assertThat(failure.isRetryable()).isTrue();
        assertThat(failure(uri("calls", "budgetWait=0"))).hasMessageContaining("it waited 0 s for one");
        assertThat(counted()).isEqualTo(CONNECTIONS);
        assertThat(sandbox.journal().requests()).hasSize(CONNECTIONS);
    }

    @Test
    void aPollResumesLater() throws Exception {
        List<String> ids = calls(3);
        context.callrail().getConfiguration().setConnectTimeout(500);
        CallRailConsumer consumer = context.consume(uri("calls", ""));
        List<Future<Exchange>> others = useAllConnections();

        consumer.poll();
        assertThat(context.received()).isEmpty();
        assertThat(consumer.getLastPollOutcome()).isEqualTo("POSTPONED");
        assertThat(consumer.lastPoll().orElseThrow().kind()).contains(FailureKind.BUSY);

        for (Future<Exchange> other : others) {
            other.get(30, TimeUnit.SECONDS);
        }
        consumer.poll();
        assertThat(context.received()).hasSameSizeAs(ids);
        assertThat(counted()).isEqualTo(sandbox.journal().requests().size());
    }

    @Test
    void aContextThatStopsIsNotHeldUp() throws Exception {
        useAllConnections();
        List<Future<Exchange>> waiting = send(3, uri("calls", "budgetWait=1h"));
        await().until(() -> threads.subList(CONNECTIONS, threads.size()).stream()
                        .filter(thread -> thread.getState() == Thread.State.TIMED_WAITING)
                        .count()
                >= 3);

        long begun = System.nanoTime();
        context.stop();
        for (Future<Exchange> message : waiting) {
            assertThat(message.get(20, TimeUnit.SECONDS).getException()).isNotNull();
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        assertThat(sandbox.journal().requests()).hasSize(CONNECTIONS);
    }

    @Test
    void whoWaitsForTheBudgetLeavesTheConnectionToOthers() throws Exception {
        calls(1);
        context.start();
        CountDownLatch slept = new CountDownLatch(CONNECTIONS);
        CountDownLatch goOn = new CountDownLatch(1);
        context.callrail().setSleeper(span -> {
            slept.countDown();
            goOn.await();
        });
        context.callrail().getConfiguration().setRequestBudget(new RequestBudget() {
            @Override
            public Optional<Instant> take(String account, Limits limits, Instant now) {
                return account.isEmpty() ? Optional.empty() : Optional.of(now.plusSeconds(60));
            }

            @Override
            public void raise(String account, int inHour, int inDay, Instant now) {
                // It does not count.
            }
        });

        List<Future<Exchange>> waiting = send(CONNECTIONS, uri("calls", "budgetWait=1h"));
        assertThat(slept.await(20, TimeUnit.SECONDS)).isTrue();
        Exchange other = context.request("callrail:accounts?budgetWait=0");

        assertThat(other.getException()).isNull();
        goOn.countDown();
        messages.shutdownNow();
        assertThat(waiting).hasSize(CONNECTIONS);
    }
}
