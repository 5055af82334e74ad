package io.github.camelcallrail.window;

/** The precision of dates that a report accepts, and what happens to an end in the future. */
public enum DatePrecision {
    /**
     * Lists of records: days and minutes are accepted, and an end later than now becomes now, cut to the minute, so
     * that no further record can arrive inside the window.
     */
    MINUTE(true, true),
    /** Summaries: days and minutes are accepted, and an end later than now is kept. */
    DAY_OR_MINUTE(true, false),
    /** Whole days only, as text threads require; a date-time is rejected, and an end later than now keeps its day. */
    DAY(false, false);

    private final boolean takesTimes;
    private final boolean endsByNow;

    DatePrecision(boolean takesTimes, boolean endsByNow) {
        this.takesTimes = takesTimes;
        this.endsByNow = endsByNow;
    }

    /** Whether dates may have a time of day. */
    public boolean takesTimes() {
        return takesTimes;
    }

    /** Whether a window never ends later than now. */
    public boolean endsByNow() {
        return endsByNow;
    }
}
