package io.github.camelcallrail.window;

import java.time.LocalDate;

/**
 * How long CallRail keeps calls, texts, chats, form submissions and web sessions. The API rejects requests that reach
 * further back as a whole (apidocs.callrail.com, changelog of 2023-04-13), so the component rejects them first.
 */
public final class Retention {

    /** Months that CallRail keeps communication records. */
    public static final int MONTHS = 25;

    private Retention() {}

    /**
     * The earliest day that may be requested, inclusive. If the month 25 months ago lacks today's day of the month, it
     * is that month's last day.
     *
     * @param today the day in the zone of the window
     */
    public static LocalDate earliest(LocalDate today) {
        return today.minusMonths(MONTHS);
    }
}
