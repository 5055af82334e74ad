package io.github.camelcallrail.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.camelcallrail.checkpoint.DirectoryStateRepository;
import io.github.camelcallrail.checkpoint.KeyPart;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.sandbox.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventInboxTest {

    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

    private final SettableClock clock = new SettableClock(NOW);
    private final MemoryStates states = new MemoryStates();
    private final EventInbox inbox = inbox(3);

    private EventInbox inbox(int capacity) {
        return new EventInbox(states, "calls", capacity, clock);
    }

    @Test
    void whatWasAddedIsPendingUntilItIsRemoved() {
        String first = inbox.add("call-1", "text of the first");
        clock.advance(Duration.ofSeconds(1));
        String second = inbox.add("CAL 2", "{\"é\":\"電話 😀\"}\n");

        assertThat(first).matches("inbox/calls/pending/1773144000000-000000-[0-9a-f]{12}-call-1");
        assertThat(inbox.pending("", 10))
                .containsExactly(
                        new PendingEvent(first, "call-1", NOW),
                        new PendingEvent(second, KeyPart.of("CAL 2"), NOW.plusSeconds(1)));
        assertThat(inbox(3).pending(first, 10)).extracting(PendingEvent::key).containsExactly(second);
        assertThat(inbox.pending("", 1)).extracting(PendingEvent::key).containsExactly(first);
        assertThat(inbox.text(first)).contains("text of the first");
        assertThat(inbox(3).text(second)).contains("{\"é\":\"電話 😀\"}\n");

        inbox.remove(first);
        assertThat(inbox.pending("", 10)).extracting(PendingEvent::key).containsExactly(second);
        assertThat(inbox.text(first)).isEmpty();
        assertThat(inbox.damaged()).isZero();
    }

    @Test
    void inboxesOfDifferentNamesShareNothing() {
        inbox.add("a", "text");

        for (String name : List.of("Calls", "calls2", "call", "calls/pending", "")) {
            assertThat(new EventInbox(states, name, 3, clock).pending("", 10)).isEmpty();
        }
    }

    @Test
    void aFullInboxAcceptsNoMoreUntilThereIsRoom() {
        EventInbox other = inbox(3);
        String first = inbox.add("a", "1");
        other.add("a", "2");
        clock.advance(Duration.ofSeconds(1));
        inbox.add("a", "3");

        assertThatExceptionOfType(CallRailFailure.class)
                .isThrownBy(() -> inbox.add("a", "4"))
                .withMessage("The event was not accepted, because 3 events wait to be processed, as many as the inbox"
                        + " may hold. Check why they are not processed, or raise option 'maxPendingEvents'.")
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(FailureKind.BUSY));
        assertThat(inbox.pending("", 10)).hasSize(3);
        inbox.remove(first);
        inbox.add("a", "5");
        assertThatExceptionOfType(CallRailFailure.class).isThrownBy(() -> inbox.add("a", "6"));

        other.remove(inbox.pending("", 1).get(0).key());
        clock.advance(Duration.ofSeconds(1));
        inbox.add("a", "7");
        assertThat(inbox.pending("", 10)).hasSize(3);
    }

    @Test
    void tellsWithoutAnEventWhetherOneCouldBeStored() {
        inbox.requireStorable();
        assertThat(states.values).isEmpty();

        states.readOnly = true;
        assertThatExceptionOfType(CallRailFailure.class)
                .isThrownBy(inbox::requireStorable)
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(FailureKind.STORAGE));
        states.readOnly = false;
        inbox.add("a", "1");
        inbox.add("a", "2");
        inbox.requireStorable();
        inbox.add("a", "3");
        assertThatExceptionOfType(CallRailFailure.class)
                .isThrownBy(inbox::requireStorable)
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(FailureKind.BUSY));
    }

    @Test
    void anEventThatCannotBeStoredTakesNoRoom() {
        inbox.add("a", "1");
        states.readOnly = true;
        for (int i = 0; i < 5; i++) {
            assertThatExceptionOfType(CallRailFailure.class)
                    .isThrownBy(() -> inbox.add("a", "private"))
                    .withMessage("Could not store an event in the inbox 'calls': database away. Check that the location"
                            + " set by option 'stateDirectory' or 'stateRepository' is reachable and has free space.")
                    .satisfies(failure -> assertThat(failure.kind()).isEqualTo(FailureKind.STORAGE));
        }
        states.readOnly = false;

        inbox.add("a", "2");
        inbox.add("a", "3");
        assertThatExceptionOfType(CallRailFailure.class).isThrownBy(() -> inbox.add("a", "4"));
    }

    @Test
    void everyFailureOfTheRepositoryIsOfKindStorage() {
        String key = inbox.add("a", "1");
        states.down = true;

        for (Runnable work : List.<Runnable>of(
                () -> inbox.pending("", 1), () -> inbox.text(key), () -> inbox.remove(key), () -> inbox(3).add(
                                "a", "2"))) {
            assertThatExceptionOfType(CallRailFailure.class)
                    .isThrownBy(work::run)
                    .satisfies(failure -> assertThat(failure.kind()).isEqualTo(FailureKind.STORAGE));
        }
    }

    @Test
    void aDamagedEventIsMovedAside() {
        String damaged = inbox.add("a", "1");
        String intact = inbox.add("a", "2");
        states.values.computeIfPresent(damaged, (key, text) -> text + "x");

        assertThat(inbox.text(damaged)).isEmpty();

        assertThat(inbox.pending("", 10)).extracting(PendingEvent::key).containsExactly(intact);
        assertThat(states.values.get(damaged.replace("/pending/", "/damaged/"))).endsWith("1x");
        assertThat(inbox.damaged()).isEqualTo(1);
        inbox.add("a", "3");
        inbox.add("a", "4");
    }

    @Test
    void aFileThatIsNoTextIsDamaged(@TempDir Path directory) throws IOException {
        DirectoryStateRepository files = new DirectoryStateRepository(directory);
        files.start();
        EventInbox stored = new EventInbox(files, "calls", 3, clock);
        String key = stored.add("a", "1");
        Files.write(directory.resolve(key + ".state"), new byte[] {(byte) 0xff});

        assertThat(stored.text(key)).isEmpty();

        assertThat(stored.pending("", 10)).isEmpty();
        assertThat(stored.damaged()).isEqualTo(1);
        assertThat(directory.resolve("inbox/calls/damaged")).isNotEmptyDirectory();
    }

    @Test
    void hasRoomForAtLeastOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> inbox(0));
    }
}
