package io.github.camelcallrail.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Events are written {@code 1a}: number 1 of group a. */
class GroupQueueTest {

    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

    private final GroupQueue queue = new GroupQueue(2, DispatchTimes.DEFAULT);

    @Test
    void theOldestIsFirstAndOnlyOneOfAGroupAtATime() {
        fill(NOW, "1a", "2a", "3b", "4c");

        PendingEvent first = take("1a");
        PendingEvent third = take("3b");
        takeNone();
        queue.done(third);
        take("4c");
        takeNone();
        queue.done(first);
        take("2a");
    }

    @Test
    void aGroupThatFailedIsLeftOutUntilItsRetryIsDue() {
        fill(NOW, "1a", "2a", "3b");

        queue.failed(take("1a"), NOW);

        queue.done(take("3b"));
        takeNone();
        assertThat(queue.retrying()).isEqualTo(1);
        fill(NOW.plusMillis(999), "1a", "2a");
        takeNone();
        fill(NOW.plusSeconds(1), "1a", "2a");
        queue.failed(take("1a"), NOW.plusSeconds(1));
        assertThat(queue.failures("a")).isEqualTo(2);
        fill(NOW.plusMillis(2_999), "1a", "2a");
        takeNone();
        fill(NOW.plusSeconds(3), "1a", "2a");
        queue.done(take("1a"));
        assertThat(queue.failures("a")).isZero();
        take("2a");
    }

    @Test
    void aNewListingDoesNotHandOutWhatIsInWork() {
        fill(NOW, "1a", "2a", "3b");
        PendingEvent first = take("1a");

        fill(NOW, "1a", "2a", "3b", "4c");

        queue.done(take("3b"));
        queue.done(take("4c"));
        takeNone();
        queue.done(first);
        queue.done(take("2a"));
        takeNone();
    }

    @Test
    void anEarlierEventThatIsFoundLaterComesFirst() {
        fill(NOW, "2a", "3a");

        fill(NOW, "1a", "2a", "3a");

        take("1a");
    }

    @Test
    void whatIsGivenBackIsStillTheFirst() {
        fill(NOW, "1a", "2a", "3b");

        queue.giveBack(take("1a"));

        take("1a");
        assertThat(queue.retrying()).isZero();
    }

    @Test
    void forgetsAGroupThatFailedWhenItIsGone() {
        fill(NOW, "1a", "2b");
        queue.failed(take("1a"), NOW);

        fill(NOW, "1a", "2b");
        assertThat(queue.retrying()).isEqualTo(1);
        queue.fill(new PendingListing(List.of(event("2b")), Set.of("b"), Set.of(), false), NOW);
        assertThat(queue.retrying()).isEqualTo(1);
        fill(NOW, "2b");
        assertThat(queue.retrying()).isZero();
    }

    @Test
    void wantsANewListingWhenAGroupThatWasCutIsThrough() {
        queue.fill(
                new PendingListing(List.of(event("1a"), event("2a"), event("3b")), Set.of("a", "b"), Set.of("a"), true),
                NOW);

        assertThat(queue.done(take("1a"))).isFalse();
        assertThat(queue.done(take("2a"))).isTrue();
        assertThat(queue.done(take("3b"))).isFalse();
    }

    @Test
    void wantsANewListingWhenHalfIsThroughAndThereIsMore() {
        queue.fill(
                new PendingListing(
                        List.of(event("1a"), event("2b"), event("3c"), event("4d")),
                        Set.of("a", "b", "c", "d"),
                        Set.of(),
                        false),
                NOW);

        assertThat(queue.done(take("1a"))).isFalse();
        assertThat(queue.done(take("2b"))).isFalse();
        assertThat(queue.done(take("3c"))).isTrue();
    }

    @Test
    void handsOutNothingWhenItIsStopped() throws InterruptedException {
        fill(NOW, "1a", "2b");
        PendingEvent first = take("1a");

        queue.stop();

        takeNone();
        assertThat(queue.awaitIdle(Duration.ofMillis(1).toNanos())).isFalse();
        queue.done(first);
        assertThat(queue.awaitIdle(0)).isTrue();
    }

    private void fill(Instant now, String... events) {
        List<PendingEvent> all =
                Arrays.stream(events).map(GroupQueueTest::event).toList();
        Set<String> groups = all.stream().map(PendingEvent::group).collect(Collectors.toCollection(HashSet::new));
        queue.fill(new PendingListing(all, groups, Set.of(), true), now);
    }

    private static PendingEvent event(String text) {
        return new PendingEvent(text, text.substring(1), NOW);
    }

    private PendingEvent take(String expected) {
        Optional<PendingEvent> taken = queue.take();
        assertThat(taken).map(PendingEvent::key).contains(expected);
        return taken.orElseThrow();
    }

    private void takeNone() {
        assertThat(queue.take()).isEmpty();
    }
}
