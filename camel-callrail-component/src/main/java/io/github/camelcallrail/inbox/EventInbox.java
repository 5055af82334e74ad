package io.github.camelcallrail.inbox;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.checkpoint.ChecksummedText;
import io.github.camelcallrail.checkpoint.ListableStateRepository;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Texts of events that wait to be processed, in a repository that any number of processes may share. An {@link
 * EventDispatcher} takes them out. Thread-safe.
 *
 * <p>Failures of the repository are {@link CallRailFailure}s of kind STORAGE.
 */
public final class EventInbox {

    private static final Logger LOG = LoggerFactory.getLogger(EventInbox.class);
    private static final Runnable NOBODY = () -> {};

    private final ListableStateRepository repository;
    private final String name;
    private final InboxKeys keys;
    private final EventSequence sequence;
    private final PendingCount count;
    private final LongAdder damaged = new LongAdder();
    private volatile Runnable whenAdded = NOBODY;

    /**
     * @param repository started and stopped by its owner
     * @param name of the inbox, any text; processes that use the same name share an inbox
     * @param capacity the number of pending events from which no more are accepted, at least 1; processes that add at
     *     the same time may exceed it by what they add within a second
     * @param clock the time at which events are added
     */
    public EventInbox(ListableStateRepository repository, String name, int capacity, Clock clock) {
        this.repository = requireNonNull(repository, "repository is null");
        this.keys = new InboxKeys(name);
        this.name = name;
        this.sequence = new EventSequence(clock);
        this.count =
                new PendingCount(capacity, clock, () -> pending("", capacity).size());
    }

    /**
     * Stores an event. Once this has returned, the event will be handed out, even if the process ends now. If it
     * throws, the event may nevertheless have been stored. Events of one group that one thread adds are handed out in
     * the order in which they are added.
     *
     * @param group any text that is not personal, because it appears in logs
     * @param text the text of the event; never logged
     * @return the key of the event
     * @throws CallRailFailure of kind STORAGE if it cannot be stored, of kind BUSY if too many events are pending
     */
    public String add(String group, String text) {
        requireNonNull(group, "group is null");
        String sealed = ChecksummedText.seal(requireNonNull(text, "text is null"));
        count.reserve();
        String key = keys.pending(sequence.next(), group);
        try {
            attempt("store an event in", () -> {
                repository.setState(key, sealed);
                return null;
            });
        } catch (RuntimeException e) {
            count.release();
            throw e;
        }
        whenAdded.run();
        return key;
    }

    /**
     * Checks that an event could be stored now: there is room, and the repository can be written.
     *
     * @throws CallRailFailure as {@link #add}
     */
    public void requireStorable() {
        count.reserve();
        count.release();
        attempt("write to", () -> {
            repository.setState(keys.probe(), "probe");
            repository.setState(keys.probe(), null);
            return null;
        });
    }

    /**
     * The oldest pending events after a key, in the order of their keys.
     *
     * @param after the key; empty for the oldest ones
     * @param most the maximum number of events, 1 or more
     */
    public List<PendingEvent> pending(String after, int most) {
        return attempt("list the events in", () -> repository.keys(keys.pending(), after, most)).stream()
                .map(PendingEvent::of)
                .toList();
    }

    /**
     * The text of a pending event; empty if it was removed, or if it is damaged. A damaged event is moved aside with a
     * warning, so that it is not pending any more.
     */
    public Optional<String> text(String key) {
        Optional<String> sealed;
        try {
            sealed = Optional.ofNullable(attempt("read an event from", () -> repository.getState(key)));
        } catch (CallRailFailure failure) {
            if (failure.getCause() instanceof UncheckedIOException e
                    && e.getCause() instanceof CharacterCodingException) {
                moveAside(key);
                return Optional.empty();
            }
            throw failure;
        }
        Optional<String> text = sealed.flatMap(ChecksummedText::ifIntact).map(ChecksummedText::text);
        if (sealed.isPresent() && text.isEmpty()) {
            moveAside(key);
        }
        return text;
    }

    private void moveAside(String key) {
        String aside = keys.damaged(key);
        if (attempt("move a damaged event within", () -> repository.renameState(key, aside))) {
            count.release();
            damaged.increment();
            LOG.warn(
                    "The stored event '{}' is not as it was saved, so it is not processed. It was moved to '{}':"
                            + " restore it from a backup, or delete it.",
                    key,
                    aside);
        }
    }

    /** Removes an event that was processed; does nothing if it is not there. */
    public void remove(String key) {
        attempt("remove an event from", () -> {
            repository.setState(key, null);
            return null;
        });
        count.release();
    }

    /** How many damaged events were moved aside here, since this object was created. */
    public long damaged() {
        return damaged.sum();
    }

    /** Has something run after each event that is added here, in the thread that adds it; null for nothing. */
    void whenAdded(Runnable listener) {
        whenAdded = listener == null ? NOBODY : listener;
    }

    /** A new lease of the right to hand out the events of this inbox. */
    DispatchLease lease(DispatchTimes times) {
        return new DispatchLease(repository, keys.lease(), times);
    }

    /**
     * Does something with the repository.
     *
     * @param what in words that are followed by {@code the inbox}, for messages
     * @throws CallRailFailure of kind STORAGE if that throws
     */
    <T> T attempt(String what, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw CallRailFailure.of(
                    FailureKind.STORAGE,
                    ("Could not %s the inbox '%s': %s. Check that the location set by option 'stateDirectory' or"
                                    + " 'stateRepository' is reachable and has free space.")
                            .formatted(what, name, e.getMessage()),
                    e);
        }
    }
}
