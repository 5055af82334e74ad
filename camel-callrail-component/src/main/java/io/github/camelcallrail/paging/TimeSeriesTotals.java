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
 * Combines the totals of the parts of a time series: counts are added, the average duration is weighted by calls, and
 * other metrics are omitted and named in the log.
 */
final class TimeSeriesTotals {

    private static final Logger LOG = LoggerFactory.getLogger(TimeSeriesTotals.class);
    private static final String AVERAGE = "average_duration";
    private static final String WEIGHT = "total_calls";

    private static final BigDecimal MAX_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

    private TimeSeriesTotals() {}

    static Map<String, Object> of(List<Map<String, Object>> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        Map<String, Object> totals = new LinkedHashMap<>();
        Set<String> omitted = new TreeSet<>();
        parts.stream().flatMap(part -> part.keySet().stream()).distinct().forEach(metric -> {
            if (metric.equals(AVERAGE) && allNumbers(parts, metric) && allNumbers(parts, WEIGHT)) {
                totals.put(metric, plain(weightedAverage(parts)));
            } else if (!metric.contains("average") && allNumbers(parts, metric)) {
                totals.put(metric, plain(sum(parts, metric)));
            } else {
                omitted.add(metric);
            }
        });
        if (!omitted.isEmpty()) {
            LOG.info(
                    "The totals of a time series read in {} parts omit {}, which cannot be combined",
                    parts.size(),
                    omitted);
        }
        return totals;
    }

    private static boolean allNumbers(List<Map<String, Object>> parts, String metric) {
        return parts.stream().allMatch(part -> part.get(metric) instanceof Number);
    }

    private static BigDecimal sum(List<Map<String, Object>> parts, String metric) {
        return parts.stream().map(part -> number(part, metric)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal weightedAverage(List<Map<String, Object>> parts) {
        BigDecimal calls = sum(parts, WEIGHT);
        if (calls.signum() == 0) {
            return BigDecimal.ZERO;
        }
        return parts.stream()
                .map(part -> number(part, AVERAGE).multiply(number(part, WEIGHT)))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(calls, 0, RoundingMode.HALF_UP);
    }

    private static BigDecimal number(Map<String, Object> part, String metric) {
        return new BigDecimal(part.get(metric).toString());
    }

    /** The number as a long if it fits. */
    private static Number plain(BigDecimal number) {
        boolean whole = number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
        return whole && number.abs().compareTo(MAX_LONG) <= 0 ? (Number) number.longValueExact() : number;
    }
}
