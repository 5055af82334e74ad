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
 * The saved state of an incremental consumer: a header under its key, and fingerprints under keys that start with this
 * key and a slash.
 */
public final class SavedState {

    private static final Logger LOG = LoggerFactory.getLogger(SavedState.class);
    private static final String MARK = "begun";
    private static final long FIRST_GENERATION = 1;

    private final StateRepository<String, String> repository;
    private final String key;

    /**
     * @param repository any repository that keeps texts of a few hundred kilobytes and has stored a value when {@code
     *     setState} returns
     * @param key distinguishes this consumer from others in the same repository
     */
    public SavedState(StateRepository<String, String> repository, String key) {
        this.repository = requireNonNull(repository, "repository is null");
        this.key = requireNonNull(key, "key is null");
    }

    public String key() {
        return key;
    }

    /**
     * Begins a walk, or resumes the unfinished one.
     *
     * @param origin where to start if nothing is saved yet
     * @throws CallRailFailure of kind STATE if the saved state is damaged or belongs to other options; of kind STORAGE
     *     if it cannot be read
     */
    public Checkpoint begin(ComparisonSubject subject, Lookback lookback, Instant now, Supplier<Instant> origin) {
        StateStore store = new StateStore(repository, key);
        StateHeader header = store.header()
                .map(saved -> requireSameOptions(saved, subject))
                .orElseGet(() -> createHeader(store, subject, lookback, origin.get(), now));
        if (header.generation() == FIRST_GENERATION) {
            store.mark(MARK);
        }
        return new Checkpoint(store, subject, lookback, now, withCurrentFields(store, header, subject));
    }

    /** Saves the fields by which records are compared from now on, so that a change of them is logged only once. */
    private StateHeader withCurrentFields(StateStore store, StateHeader header, ComparisonSubject subject) {
        if (header.fields().equals(Optional.of(subject.fields()))) {
            return header;
        }
        header.fields()
                .ifPresent(before -> LOG.info(
                        "The compared fields of state '{}' have changed ({}), so the records of the look-back are"
                                + " sent again as UPDATED, as far back as each poll looks.",
                        key,
                        subject.fields().changesSince(before)));
        StateHeader withCurrentFields = header.withFields(subject.fields());
        store.write(withCurrentFields);
        return withCurrentFields;
    }

    /**
     * The time zone that was looked up last; empty if none is saved.
     *
     * @throws CallRailFailure of kind STORAGE if the repository fails
     */
    public Optional<SavedZone> zone() {
        return new StateStore(repository, key).zone();
    }

    /**
     * Saves a time zone that was looked up.
     *
     * @throws CallRailFailure of kind STORAGE if the repository fails
     */
    public void save(SavedZone zone) {
        new StateStore(repository, key).write(zone);
    }

    /** How far the consumer has got; empty if nothing is saved yet. */
    public Optional<Reached> reached() {
        return new StateStore(repository, key)
                .header()
                .map(header -> Reached.of(
                        header.position(),
                        header.failed().size(),
                        header.index().records()));
    }

    /**
     * How far a consumer has got.
     *
     * @param readUpTo the time up to which everything has been read once; empty during the first walk
     * @param walkingFrom where an unfinished walk resumes
     * @param failed the number of records that are sent again because their exchanges failed
     * @param records the number of compared records: those of the look-back, or all of a report without dates
     * @param lastLooked when each depth of the look-back was last looked at
     */
    public record Reached(
            Optional<Instant> readUpTo,
            Optional<Instant> walkingFrom,
            int failed,
            long records,
            Map<Duration, Instant> lastLooked) {

        static Reached of(Position position, int failed, long records) {
            return new Reached(
                    position.watermark(),
                    position.progress().map(WalkProgress::from),
                    failed,
                    records,
                    position.lastLooked());
        }
    }

    /** Creates the header before anything is read. A mark is saved too, so that the loss of the header is detected. */
    private StateHeader createHeader(
            StateStore store, ComparisonSubject subject, Lookback lookback, Instant origin, Instant now) {
        if (store.holds(MARK)) {
            throw ChecksummedText.damaged(key, "it existed before but is missing now");
        }
        int ringSize = subject.chronological() ? DayLedger.ringSize(lookback.longest()) : 0;
        StateHeader header = new StateHeader(
                FIRST_GENERATION,
                subject.hashes(),
                Position.startingAt(origin, now),
                Map.of(),
                LedgerIndex.empty(ringSize),
                Optional.of(subject.fields()));
        store.write(header);
        return header;
    }

    private StateHeader requireSameOptions(StateHeader header, ComparisonSubject subject) {
        Map<String, String> current = subject.hashes();
        TreeSet<String> all = new TreeSet<>(current.keySet());
        all.addAll(header.options().keySet());
        for (String option : all) {
            String before = header.options().get(option);
            String after = current.get(option);
            if (before == null || !before.equals(after)) {
                throw CallRailFailure.of(
                        FailureKind.STATE,
                        ("%s has changed since the state '%s' was saved, so it is unknown which records were"
                                        + " sent. Either restore it%s; or set another 'stateKey' to start again with the"
                                        + " dates of the endpoint: records are then sent again, so the sink must tolerate"
                                        + " duplicates.")
                                .formatted(
                                        option.equals("report") ? "The report" : "Option '" + option + "'",
                                        key,
                                        before == null ? " by removing it" : ""));
            }
        }
        return header;
    }
}
