package io.github.camelcallrail.checkpoint;

import io.github.camelcallrail.report.CallRailRecord;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the tests of this package read: calls, which have a time, or tags, which have none. */
final class Subjects {

    static final ComparisonSubject CALLS = calls("note");

    private Subjects() {}

    /** Calls that are compared by their ids, times and these fields. */
    static ComparisonSubject calls(String... fields) {
        return calls(Map.of("report", "calls"), Set.of(), fields);
    }

    static ComparisonSubject calls(Map<String, String> options, Set<String> refused, String... fields) {
        return subject(options, refused, Optional.of("start_time"), fields);
    }

    static ComparisonSubject tags() {
        return subject(Map.of("report", "tags"), Set.of(), Optional.empty(), "note");
    }

    private static ComparisonSubject subject(
            Map<String, String> options, Set<String> refused, Optional<String> timeField, String... fields) {
        TreeSet<String> names = new TreeSet<>(Set.of(fields));
        names.add("id");
        timeField.ifPresent(names::add);
        ComparedFields compared = new ComparedFields(names, false, new TreeSet<>());
        return new ComparisonSubject(options, compared, refused, Set.of(), timeField, timeField.isPresent());
    }

    static CallRailRecord call(String id, Instant time, String note) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", id);
        fields.put("start_time", time.toString());
        fields.put("note", note);
        return CallRailRecord.of(fields);
    }

    static CallRailRecord tag(String id, String note) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", id);
        fields.put("note", note);
        return CallRailRecord.of(fields);
    }
}
