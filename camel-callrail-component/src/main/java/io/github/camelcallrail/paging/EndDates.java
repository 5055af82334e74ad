package io.github.camelcallrail.paging;

/**
 * Remembers whether CallRail includes the last day of a window, as soon as a record shows it. Shared by all readings
 * with one key; thread-safe.
 */
public final class EndDates {

    private volatile boolean included;

    /** Whether the last day is known to be included, so that it need not be checked again. */
    boolean included() {
        return included;
    }

    /** Takes note that a record of the last day of a window came. */
    void sawLastDay() {
        included = true;
    }
}
