package io.github.camelcallrail.window;

/** How finely a report takes its dates, and what becomes of an end that has not come yet. */
public enum DatePrecision {
    /**
     * Reports of rows: days and minutes are taken, and an end later than now becomes now, cut to the minute, so that no
     * row can still arrive inside the window.
     */
    MINUTE(true, true),
    /** Summaries: days and minutes are taken, and an end later than now stays as it was written. */
    DAY_OR_MINUTE(true, false),
    /** Whole days only, as text threads take them; a date-time is refused, and an end later than now keeps its day. */
    DAY(false, false);

    private final boolean takesTimes;
    private final boolean endsByNow;

    DatePrecision(boolean takesTimes, boolean endsByNow) {
        this.takesTimes = takesTimes;
        this.endsByNow = endsByNow;
    }

    /** Whether a time of day may be given. */
    public boolean takesTimes() {
        return takesTimes;
    }

    /** Whether a window never reaches beyond now. */
    public boolean endsByNow() {
        return endsByNow;
    }
}
