package io.github.camelcallrail.paging;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.report.CallRailRecords;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The records of a walk, one by one. It holds one page and fetches the next when {@link #hasNext} is called after the
 * last record of the page. Read once, by one thread at a time.
 */
public final class RecordCursor implements Iterator<CallRailRecord> {

    private final Walk walk;
    private final OptionalLong maxRecords;
    private final WalkListener listener;
    private Page page;
    private int pageNumber;
    private int positionInPage;
    private long taken;
    private boolean ended;
    private boolean endReported;
    private Optional<Boolean> moreBeyondLimit = Optional.empty();
    private RuntimeException failure;

    /**
     * @param walk the walk to read; nobody else reads it
     * @param maxRecords where to stop even if there are more records
     */
    public RecordCursor(Walk walk, OptionalLong maxRecords) {
        this(walk, maxRecords, WalkListener.NONE);
    }

    /** Like the other constructor, with a listener for progress. */
    public RecordCursor(Walk walk, OptionalLong maxRecords, WalkListener listener) {
        this.walk = walk;
        this.maxRecords = maxRecords;
        this.listener = listener;
    }

    /**
     * Whether there is another record; fetches the next page if there is no other way to know. At the limit it also
     * finds out whether there are further records; this takes one more request only if CallRail has given no total.
     *
     * @throws CallRailFailure if that page cannot be fetched. Later calls throw it again, unless its kind only
     *     postpones: then they try again
     */
    @Override
    public boolean hasNext() {
        if (!limitReached()) {
            return hasRecord();
        }
        if (truncated().isEmpty()) {
            moreBeyondLimit = Optional.of(hasRecord());
        }
        reportEnd();
        return false;
    }

    @Override
    public CallRailRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the walk has ended");
        }
        taken++;
        return page.records().get(positionInPage++);
    }

    /** Reads all remaining records. */
    public CallRailRecords rest() {
        List<CallRailRecord> records = new ArrayList<>();
        forEachRemaining(records::add);
        return CallRailRecords.of(records);
    }

    /** The number of records available without another request. */
    public int buffered() {
        if (page == null) {
            return 0;
        }
        int left = page.records().size() - positionInPage;
        return maxRecords.isPresent() ? (int) Math.min(left, maxRecords.getAsLong() - taken) : left;
    }

    /**
     * Whether records come oldest first, so that everything before a taken record is done. Known after the first page;
     * false before it.
     */
    public boolean oldestFirst() {
        return walk.oldestFirst();
    }

    /** The number of the page of the latest record; the first is 1. */
    public int pageNumber() {
        return pageNumber;
    }

    /** The number of records taken. */
    public long taken() {
        return taken;
    }

    /** The number of records that CallRail counts in the whole walk, once known. */
    public OptionalLong totalRecords() {
        return page == null ? OptionalLong.empty() : page.totalRecords();
    }

    /** Totals of a summary; empty for lists and before the first {@link #hasNext}. */
    public Map<String, Object> totals() {
        return page == null ? Map.of() : page.totals();
    }

    /** Whether there are records beyond the limit; empty until that is known, at the latest at the end. */
    public Optional<Boolean> truncated() {
        if (maxRecords.isEmpty()) {
            return Optional.of(false);
        }
        if (totalRecords().isPresent()) {
            return Optional.of(totalRecords().getAsLong() > maxRecords.getAsLong());
        }
        return moreBeyondLimit;
    }

    private boolean limitReached() {
        return maxRecords.isPresent() && taken >= maxRecords.getAsLong();
    }

    private boolean hasRecord() {
        while (!ended && (page == null || positionInPage == page.records().size())) {
            release();
            Optional<Page> next = nextPage();
            if (next.isEmpty()) {
                ended = true;
                moreBeyondLimit = Optional.of(false);
                reportEnd();
            } else {
                page = next.get();
                pageNumber++;
                positionInPage = 0;
                listener.reached(taken, expected(), false);
            }
        }
        return !ended;
    }

    /** Keeps only the counts of a page whose records are taken, because fetching the next one may take long. */
    private void release() {
        if (page != null) {
            page = page.with(List.of());
            positionInPage = 0;
        }
    }

    private void reportEnd() {
        if (!endReported) {
            endReported = true;
            listener.reached(taken, expected(), true);
        }
    }

    private OptionalLong expected() {
        OptionalLong total = totalRecords();
        return total.isPresent() && maxRecords.isPresent()
                ? OptionalLong.of(Math.min(total.getAsLong(), maxRecords.getAsLong()))
                : total;
    }

    // A reader that continues after a failure must not take it for the end.
    private Optional<Page> nextPage() {
        if (failure != null) {
            throw failure;
        }
        try {
            return walk.next();
        } catch (RuntimeException e) {
            boolean postponed =
                    e instanceof CallRailFailure reason && reason.kind().postpones();
            failure = postponed ? null : e;
            throw e;
        }
    }
}
