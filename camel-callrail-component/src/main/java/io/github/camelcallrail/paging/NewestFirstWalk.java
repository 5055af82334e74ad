package io.github.camelcallrail.paging;

import io.github.camelcallrail.query.RecordTime;
import io.github.camelcallrail.query.ReportQuery;
import io.github.camelcallrail.report.CallRailRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A walk through a list sorted by time, newest first, in which a record moves to the top when its time changes. Every
 * record that is in the list throughout the walk is delivered exactly once, as it was when the walk met it.
 *
 * <p>An {@link AnchoredWalk} reads down from the top. A record that moves to the top before it was reached would be
 * missed, so if more than one request was needed, another one reads the top again, down to the record that was first
 * when the one before began. That is repeated until nothing has moved, or a single request is enough.
 */
final class NewestFirstWalk implements Walk {

    private static final int MAX_REPEATS = 10;

    private final ReportQuery query;
    private final Supplier<AnchoredWalk> walks;
    private final RecordTime times;
    private final SeenIds delivered = SeenIds.empty();
    private AnchoredWalk walk;
    private Optional<Instant> oldTop = Optional.empty();
    private Optional<Instant> newTop = Optional.empty();
    private int repeats;
    private boolean ended;

    /** @param walks gives walks down from the top; the first one is used at once */
    NewestFirstWalk(ReportQuery query, Supplier<AnchoredWalk> walks) {
        this.query = query;
        this.walks = walks;
        this.walk = walks.get();
        this.times = RecordTime.of(query);
    }

    @Override
    public Optional<Page> next() {
        if (ended) {
            return Optional.empty();
        }
        Optional<Page> page = walk.next();
        if (page.isEmpty() && walk.requests() == 1) {
            ended = true;
            return Optional.empty();
        }
        if (newTop.isEmpty()) {
            newTop = page.flatMap(this::topOf);
        }
        if (page.isEmpty() || reachesOldTop(page.get())) {
            endOfWalk();
        }
        return Optional.of(page.map(this::unseen).orElseGet(Page::empty));
    }

    private void endOfWalk() {
        if (walk.requests() == 1 || newTop.equals(oldTop)) {
            ended = true;
            return;
        }
        if (repeats == MAX_REPEATS) {
            throw ListChangedFailure.incomplete(
                    query.report(), "more records moved to its top at each request than a page holds");
        }
        repeats++;
        // Meanwhile further records may have moved to the top.
        oldTop = newTop;
        newTop = Optional.empty();
        walk = walks.get();
    }

    /** Whether a page goes down to where the top was. */
    private boolean reachesOldTop(Page page) {
        return oldTop.isPresent()
                && page.records().stream()
                        .flatMap(record -> times.of(record).stream())
                        .anyMatch(time -> !time.isAfter(oldTop.get()));
    }

    private Optional<Instant> topOf(Page page) {
        return page.records().stream()
                .flatMap(record -> times.of(record).stream())
                .findFirst();
    }

    private Page unseen(Page page) {
        List<CallRailRecord> records =
                page.records().stream().filter(delivered::add).toList();
        return records.size() == page.records().size() ? page : page.with(records);
    }
}
