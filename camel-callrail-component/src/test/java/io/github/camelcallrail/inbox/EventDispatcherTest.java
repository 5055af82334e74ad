package io.github.camelcallrail.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcallrail.LogLines;
import io.github.camelcallrail.sandbox.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EventDispatcherTest {

    /** Looks only when it is told of an event. */
    private static final DispatchTimes TOLD = new DispatchTimes(
            Duration.ofHours(1),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofSeconds(1),
            Duration.ofMinutes(5));

    private final MemoryStates states = new MemoryStates();
    private final EventInbox adding = new EventInbox(states, "calls", 100_000, Clock.systemUTC());
    private final List<String> handled = new CopyOnWriteArrayList<>();
    private final List<Dispatching> processes = new ArrayList<>();

    private Dispatching started(DispatchTimes times, int threads, EventHandler handler) {
        Dispatching process = new Dispatching(states, times, threads, handler);
        processes.add(process);
        process.dispatcher.start();
        return process;
    }

    private boolean handle(String key, String text) {
        return handled.add(text);
    }

    @AfterEach
    void stop() {
        states.down = false;
        states.readOnly = false;
        processes.forEach(Dispatching::close);
    }

    @Test
    void whatThisProcessAddsIsHandedOutAtOnceAndRemoved() {
        Dispatching process = started(TOLD, 1, this::handle);
        await().until(() -> process.dispatcher.status().leaseHeld());

        process.inbox.add("a", "1");
        await().until(() -> handled.size() == 1);
        process.inbox.add("a", "2");
        await().until(() -> process.inbox.pending("", 1).isEmpty());

        assertThat(handled).containsExactly("1", "2");
    }

    @Test
    void whatOthersAddedIsFound() {
        Dispatching process = new Dispatching(states, Dispatching.FAST, 1, this::handle);
        processes.add(process);
        adding.add("a", "1");
        process.dispatcher.start();
        await().untilAsserted(() -> assertThat(handled).containsExactly("1"));

        adding.add("a", "2");
        await().untilAsserted(() -> assertThat(handled).containsExactly("1", "2"));
    }

    @Test
    void aFailingEventHoldsUpItsOwnGroupOnly() {
        AtomicBoolean repaired = new AtomicBoolean();
        Dispatching process = started(Dispatching.FAST, 2, (key, text) -> {
            if (text.equals("a1") && !repaired.get()) {
                throw new IllegalStateException("sink away");
            }
            return handle(key, text);
        });
        for (String text : List.of("a1", "a2", "b1", "c1", "b2", "a3")) {
            process.inbox.add(text.substring(0, 1), text);
        }

        await().untilAsserted(() -> assertThat(handled).containsExactlyInAnyOrder("b1", "c1", "b2"));
        await().until(() -> process.failed.size() >= 6);
        assertThat(process.failed)
                .startsWith(
                        "a 1 PT0.005S java.lang.IllegalStateException: sink away",
                        "a 2 PT0.01S java.lang.IllegalStateException: sink away")
                .contains("a 6 PT0.05S java.lang.IllegalStateException: sink away");
        DispatchStatus status = process.dispatcher.status();
        assertThat(status.pending()).isEqualTo(3);
        assertThat(status.retrying()).isEqualTo(1);
        assertThat(status.oldest()).contains(process.inbox.pending("", 1).get(0).added());
        assertThat(status.processed()).isEqualTo(3);
        assertThat(status.failures()).isGreaterThanOrEqualTo(6);

        repaired.set(true);
        await().until(() -> handled.size() == 6);
        assertThat(handled.subList(3, 6)).containsExactly("a1", "a2", "a3");
        await().untilAsserted(() -> assertThat(process.dispatcher.status())
                .isEqualTo(new DispatchStatus(0, 0, Optional.empty(), true, 6, process.failed.size(), 0)));
    }

    @Test
    void falseAndErrorsAreFailuresToo() {
        Dispatching process = started(Dispatching.FAST, 1, (key, text) -> {
            if (handled.size() == 0) {
                return handle(key, text) && false;
            }
            if (handled.size() == 1) {
                handle(key, text);
                throw new StackOverflowError("deep");
            }
            return handle(key, text);
        });
        process.inbox.add("a", "1");

        await().until(() -> process.inbox.pending("", 1).isEmpty());
        assertThat(handled).containsExactly("1", "1", "1");
        assertThat(process.failed)
                .containsExactly("a 1 PT0.005S null", "a 2 PT0.01S java.lang.StackOverflowError: deep");
    }

    @Test
    void waitsByTheClockBeforeItTriesAgain() {
        SettableClock clock = new SettableClock(Instant.parse("2026-03-10T12:00:00Z"));
        DispatchTimes times = new DispatchTimes(
                Duration.ofMillis(5),
                Duration.ofHours(1),
                Duration.ofHours(2),
                Duration.ofSeconds(1),
                Duration.ofMinutes(5));
        Dispatching process = new Dispatching(states, times, 1, clock, (key, text) -> {
            handle(key, text);
            return text.equals("other");
        });
        processes.add(process);
        process.dispatcher.start();
        process.inbox.add("a", "failing");
        await().until(() -> process.failed.size() == 1);

        clock.advance(Duration.ofMillis(999));
        process.inbox.add("b", "other");
        await().until(() -> handled.contains("other"));
        process.inbox.add("c", "other");
        await().until(() -> handled.size() == 3);
        assertThat(process.failed).hasSize(1);
        clock.advance(Duration.ofMillis(1));
        await().until(() -> process.failed.size() == 2);
        assertThat(process.failed).containsExactly("a 1 PT1S null", "a 2 PT2S null");
    }

    @Test
    void aThousandFailingEventsDoNotHoldUpTheNext() {
        IntStream.range(0, 2_500).forEach(i -> add(i < 1_100 ? "group-" + i : "blocked", "failing"));
        add("later", "done");

        DispatchTimes longRetries = new DispatchTimes(
                Duration.ofMillis(10),
                Duration.ofMillis(100),
                Duration.ofSeconds(5),
                Duration.ofMinutes(1),
                Duration.ofMinutes(5));
        Dispatching process = started(longRetries, 2, (key, text) -> text.equals("done") && handle(key, text));

        await().untilAsserted(() -> assertThat(handled).containsExactly("done"));
        await().until(() -> process.failed.size() == 1_101);
        assertThat(process.dispatcher.status().retrying()).isEqualTo(1_101);
        assertThat(process.dispatcher.status().pending()).isEqualTo(2_500);
    }

    @Test
    void aGroupWithManyEventsDoesNotHoldUpOthers() throws InterruptedException {
        IntStream.range(0, 2_500).forEach(i -> add("many", "" + i));
        add("later", "done");
        CountDownLatch done = new CountDownLatch(1);
        AtomicBoolean inTime = new AtomicBoolean();

        started(Dispatching.FAST, 2, (key, text) -> {
            if (text.equals("done")) {
                done.countDown();
            } else if (text.equals("0")) {
                inTime.set(done.await(10, TimeUnit.SECONDS));
            }
            return handle(key, text);
        });

        await().until(() -> handled.size() == 2_501);
        assertThat(inTime).isTrue();
        assertThat(handled)
                .containsSubsequence(
                        IntStream.range(0, 2_500).mapToObj(i -> "" + i).toList());
    }

    private void add(String group, String text) {
        adding.add(group, text);
    }

    @Test
    void atMostAsManyAsThereAreThreadsAreInWork() throws InterruptedException {
        CountDownLatch three = new CountDownLatch(3);
        CountDownLatch go = new CountDownLatch(1);
        Set<String> inWork = ConcurrentHashMap.newKeySet();
        Dispatching process = started(Dispatching.FAST, 3, (key, text) -> {
            inWork.add(text);
            three.countDown();
            go.await();
            return handle(key, text);
        });
        for (String text : List.of("a1", "a2", "b1", "c1", "d1")) {
            process.inbox.add(text.substring(0, 1), text);
        }

        assertThat(three.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(inWork).as("oldest of each group").containsExactlyInAnyOrder("a1", "b1", "c1");
        assertThat(process.dispatcher.status().pending()).isEqualTo(5);
        go.countDown();
        await().until(() -> handled.size() == 5);
    }

    @Test
    void aDamagedEventDoesNotHoldUpOthers() {
        String damaged = adding.add("a", "1");
        add("a", "2");
        states.values.put(damaged, "nonsense");

        Dispatching process = started(Dispatching.FAST, 1, this::handle);

        await().untilAsserted(() -> assertThat(handled).containsExactly("2"));
        assertThat(process.dispatcher.status().damaged()).isEqualTo(1);
    }

    @Test
    void goesOnAfterAnErrorOfTheRepository() {
        Dispatching process = started(Dispatching.FAST, 2, (key, text) -> {
            states.defect = new StackOverflowError("told to fail");
            return handle(key, text);
        });
        int before = states.refused.get();
        process.inbox.add("a", "1");
        await().until(() -> states.refused.get() > before + 5);

        states.defect = null;

        await().untilAsserted(() ->
                assertThat(states.keys("inbox/calls/pending/", 10)).isEmpty());
        assertThat(handled).containsExactly("1");
    }

    @Test
    void goesOnAfterAnOutageAndLogsItOnce() {
        Dispatching process = started(Dispatching.FAST, 2, this::handle);
        process.inbox.add("a", "1");
        await().until(() -> handled.size() == 1);
        try (LogLines log = new LogLines()) {
            states.down = true;
            int before = states.refused.get();
            await().until(() -> states.refused.get() > before + 20 && !process.dispatcher.holdsLease());
            states.down = false;
            add("a", "2");

            await().untilAsserted(() -> assertThat(handled).containsExactly("1", "2"));
            assertThat(log.lines()).hasSize(2);
            assertThat(log.lines().get(0))
                    .startsWith("WARN Events cannot be handed out at the moment. None is lost; they are handed out once"
                            + " this is over. Could not ")
                    .endsWith(" the inbox 'calls': database away. Check that the location set by option"
                            + " 'stateDirectory' or 'stateRepository' is reachable and has free space. with its stack");
            assertThat(log.lines().get(1)).isEqualTo("INFO Events can be handed out again.");
        }
    }

    @Test
    void whatWasProcessedIsNotProcessedAgainWhereItCouldNotBeRemoved() {
        started(Dispatching.FAST, 1, (key, text) -> {
            states.readOnly = handled.isEmpty();
            return handle(key, text);
        });
        add("a", "1");
        add("a", "2");
        await().until(() -> states.refused.get() > 5);
        states.readOnly = false;

        await().until(() -> adding.pending("", 1).isEmpty());
        assertThat(handled).containsExactly("1", "2");
    }

    @Test
    void anotherProcessTakesOverFromOneThatVanished() {
        Dispatching first = started(Dispatching.FAST, 1, (key, text) -> handle(key, "first " + text));
        await().until(() -> first.dispatcher.status().leaseHeld());
        Dispatching second = started(Dispatching.FAST, 1, (key, text) -> handle(key, "second " + text));
        add("a", "1");
        await().untilAsserted(() -> assertThat(handled).containsExactly("first 1"));
        assertThat(second.dispatcher.status().leaseHeld()).isFalse();

        first.vanish();
        second.inbox.add("a", "2");

        await().untilAsserted(() -> assertThat(handled).containsExactly("first 1", "second 2"));
        assertThat(second.dispatcher.status().leaseHeld()).isTrue();
        assertThat(first.dispatcher.status().leaseHeld()).isFalse();
    }

    @Test
    void handsOutNothingMoreWhenItsLeaseHasLapsed() {
        SettableClock clock = new SettableClock(Instant.parse("2026-03-10T12:00:00Z"));
        Dispatching process = new Dispatching(states, TOLD, 1, clock, (key, text) -> {
            clock.advance(TOLD.takeOver());
            return handle(key, text);
        });
        processes.add(process);
        add("a", "1");
        add("b", "2");
        process.dispatcher.start();
        await().until(() -> adding.pending("", 10).size() == 1);

        assertThat(process.dispatcher.holdsLease()).isFalse();
        assertThat(process.dispatcher.stop(Duration.ofSeconds(10))).isTrue();
        assertThat(handled).containsExactly("1");
    }

    @Test
    void stoppingWaitsForWhatIsInWorkAndLetsAnotherGoOnAtOnce() throws Exception {
        DispatchTimes slowTakeOver = new DispatchTimes(
                Duration.ofMillis(10),
                Duration.ofSeconds(1),
                Duration.ofHours(1),
                Duration.ofMillis(5),
                Duration.ofMillis(50));
        CountDownLatch inWork = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Dispatching first = started(slowTakeOver, 1, (key, text) -> {
            inWork.countDown();
            go.await();
            return handle(key, "first " + text);
        });
        add("a", "1");
        assertThat(inWork.await(10, TimeUnit.SECONDS)).isTrue();
        Dispatching second = started(slowTakeOver, 1, (key, text) -> handle(key, "second " + text));
        add("a", "2");
        assertThat(first.dispatcher.stop(Duration.ofMillis(20))).as("idle").isFalse();
        assertThat(handled).isEmpty();

        go.countDown();
        assertThat(first.dispatcher.stop(Duration.ofSeconds(10))).as("idle").isTrue();

        await().untilAsserted(() -> assertThat(handled).containsExactly("first 1", "second 2"));
        assertThat(second.dispatcher.status().leaseHeld()).isTrue();
    }
}
