package io.github.camelcallrail.checkpoint;

import io.github.camelcallrail.query.RecordTime;
import io.github.camelcallrail.report.CallRailRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an incremental consumer knows from one poll to the next, during one walk: which records it is to send, what became of
 * them, and how far it is.
 *
 * <p>Records are examined in the order of the walk, sent, and settled; {@link #confirm} saves what was settled. Nothing is saved
 * as sent that was not settled, so what was lost in between comes again. Used by one thread. After a failure it must not be used
 * any more: what is saved is then good, and what is held here is not.
 */
public final class Checkpoint {

    /** After so many failures nothing new is read in this walk, because whatever takes the records is broken. */
    public static final int MOST_FAILURES = 1000;

    /** In place of the fingerprint of a record that is too old to be compared ever again. */
    private static final long NOT_KEPT = 0;

    private static final Duration A_DAY = Duration.ofDays(1);

    private final StateStore store;
    private final ComparisonSubject subject;
    private final Lookback lookback;
    private final Instant now;
    private final Fingerprint fingerprint;
    private final Fingerprint unnamedFingerprint;
    private final FingerprintLedger ledger;
    private final UnsettledRecords trail;
    private final Optional<TimeAnchor> resumed;
    private final FailedRecords failed;
    private Position position;
    private Instant reached;
    private LedgerIndex index;
    private long generation;
    private boolean changed;
    private boolean compared;

    Checkpoint(StateStore store, ComparisonSubject subject, Lookback lookback, Instant now, StateHeader header) {
        this.store = store;
        this.subject = subject;
        this.lookback = lookback;
        this.now = now;
        this.fingerprint = new Fingerprint(subject.fields().without());
        this.unnamedFingerprint = new Fingerprint(subject.ignoredUnnamed());
        this.generation = header.generation();
        Position begun = header.position().begin(lookback, now);
        Instant read = begun.watermark().filter(now::isAfter).orElse(now);
        this.ledger = ledger(header.index(), read);
        this.position = begun.keeping(ledger.firstPut());
        // What a wrong clock took to be too old to keep is not known to be sent.
        this.index = header.index()
                .since()
                .filter(since -> header.position().clockWentBack(now) && since.isAfter(ledger.firstLooked(read)))
                .map(since -> header.index().since(ledger.firstLooked(read)))
                .orElse(header.index());
        this.resumed = position.progress().orElseThrow().anchor();
        this.trail = new UnsettledRecords(resumed);
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

    /** Up to when everything was read once; empty during the first walk. */
    public Optional<Instant> read() {
        return position.watermark();
    }

    /** Where to read from: to now, in order of time where the report is sorted by it. */
    public Instant from() {
        return position.progress().orElseThrow().from();
    }

    /** Times around which to read too, because records of then failed and are no more before us; few, however many failed. */
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

    /** Whether an earlier process came past a row in the walk that goes on now. */
    private boolean passed(Instant time, String id) {
        return resumed.filter(anchor -> anchor.covers(time, id)).isPresent();
    }

    /** Whether nothing new may be read in this walk, because too many records failed. */
    public boolean clogged() {
        return failed.inThisWalk() >= MOST_FAILURES;
    }

    /** Which of the rows of a retry to send: those that failed. The others are left alone. */
    public List<RecordChange> retry(List<CallRailRecord> rows) {
        List<RecordChange> changes = new ArrayList<>();
        for (int place = 0; place < rows.size(); place++) {
            CallRailRecord row = rows.get(place);
            int on = place;
            failed.meet(row.id()).ifPresent(before -> {
                Optional<Instant> time = times(Instant.EPOCH).flatMap(times -> times.of(row));
                boolean untimed = subject.chronological() && time.isEmpty();
                changes.add(new RecordChange(
                        row, before.kind(), time.orElse(before.time()), untimed, fingerprint.of(row), on, () -> {}));
            });
        }
        return changes;
    }

    /**
     * Which of the next rows of the walk to send. One whose time says nothing stands where the row before it does, and is known by
     * its id.
     */
    public List<RecordChange> examine(List<CallRailRecord> rows) {
        List<RecordChange> changes = new ArrayList<>();
        Optional<RecordTime> times = times(from());
        for (int place = 0; place < rows.size(); place++) {
            CallRailRecord row = rows.get(place);
            Optional<Instant> own = times.flatMap(all -> all.of(row));
            boolean untimed = subject.chronological() && own.isEmpty();
            Instant time = own.orElse(untimed ? reached : now);
            reached = time;
            if (!untimed) {
                if (passed(time, row.id())) {
                    continue;
                }
                position = position.saw(time);
            }
            // Of a long history most rows are too old to be compared ever again.
            boolean tooOld = !untimed && time.isBefore(ledger.firstPut());
            long print = tooOld ? NOT_KEPT : fingerprint.of(row);
            Optional<RecordChange.Kind> kind = kind(row, time, untimed, print);
            Runnable settle = subject.chronological() ? trail.add(time, row.id(), kind.isEmpty()) : () -> {};
            if (kind.isPresent()) {
                changes.add(new RecordChange(row, kind.get(), time, untimed, print, place, settle));
            }
        }
        return changes;
    }

    private Optional<RecordChange.Kind> kind(CallRailRecord row, Instant time, boolean untimed, long print) {
        String id = row.id();
        SentRecord before = untimed ? untimed(id, time) : ledger.find(id, time);
        if (failed.has(id)) {
            return failed.meet(id).map(FailedRecord::kind);
        }
        if (before == null && (untimed || !sentLongAgo(time))) {
            return Optional.of(RecordChange.Kind.CREATED);
        }
        if (before != null && isChanged(before, row, print)) {
            return Optional.of(RecordChange.Kind.UPDATED);
        }
        if (before == null || before.basis() != SentRecord.Basis.CURRENT) {
            // Sent when it was not compared, or not on this basis: from now on it is.
            ledger.put(id, untimed ? UntimedLedger.UNTIMED : time, print);
            compared = true;
        }
        return Optional.empty();
    }

    private boolean isChanged(SentRecord before, CallRailRecord row, long print) {
        return switch (before.basis()) {
            case CURRENT -> before.fingerprint() != print;
            case UNNAMED -> before.fingerprint() != unnamedFingerprint.of(row);
            case OTHER_FIELDS -> true;
            // What CallRail began or ceased to refuse is no edit of anybody's.
            case OTHER_REFUSALS -> false;
        };
    }

    /** What is known of a record whose time says nothing; it may have been sent when it still had one, close to where it stands. */
    private SentRecord untimed(String id, Instant time) {
        return Stream.of(UntimedLedger.UNTIMED, time, time.minus(A_DAY), time.plus(A_DAY))
                .map(when -> ledger.find(id, when))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Whether a record without a fingerprint was sent at a time from which none are kept. */
    private boolean sentLongAgo(Instant time) {
        return subject.timeField().isPresent()
                && position.watermark().filter(read -> !time.isAfter(read)).isPresent()
                && index.since().filter(time::isBefore).isPresent();
    }

    /** Takes note of what became of a record that was sent. */
    public void settle(RecordChange change, boolean done) {
        String id = change.record().id();
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

    /** Saves what was settled, as far as there is anything. */
    public void confirm() {
        if (changed || ledger.changed()) {
            save();
        }
    }

    /** Saves fingerprints of records that were sent before they were compared: in a long walk there may be many. */
    public void saveComparisons() {
        if (compared) {
            save();
        }
    }

    /**
     * The walk came to its end: saves that everything up to then was read.
     *
     * @return ids of records that failed, and are in the report no more
     */
    public Collection<String> complete(Instant end) {
        WalkProgress walk = position.progress().orElseThrow();
        position = position.end(lookback, end);
        Instant read = position.watermark().orElseThrow();
        ledger.end(read);
        Instant walked = index.since().filter(walk.start()::isAfter).orElse(walk.start());
        index = index.since(latest(walked, walk.kept(), ledger.firstLooked(read)));
        Instant oldest = read.minus(lookback.longest());
        // One of a time that our clock says is to come was not in what was read, nor need be one without a time.
        Collection<String> gone = failed.letGo(record -> subject.timeField().isPresent()
                && (record.time().isAfter(end)
                        || record.untimed() && !record.time().isBefore(oldest)));
        save();
        return gone;
    }

    private static Instant latest(Instant... times) {
        return Arrays.stream(times).max(Comparator.naturalOrder()).orElseThrow();
    }

    private void save() {
        if (subject.chronological() && position.progress().isPresent()) {
            position = position.reached(trail.anchor());
        }
        long next = generation + 1;
        ledger.save(next);
        index = new LedgerIndex(ledger.ring(), index.since(), ledger.slots());
        store.write(
                new StateHeader(next, subject.hashes(), position, failed.byId(), index, Optional.of(subject.fields())));
        generation = next;
        changed = false;
        compared = false;
    }

    /** How far the consumer is by now. */
    public SavedState.Reached reached() {
        return SavedState.Reached.of(position, failed.all().size(), index.records());
    }

    /** How many records failed and come again. */
    public int failed() {
        return failed.all().size();
    }

    /** How many records failed and are older than any look-back reaches, so that only their own retries read them. */
    public long forgotten() {
        Instant oldest = now.minus(lookback.longest());
        return failed.all().stream()
                .filter(record -> record.time().isBefore(oldest))
                .count();
    }

    /** How the times of rows are read; empty for lists without. */
    private Optional<RecordTime> times(Instant from) {
        return subject.timeField()
                .map(field ->
                        subject.chronological() ? RecordTime.within(field, from, now) : RecordTime.upTo(field, now));
    }
}
