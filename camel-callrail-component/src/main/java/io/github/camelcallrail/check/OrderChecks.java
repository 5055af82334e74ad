package io.github.camelcallrail.check;

import io.github.camelcallrail.query.RecordTime;
import io.github.camelcallrail.report.CallRailRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Proves that lists come in the requested order, or in the order that CallRail is known to use. */
record OrderChecks(CallProbes calls, Samples samples, Clock clock) {

    /** Fewer values may be in order by chance. */
    private static final int ENOUGH = 4;

    private static final String FEW =
            "There are fewer than " + ENOUGH + " calls of different length in the last " + Samples.DAYS + " days.";

    /** Calls sorted by duration are in the order of their duration, in whichever direction. */
    Finding sort() {
        List<Double> durations = durations();
        if (durations.stream().distinct().count() < ENOUGH) {
            return Finding.unknown(FEW);
        }
        return ascending(durations) || descending(durations)
                ? Finding.ok("Calls are sorted by the requested field.")
                : Finding.differs("Calls sorted by duration are not in the order of their duration.", Advice.READING);
    }

    /** Calls and forms are oldest first, and calls are longest first, as requested. */
    Finding order() {
        List<Double> durations = durations();
        List<Instant> starts = times("calls");
        if (durations.stream().distinct().count() < ENOUGH
                || starts.stream().distinct().count() < 2) {
            return Finding.unknown(FEW);
        }
        if (!ascending(durations) && !descending(durations)) {
            return Finding.unknown("CallRail does not sort by the requested field, so a direction cannot be seen.");
        }
        List<String> wrong = new ArrayList<>();
        if (!descending(durations)) {
            wrong.add("calls by duration, longest first");
        }
        if (!ascending(starts)) {
            wrong.add("calls by start, oldest first");
        }
        if (!ascending(times("form-submissions"))) {
            wrong.add("forms, oldest first");
        }
        return wrong.isEmpty()
                ? Finding.ok("Lists are sorted in the requested direction.")
                : Finding.differs("Not in the requested direction: " + String.join("; ", wrong) + ".", Advice.READING);
    }

    /** Conversations and SMS threads come newest first. */
    Finding newestFirst() {
        List<String> seen = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (String report : List.of("conversations", "sms-threads")) {
            List<Instant> times = times(report);
            if (times.stream().distinct().count() >= 2) {
                seen.add(report);
                if (!descending(times)) {
                    wrong.add(report);
                }
            }
        }
        if (seen.isEmpty()) {
            return Finding.unknown("There are fewer than two conversations or SMS threads in the last " + Samples.DAYS
                    + " days, or they cannot be read.");
        }
        return wrong.isEmpty()
                ? Finding.ok("Newest first: " + String.join(", ", seen) + ".")
                : Finding.differs("Not newest first: " + String.join(", ", wrong) + ".", Advice.READING);
    }

    private List<Double> durations() {
        return calls.longestFirst().stream()
                .map(call -> Objects.toString(call.get("duration"), ""))
                .filter(text -> text.matches("\\d{1,9}(\\.\\d{1,9})?"))
                .map(Double::valueOf)
                .toList();
    }

    /** The times of the records of a report, in their order; none if it could not be read. */
    private List<Instant> times(String report) {
        return samples.read().stream()
                .filter(sample -> sample.report().name().equals(report))
                .flatMap(sample -> sample.records().stream()
                        .map(record -> time(sample, record))
                        .flatMap(Optional::stream))
                .toList();
    }

    private Optional<Instant> time(Sample sample, CallRailRecord record) {
        return RecordTime.upTo(sample.report().timeField().orElseThrow(), clock.instant())
                .of(record);
    }

    private static <T extends Comparable<T>> boolean ascending(List<T> values) {
        return values.equals(values.stream().sorted().toList());
    }

    private static <T extends Comparable<T>> boolean descending(List<T> values) {
        return values.equals(
                values.stream().sorted(Comparator.<T>reverseOrder()).toList());
    }
}
