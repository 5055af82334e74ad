package io.github.camelcallrail.operation;

import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.catalogue.Report.Mark;
import io.github.camelcallrail.failure.AllowedValues;
import io.github.camelcallrail.failure.CallRailFailure;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a producer does with a report. */
public enum Operation {
    /** Reads it. */
    LIST,
    /** Tells what reading it would take. */
    EXPLAIN;

    private static final List<String> NAMES =
            Arrays.stream(values()).map(Operation::text).toList();

    /**
     * The operation with a name.
     *
     * @throws CallRailFailure of kind CONFIGURATION if there is none, or if the report does not have it
     */
    public static Operation of(String name, Report report) {
        List<String> supported = report.is(Mark.COMPUTED_HERE) ? List.of(LIST.text()) : NAMES;
        AllowedValues.require("Option 'operation' of report '%s'".formatted(report), name, supported);
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /**
     * Fails unless a consumer can do it.
     *
     * @param what who reads, such as {@code a consumer}
     * @throws CallRailFailure of kind CONFIGURATION
     */
    public static void requireReadable(String name, Report report, String what) {
        if (report.is(Mark.COMPUTED_HERE)) {
            throw CallRailFailure.configuration(
                    ("Report '%s' cannot be read by %s, only by a producer: send a message to callrail:%s, for example"
                                    + " from timer:%s?repeatCount=1.")
                            .formatted(report, what, report, report));
        }
        if (of(name, report) != LIST) {
            throw CallRailFailure.configuration(
                    ("Option 'operation=%s' is for producers only and cannot be used by %s: leave it out, or send a"
                                    + " message to the endpoint.")
                            .formatted(name, what));
        }
    }

    private String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
