package io.github.camelcallrail.sandbox;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What is counted over rows. That a missed call is every one not answered, with or without a voicemail, is a choice: the
 * documentation does not define it.
 */
final class Metrics {

    private Metrics() {}

    static Map<String, Object> of(Collection<String> names, List<Row> rows) {
        Map<String, Object> metrics = new LinkedHashMap<>();
        names.forEach(name -> metrics.put(name, metric(name, rows)));
        return metrics;
    }

    private static Object metric(String name, List<Row> rows) {
        return switch (name) {
            case "total_calls", "total_forms" -> rows.size();
            case "answered_calls" -> count(rows, "answered", true);
            case "missed_calls" -> count(rows, "answered", false);
            case "first_time_callers" -> count(rows, "first_call", true);
            case "first_forms" -> count(rows, "first_form", true);
            case "leads" -> count(rows, "lead_status", "good_lead");
            case "abandoned_calls" -> count(rows, "call_type", "abandonded");
            case "average_duration" -> averageSeconds(rows);
            case "formatted_average_duration" -> CallInvention.minutes(averageSeconds(rows));
            default -> throw new IllegalArgumentException("No metric " + name);
        };
    }

    private static int count(List<Row> rows, String field, Object value) {
        return (int) rows.stream().filter(row -> value.equals(row.get(field))).count();
    }

    private static long averageSeconds(List<Row> rows) {
        OptionalDouble average = rows.stream()
                .map(row -> row.get("duration"))
                .filter(Number.class::isInstance)
                .mapToLong(duration -> ((Number) duration).longValue())
                .average();
        return Math.round(average.orElse(0));
    }
}
