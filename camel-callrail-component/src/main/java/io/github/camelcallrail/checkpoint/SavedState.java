package io.github.camelcallrail.checkpoint;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.camel.spi.StateRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where an incremental consumer keeps what it knows: a header under its key, and fingerprints under keys that begin with it and a
 * slash.
 */
public final class SavedState {

    private static final Logger LOG = LoggerFactory.getLogger(SavedState.class);
    private static final String MARK = "begun";
    private static final long FIRST = 1;

    private final StateRepository<String, String> repository;
    private final String key;

    /**
     * @param repository any that keeps texts of a few hundred kilobytes, and has written a value when it says so
     * @param key tells this consumer from others in the same repository
     */
    public SavedState(StateRepository<String, String> repository, String key) {
        this.repository = requireNonNull(repository, "repository is null");
        this.key = requireNonNull(key, "key is null");
    }

    public String key() {
        return key;
    }

    /**
     * The checkpoint of a walk that begins now, or goes on where one was not at its end.
     *
     * @param origin where to start when nothing is saved yet
     * @throws CallRailFailure of kind STATE when what is saved is damaged, or was asked with other options; of kind STORAGE when
     *     it cannot be read
     */
    public Checkpoint begin(ComparisonSubject subject, Lookback lookback, Instant now, Supplier<Instant> origin) {
        StateStore store = new StateStore(repository, key);
        StateHeader header = store.header()
                .map(saved -> requireSameOptions(saved, subject))
                .orElseGet(() -> first(store, subject, lookback, origin.get(), now));
        if (header.generation() == FIRST) {
            store.mark(MARK);
        }
        return new Checkpoint(store, subject, lookback, now, comparing(store, header, subject));
    }

    /** Saves by which fields records are compared from now on, so that it is said once if these are others than before. */
    private StateHeader comparing(StateStore store, StateHeader header, ComparisonSubject subject) {
        if (header.fields().equals(Optional.of(subject.fields()))) {
            return header;
        }
        header.fields()
                .ifPresent(before -> LOG.info(
                        "The records of state '{}' are compared by other fields than before ({}), so those of the look-back are sent"
                                + " again as UPDATED, as far back as each poll looks.",
                        key,
                        subject.fields().changesSince(before)));
        StateHeader comparing = header.comparing(subject.fields());
        store.write(comparing);
        return comparing;
    }

    /** How far the consumer is; empty when nothing is saved yet. */
    public Optional<Reached> reached() {
        return new StateStore(repository, key)
                .header()
                .map(header -> Reached.of(
                        header.position(),
                        header.failed().size(),
                        header.index().records()));
    }

    /**
     * How far a consumer is.
     *
     * @param read up to when everything was read once; empty during the first walk
     * @param walking where a walk that is not at its end goes on
     * @param failed how many records come again because their exchanges failed
     * @param records how many records are compared: those of the look-back, or all of a report without dates
     * @param looked when each depth of the look-back was last looked at
     */
    public record Reached(
            Optional<Instant> read,
            Optional<Instant> walking,
            int failed,
            long records,
            Map<Duration, Instant> looked) {

        static Reached of(Position position, int failed, long records) {
            return new Reached(
                    position.watermark(),
                    position.progress().map(WalkProgress::from),
                    failed,
                    records,
                    position.looked());
        }
    }

    /** Saved before anything is read, with a mark beside it that shows when the header is lost. */
    private StateHeader first(
            StateStore store, ComparisonSubject subject, Lookback lookback, Instant origin, Instant now) {
        if (store.holds(MARK)) {
            throw ChecksummedText.damaged(key, "it is missing, though there was one");
        }
        int ring = subject.chronological() ? DayLedger.ring(lookback.longest()) : 0;
        StateHeader header = new StateHeader(
                FIRST,
                subject.hashes(),
                Position.startingAt(origin, now),
                Map.of(),
                LedgerIndex.empty(ring),
                Optional.of(subject.fields()));
        store.write(header);
        return header;
    }

    private StateHeader requireSameOptions(StateHeader header, ComparisonSubject subject) {
        Map<String, String> asked = subject.hashes();
        TreeSet<String> all = new TreeSet<>(asked.keySet());
        all.addAll(header.options().keySet());
        for (String option : all) {
            String before = header.options().get(option);
            String after = asked.get(option);
            if (before == null || !before.equals(after)) {
                throw CallRailFailure.of(
                        FailureKind.STATE,
                        ("%s is not what it was when the state '%s' was saved, so it cannot be said which records were sent."
                                        + " Either set it back%s; or set another 'stateKey' to start afresh with the dates of the endpoint:"
                                        + " records then come again, so let the sink replace what it has.")
                                .formatted(
                                        option.equals("report") ? "The report" : "Option '" + option + "'",
                                        key,
                                        before == null ? " by leaving it out" : ""));
            }
        }
        return header;
    }
}
