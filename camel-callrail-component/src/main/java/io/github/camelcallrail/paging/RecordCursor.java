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
 * The rows of a walk one by one. It holds one page, and fetches the next when asked whether there is a row behind the last of
 * this one. Read by one thread at a time, and once.
 */
public final class RecordCursor implements Iterator<CallRailRecord> {

    private final Walk walk;
    private final OptionalLong maxRecords;
    private final WalkListener listener;
    private Page page;
    private int pageNumber;
    private int positionInPage;
    private long taken;
    private boolean over;
    private boolean toldEnd;
    private Optional<Boolean> leftBehind = Optional.empty();
    private RuntimeException failure;

    /**
     * @param walk what is read; nobody else reads it
     * @param maxRecords where to stop though more rows may come
     */
    public RecordCursor(Walk walk, OptionalLong maxRecords) {
        this(walk, maxRecords, WalkListener.NONE);
    }

    /** As the other, for somebody who watches. */
    public RecordCursor(Walk walk, OptionalLong maxRecords, WalkListener listener) {
        this.walk = walk;
        this.maxRecords = maxRecords;
        this.listener = listener;
    }

    /**
     * Whether there is another row; fetches the next page when that is the only way to know. At the limit it also finds out
     * whether rows are left behind, with one more request only where CallRail has not said how many there are.
     *
     * @throws CallRailFailure when that page cannot be had: again each time, unless its kind only postpones; then asking on goes on
     */
    @Override
    public boolean hasNext() {
        if (!limitReached()) {
            return rowWaits();
        }
        if (truncated().isEmpty()) {
            leftBehind = Optional.of(rowWaits());
        }
        tellEnd();
        return false;
    }

    @Override
    public CallRailRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the walk is at its end");
        }
        taken++;
        return page.records().get(positionInPage++);
    }

    /** All rows that are left, read to the end. */
    public CallRailRecords rest() {
        List<CallRailRecord> rows = new ArrayList<>();
        forEachRemaining(rows::add);
        return CallRailRecords.of(rows);
    }

    /** How many rows can be had without another request. */
    public int waiting() {
        if (page == null) {
            return 0;
        }
        int left = page.records().size() - positionInPage;
        return maxRecords.isPresent() ? (int) Math.min(left, maxRecords.getAsLong() - taken) : left;
    }

    /** Number of the page that the latest row came from; the first is 1. */
    public int pageNumber() {
        return pageNumber;
    }

    /** How many rows were taken. */
    public long taken() {
        return taken;
    }

    /** How many rows CallRail counts in the whole walk, as far as it has said so yet. */
    public OptionalLong totalRecords() {
        return page == null ? OptionalLong.empty() : page.totalRecords();
    }

    /** Totals of a summary; empty for lists and before the first {@link #hasNext}. */
    public Map<String, Object> totals() {
        return page == null ? Map.of() : page.totals();
    }

    /** Whether the limit leaves rows behind; empty while that is not known, which it is at the end. */
    public Optional<Boolean> truncated() {
        if (maxRecords.isEmpty()) {
            return Optional.of(false);
        }
        if (totalRecords().isPresent()) {
            return Optional.of(totalRecords().getAsLong() > maxRecords.getAsLong());
        }
        return leftBehind;
    }

    private boolean limitReached() {
        return maxRecords.isPresent() && taken >= maxRecords.getAsLong();
    }

    private boolean rowWaits() {
        while (!over && (page == null || positionInPage == page.records().size())) {
            Optional<Page> next = nextPage();
            if (next.isEmpty()) {
                over = true;
                leftBehind = Optional.of(false);
                tellEnd();
            } else {
                page = next.get();
                pageNumber++;
                positionInPage = 0;
                listener.reached(taken, wanted(), false);
            }
        }
        return !over;
    }

    private void tellEnd() {
        if (!toldEnd) {
            toldEnd = true;
            listener.reached(taken, wanted(), true);
        }
    }

    private OptionalLong wanted() {
        OptionalLong total = totalRecords();
        return total.isPresent() && maxRecords.isPresent()
                ? OptionalLong.of(Math.min(total.getAsLong(), maxRecords.getAsLong()))
                : total;
    }

    // A reader that asks on after a failure must not take it for the end.
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
