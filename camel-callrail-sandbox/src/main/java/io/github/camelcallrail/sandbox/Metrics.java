package io.github.camelcallrail.sandbox;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The metrics computed from records. A missed call is any call not answered, with or without a voicemail. That is a
 * choice: the documentation does not define it.
 */
final class Metrics {

    private Metrics() {}

    static Map<String, Object> of(Collection<String> names, List<StoredRecord> records) {
        Map<String, Object> metrics = new LinkedHashMap<>();
        names.forEach(name -> metrics.put(name, metric(name, records)));
        return metrics;
    }

    private static Object metric(String name, List<StoredRecord> records) {
        return switch (name) {
            case "total_calls", "total_forms" -> records.size();
            case "answered_calls" -> count(records, "answered", true);
            case "missed_calls" -> count(records, "answered", false);
            case "first_time_callers" -> count(records, "first_call", true);
            case "first_forms" -> count(records, "first_form", true);
            case "leads" -> count(records, "lead_status", "good_lead");
            case "abandoned_calls" -> count(records, "call_type", "abandonded");
            case "average_duration" -> averageSeconds(records);
            case "formatted_average_duration" -> CallGenerator.minutes(averageSeconds(records));
            default -> throw new IllegalArgumentException("No metric " + name);
        };
    }

    private static int count(List<StoredRecord> records, String field, Object value) {
        return (int) records.stream()
                .filter(record -> value.equals(record.get(field)))
                .count();
    }

    private static long averageSeconds(List<StoredRecord> records) {
        OptionalDouble average = records.stream()
                .map(record -> record.get("duration"))
                .filter(Number.class::isInstance)
                .mapToLong(duration -> ((Number) duration).longValue())
                .average();
        return Math.round(average.orElse(0));
    }
}
