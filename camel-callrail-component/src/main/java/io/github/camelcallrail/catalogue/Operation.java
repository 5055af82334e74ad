package io.github.camelcallrail.catalogue;

import io.github.camelcallrail.catalogue.Report.Mark;
import io.github.camelcallrail.catalogue.Report.Shape;
import io.github.camelcallrail.failure.AllowedValues;
import io.github.camelcallrail.failure.CallRailFailure;
import java.util.List;
import java.util.Locale;

/** What a producer does. The catalogue says which operations each path supports. */
public enum Operation {
    /** Reads a report. */
    LIST,
    /** Reads one record by its id. */
    GET,
    /** Downloads a file. */
    DOWNLOAD,
    /** Tells what reading a report would take. */
    EXPLAIN,
    /** Has an incremental consumer read one record at once. */
    REFRESH;

    /**
     * The operation with a name.
     *
     * @param name null for the default of the report
     * @throws CallRailFailure of kind CONFIGURATION if there is none, or if the report does not support it
     */
    public static Operation of(String name, Report report) {
        List<Operation> supported = report.operations();
        if (name == null) {
            return supported.get(0);
        }
        AllowedValues.require(
                "Option 'operation' of report '%s'".formatted(report),
                name,
                supported.stream().map(Operation::text).toList());
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /**
     * Fails unless a consumer can do it.
     *
     * @param name null for the default of the report
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
        if (report.shape() == Shape.FILE) {
            throw CallRailFailure.configuration(
                    "'callrail:%s' gives a file and cannot be used by %s: send a message to the endpoint."
                            .formatted(report, what));
        }
        if (of(name, report) != LIST) {
            throw CallRailFailure.configuration(
                    ("Option 'operation=%s' is for producers only and cannot be used by %s: leave it out, or send a"
                                    + " message to the endpoint.")
                            .formatted(name, what));
        }
        if (report.ofObject()) {
            throw CallRailFailure.configuration(
                    ("Report '%s' cannot be read by %s, because it belongs to one object: read the parents, and add it"
                                    + " to each with enrich or toD and option 'id'.")
                            .formatted(report, what));
        }
    }

    /** As users write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
