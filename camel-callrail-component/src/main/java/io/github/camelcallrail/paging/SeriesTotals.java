package io.github.camelcallrail.paging;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The totals of a time series from the totals of its parts: counts are added, the average duration is weighted by calls, and
 * what can be neither is left out and named in the log.
 */
final class SeriesTotals {

    private static final Logger LOG = LoggerFactory.getLogger(SeriesTotals.class);
    private static final String AVERAGE = "average_duration";
    private static final String WEIGHT = "total_calls";

    private SeriesTotals() {}

    static Map<String, Object> of(List<Map<String, Object>> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        Map<String, Object> totals = new LinkedHashMap<>();
        Set<String> leftOut = new TreeSet<>();
        parts.stream().flatMap(part -> part.keySet().stream()).distinct().forEach(metric -> {
            if (metric.equals(AVERAGE) && allNumbers(parts, metric) && allNumbers(parts, WEIGHT)) {
                totals.put(metric, weightedAverage(parts));
            } else if (!metric.contains("average") && allNumbers(parts, metric)) {
                totals.put(metric, sum(parts, metric));
            } else {
                leftOut.add(metric);
            }
        });
        if (!leftOut.isEmpty()) {
            LOG.info("The totals of a time series in {} parts leave out {}", parts.size(), leftOut);
        }
        return totals;
    }

    private static boolean allNumbers(List<Map<String, Object>> parts, String metric) {
        return parts.stream().allMatch(part -> part.get(metric) instanceof Number);
    }

    private static long sum(List<Map<String, Object>> parts, String metric) {
        return parts.stream().mapToLong(part -> number(part, metric)).sum();
    }

    private static long weightedAverage(List<Map<String, Object>> parts) {
        long calls = sum(parts, WEIGHT);
        if (calls == 0) {
            return 0;
        }
        long seconds = parts.stream()
                .mapToLong(part -> number(part, AVERAGE) * number(part, WEIGHT))
                .sum();
        return BigDecimal.valueOf(seconds)
                .divide(BigDecimal.valueOf(calls), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static long number(Map<String, Object> part, String metric) {
        return ((Number) part.get(metric)).longValue();
    }
}
