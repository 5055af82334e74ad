package io.github.camelcallrail.dashboard;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The days that the charts show. There are few, because each one that somebody looks at is computed. */
enum Period {
    WEEK(7),
    MONTH(30),
    QUARTER(90);

    /** If the request does not say. */
    static final Period DEFAULT = MONTH;

    private final int days;

    Period(int days) {
        this.days = days;
    }

    int days() {
        return days;
    }

    /** The view of the database that has the calls of these days. */
    String view() {
        return "calls_of_" + days + "_days";
    }

    static Optional<Period> of(String text) {
        return Arrays.stream(values())
                .filter(period -> Integer.toString(period.days).equals(text))
                .findFirst();
    }

    /** The days that can be chosen, formatted for display. */
    static String choice() {
        return Arrays.stream(values())
                .map(period -> Integer.toString(period.days))
                .collect(Collectors.joining(", "));
    }
}
