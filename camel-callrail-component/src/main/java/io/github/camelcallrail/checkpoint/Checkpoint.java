package io.github.camelcallrail.checkpoint;

import io.github.camelcallrail.query.RecordTime;
import io.github.camelcallrail.report.CallRailRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The progress of an incremental consumer during one walk: it decides which records to send, takes note of how their
 * exchanges ended, and saves how far the consumer has read.
 *
 * <p>Records are examined in the order of the walk, sent, and settled; {@link #confirm} saves what was settled. A
 * record that was not settled is never saved as sent, so records lost in between are sent again. Used by one thread.
 * After a failure, discard this object: the saved state is valid, but this object is not.
 */
public final class Checkpoint {

    /** After this many failures a walk reads no new records, because the route or sink that receives them is broken. */
    public static final int MAX_FAILURES = 1000;

    /** Replaces the fingerprint of a record that is too old to be compared again. */
    private static final long NOT_KEPT = 0;

    private static final Duration A_DAY = Duration.ofDays(1);

    private final StateStore store;
    private final ComparisonSubject subject;
    private final Lookback lookback;
    private final Instant now;
    private final Fingerprint fingerprint;
    private final Fingerprint unnamedFingerprint;
    private final FingerprintLedger ledger;
    private final UnsettledRecords unsettled;
    private final Optional<TimeAnchor> resumed;
    private final FailedRecords failed;
    private final Set<String> refreshed = new HashSet<>();
    /** The fingerprints of the records that are being sent, by id. */
    private final Map<String, Long> beingSent = new HashMap<>();

    private Position position;
    private Instant reached;
    private Instant newest;
    private LedgerIndex index;
    private long generation;
    private boolean anchored;
    private boolean changed;
    private boolean compared;

    Checkpoint(StateStore store, ComparisonSubject subject, Lookback lookback, Instant now, StateHeader header) {
        this.store = store;
        this.subject = subject;
        this.lookback = lookback;
        this.now = now;
        this.fingerprint = new Fingerprint(subject.fields().excluded());
        this.unnamedFingerprint = new Fingerprint(subject.ignoredUnnamed());
        this.generation = header.generation();
        Position begun = header.position().begin(lookback, now);
        Instant read = begun.watermark().filter(now::isAfter).orElse(now);
        this.ledger = ledger(header.index(), read);
        this.position = begun.keeping(ledger.oldestKept());
        // Records that a wrong clock took for too old to keep may not have been sent.
        this.index = header.index()
                .since()
                .filter(since -> header.position().clockWentBack(now) && since.isAfter(ledger.oldestCompared(read)))
                .map(since -> header.index().since(ledger.oldestCompared(read)))
                .orElse(header.index());
        this.resumed = position.progress().orElseThrow().anchor();
        this.unsettled = new UnsettledRecords(resumed);
        this.anchored = subject.chronological();
        this.reached = from();
        this.failed = new FailedRecords(header.failed());
    }

    private FingerprintLedger ledger(LedgerIndex before, Instant read) {
        Duration longest = lookback.longest();
        return subject.chronological()
                ? new UntimedLedger(
                        store,
                        subject.basis(),
                        before,
                        longest,
                        read,
                        generation,
                        others -> new DayLedger(store, subject.basis(), others, longest, read, generation))
                : new ListLedger(
                        store, subject.basis(), before, subject.timeField().map(field -> longest), generation);
    }

    /** The time up to which everything has been read once; empty during the first walk. */
    public Optional<Instant> readUpTo() {
        return position.watermark();
    }

    /** Where to start reading: from then until now, in order of time if the report is sorted by time. */
    public Instant from() {
        return position.progress().orElseThrow().from();
    }

    /**
     * Further windows to read, because records in them failed and the walk no longer reaches them. The number of
     * windows is bounded, however many records failed.
     */
    public List<RetryWindow> retries() {
        if (subject.timeField().isEmpty()) {
            return List.of();
        }
        List<RetryWindow> retries = new ArrayList<>(RetryWindow.of(failed.all().stream()
                .filter(record -> !record.untimed())
                .filter(record -> record.time().isBefore(from()) || passed(record.time(), record.id()))
                .map(FailedRecord::time)
                .toList()));
        RetryWindow.near(
                        failed.all().stream()
                                .filter(FailedRecord::untimed)
                                .map(FailedRecord::time)
                                .filter(from()::isAfter)
                                .toList(),
                        from())
                .ifPresent(retries::add);
        return List.copyOf(retries);
    }

    /** Whether an earlier process already passed a record in the walk that is resumed now. */
    private boolean passed(Instant time, String id) {
        return resumed.isPresent() && resumed.get().covers(time, id);
    }

    /** Whether another walk would resume this one where it was last confirmed; otherwise it would start again. */
    public boolean resumable() {
        return anchored;
    }

    /** Whether this walk must not read new records, because too many failed. */
    public boolean tooManyFailures() {
        return failed.inThisWalk() >= MAX_FAILURES;
    }

    /** The records of a retry window that must be sent again: those that failed. The others are ignored. */
    public List<RecordChange> retry(List<CallRailRecord> records) {
        List<RecordChange> changes = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            CallRailRecord record = records.get(i);
            int place = i;
            failed.takeEarlier(record.id()).ifPresent(before -> {
                Optional<Instant> time = times(Instant.EPOCH).flatMap(times -> times.of(record));
                boolean untimed = subject.chronological() && time.isEmpty();
                long hash = fingerprint.of(record);
                changes.add(new RecordChange(
                        record, before.kind(), time.orElse(before.time()), untimed, hash, place, () -> {}, false));
                beingSent.put(record.id(), hash);
            });
        }
        return changes;
    }

    /**
     * The records to send among the next records of the walk. A record without a usable time takes the time of the
     * record before it and is recognised by its id.
     *
     * @param oldestFirst whether the walk delivers records oldest first. If it does not although the report should be
     *     sorted by time, nothing is known to be done before the walk ends: an interrupted walk starts again
     */
    public List<RecordChange> examine(List<CallRailRecord> records, boolean oldestFirst) {
        anchored &= oldestFirst;
        List<RecordChange> changes = new ArrayList<>();
        Optional<RecordTime> times = times(from());
        for (int i = 0; i < records.size(); i++) {
            CallRailRecord record = records.get(i);
            Optional<Instant> own = times.isPresent() ? times.get().of(record) : Optional.empty();
            boolean untimed = subject.chronological() && own.isEmpty();
            Instant time = own.orElse(untimed ? reached : now);
            reached = time;
            if (!untimed) {
                if (passed(time, record.id())) {
                    continue;
                }
                newest = newest == null || time.isAfter(newest) ? time : newest;
            }
            // In a long history most records are too old to be compared again.
            boolean tooOld = !untimed && time.isBefore(ledger.oldestKept());
            long hash = tooOld ? NOT_KEPT : fingerprint.of(record);
            // A page that was fetched ahead may have an earlier state of a refreshed record.
            Optional<RecordChange.Kind> kind =
                    refreshed.contains(record.id()) ? Optional.empty() : kind(record, time, untimed, hash);
            Runnable settle = anchored ? unsettled.add(time, record.id(), kind.isEmpty()) : () -> {};
            if (kind.isPresent()) {
                changes.add(new RecordChange(record, kind.get(), time, untimed, hash, i, settle, false));
                beingSent.put(record.id(), hash);
            }
        }
        return changes;
    }

    /**
     * The records to send among some that were read out of turn because something has happened to them. One that is too
     * old to be compared is sent. The walk does not send them again, even if it read them before.
     *
     * @param requested the ids of these records; others are ignored
     */
    public List<RecordChange> refresh(List<CallRailRecord> records, Predicate<String> requested) {
        List<RecordChange> changes = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            CallRailRecord record = records.get(i);
            String id = record.id();
            if (!requested.test(id)) {
                continue;
            }
            Optional<Instant> own = times(Instant.EPOCH).flatMap(times -> times.of(record));
            boolean untimed = subject.chronological() && own.isEmpty();
            Instant time = own.orElse(now);
            long hash = fingerprint.of(record);
            if (Long.valueOf(hash).equals(beingSent.get(id))) {
                continue;
            }
            Optional<RecordChange.Kind> kind = !untimed && isForgotten(id, time)
                    ? Optional.of(RecordChange.Kind.UPDATED)
                    : kind(record, time, untimed, hash);
            if (kind.isEmpty() && beingSent.containsKey(id)) {
                // Otherwise the version that is being sent would stay the last one.
                kind = Optional.of(RecordChange.Kind.UPDATED);
            }
            refreshed.add(id);
            if (kind.isPresent()) {
                changes.add(new RecordChange(record, kind.get(), time, untimed, hash, i, () -> {}, true));
                beingSent.put(id, hash);
            }
        }
        return changes;
    }

    /** Whether a record may have been sent but is no longer known. One that failed is known. */
    private boolean isForgotten(String id, Instant time) {
        return !failed.has(id)
                && (time.isBefore(ledger.oldestKept()) || sentLongAgo(time) && ledger.find(id, time) == null);
    }

    private Optional<RecordChange.Kind> kind(CallRailRecord record, Instant time, boolean untimed, long hash) {
        String id = record.id();
        SentRecord before = untimed ? untimed(id, time) : ledger.find(id, time);
        if (failed.has(id)) {
            return failed.takeEarlier(id).map(FailedRecord::kind);
        }
        if (before == null && (untimed || !sentLongAgo(time))) {
            return Optional.of(RecordChange.Kind.CREATED);
        }
        if (before != null && isChanged(before, record, hash)) {
            return Optional.of(RecordChange.Kind.UPDATED);
        }
        if (before == null || before.basis() != SentRecord.Basis.CURRENT) {
            // It was sent without a fingerprint, or with one on another basis: compare it from now on.
            ledger.put(id, untimed ? UntimedLedger.UNTIMED : time, hash);
            compared = true;
        }
        return Optional.empty();
    }

    private boolean isChanged(SentRecord before, CallRailRecord record, long hash) {
        return switch (before.basis()) {
            case CURRENT -> before.fingerprint() != hash;
            case UNNAMED -> before.fingerprint() != unnamedFingerprint.of(record);
            case OTHER_FIELDS -> true;
            // If CallRail starts or stops rejecting a field, nobody has edited the record.
            case OTHER_REFUSALS -> false;
        };
    }

    /**
     * Finds a record without a usable time. It may have been sent when it still had one, close to its current place.
     */
    private SentRecord untimed(String id, Instant time) {
        return Stream.of(UntimedLedger.UNTIMED, time, time.minus(A_DAY), time.plus(A_DAY))
                .map(when -> ledger.find(id, when))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Whether a record without a fingerprint was sent long ago, so that its fingerprint is no longer kept. */
    private boolean sentLongAgo(Instant time) {
        return subject.timeField().isPresent()
                && position.watermark().isPresent()
                && !time.isAfter(position.watermark().get())
                && index.since().isPresent()
                && time.isBefore(index.since().get());
    }

    /** Takes note of whether the exchange of a record succeeded. */
    public void settle(RecordChange change, boolean done) {
        String id = change.record().id();
        beingSent.remove(id, change.fingerprint());
        if (done) {
            ledger.put(id, change.untimed() ? UntimedLedger.UNTIMED : change.time(), change.fingerprint());
            failed.succeeded(id);
        } else {
            failed.add(
                    new FailedRecord(id, change.time(), change.kind(), change.untimed()),
                    subject.timeField().isPresent());
        }
        change.settle();
        changed = true;
    }

    /** Saves what was settled, if anything. */
    public void confirm() {
        if (changed || ledger.changed()) {
            save();
        }
    }

    /** Saves new fingerprints of records that had been sent without one: in a long walk there may be many. */
    public void saveComparisons() {
        if (compared) {
            save();
        }
    }

    /**
     * Ends the walk and saves that everything up to its end was read.
     *
     * @return the ids of failed records that the report no longer lists
     */
    public Collection<String> complete(Instant end) {
        WalkProgress walk = position.progress().orElseThrow();
        position = position.end(lookback, end);
        Instant read = position.watermark().orElseThrow();
        ledger.endWalk(read);
        Instant walked = index.since().filter(walk.start()::isAfter).orElse(walk.start());
        index = index.since(latest(walked, walk.keptSince(), ledger.oldestCompared(read)));
        Instant oldest = read.minus(lookback.longest());
        // A record in the future was not part of the walk, and a record without a time need not have been.
        Collection<String> gone = failed.dropUnmet(record -> subject.timeField().isPresent()
                && (record.time().isAfter(end)
                        || record.untimed() && !record.time().isBefore(oldest)));
        save();
        return gone;
    }

    private static Instant latest(Instant... times) {
        return Arrays.stream(times).max(Comparator.naturalOrder()).orElseThrow();
    }

    private void save() {
        if (newest != null) {
            position = position.seen(newest);
        }
        if (anchored && position.progress().isPresent()) {
            position = position.reached(unsettled.anchor());
        }
        long next = generation + 1;
        ledger.save(next);
        index = new LedgerIndex(ledger.ringSize(), index.since(), ledger.entries());
        store.write(
                new StateHeader(next, subject.hashes(), position, failed.byId(), index, Optional.of(subject.fields())));
        generation = next;
        changed = false;
        compared = false;
    }

    /** How far the consumer has got. */
    public SavedState.Reached reached() {
        return SavedState.Reached.of(position, failed.all().size(), index.records());
    }

    /** The number of records that failed and will be sent again. */
    public int failed() {
        return failed.all().size();
    }

    /**
     * The number of failed records that are older than the longest look-back, so that only retry windows reach them.
     */
    public long failedBeforeLookback() {
        Instant oldest = now.minus(lookback.longest());
        return failed.all().stream()
                .filter(record -> record.time().isBefore(oldest))
                .count();
    }

    /** Reads the times of records; empty if the report has none. */
    private Optional<RecordTime> times(Instant from) {
        return subject.timeField()
                .map(field ->
                        subject.chronological() ? RecordTime.within(field, from, now) : RecordTime.upTo(field, now));
    }
}
