package io.github.camelcallrail.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Handles requests for summaries: in total, by group, or over time. */
final class Summaries {

    private static final Map<String, String> CALL_GROUPS = Map.of(
            "company", "company_name",
            "referrer", "referrer_domain",
            "landing_page", "landing_page_url",
            "last_requested_page", "last_requested_url");

    /** Forms are grouped by the code of the source, as in the documentation's sample. */
    private static final Map<String, String> FORM_GROUPS = Map.of(
            "company", "company_name",
            "source", "referrer",
            "referrer", "referring_url",
            "landing_page", "landing_page_url");

    private final SandboxData data;
    private final Faults faults;

    Summaries(SandboxData data, Faults faults) {
        this.data = data;
        this.faults = faults;
    }

    Map<String, Object> answer(
            SandboxEndpoint endpoint,
            AccountRecords account,
            Query query,
            Instant now,
            Set<ContraryBehavior> contrary) {
        Set<String> metrics = FieldSelection.of(endpoint, query, name -> faults.refuses(endpoint.report(), name))
                .names();
        String grouping = oneOf("group_by", query.one("group_by"), endpoint.groupings());
        String interval = oneOf("interval", query.one("interval"), endpoint.intervals());
        RequestScope scope = RequestScope.of(data, endpoint, account, query, now, contrary);
        List<StoredRecord> records = scope.records().toList();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("start_date", Times.compact(scope.period().start().withZoneSameInstant(scope.zone())));
        answer.put("end_date", Times.compact(scope.period().end().withZoneSameInstant(scope.zone())));
        answer.put("time_zone", Zones.displayName(scope.zone()));
        answer.put("total_results", Metrics.of(metrics, records));
        if (grouping != null) {
            answer.put("grouped_by", grouping);
            answer.put(endpoint.arrayKey(), groups(endpoint, grouping, metrics, records));
        }
        if (!endpoint.intervals().isEmpty()) {
            TimeSeriesPoints steps = new TimeSeriesPoints(interval == null ? "day" : interval, scope.period());
            answer.put(endpoint.arrayKey(), series(steps, metrics, records));
        }
        return answer;
    }

    /** Null, as if absent, if the endpoint does not have the parameter at all. */
    private static String oneOf(String parameter, String asked, List<String> vocabulary) {
        if (asked == null || vocabulary.isEmpty()) {
            return null;
        }
        if (!vocabulary.contains(asked)) {
            throw new RejectedRequestException(400, parameter + " must be: '" + String.join(", ", vocabulary) + "'");
        }
        return asked;
    }

    /** The largest group first; records without a value form a group whose key is null. */
    private static List<Map<String, Object>> groups(
            SandboxEndpoint endpoint, String grouping, Set<String> metrics, List<StoredRecord> records) {
        Map<String, String> names = endpoint.report().equals("forms-summary") ? FORM_GROUPS : CALL_GROUPS;
        String field = names.getOrDefault(grouping, grouping);
        Map<String, List<StoredRecord>> byKey = new LinkedHashMap<>();
        records.forEach(record -> byKey.computeIfAbsent(record.text(field), key -> new ArrayList<>())
                .add(record));
        return byKey.entrySet().stream()
                .sorted(Comparator.comparing(group -> -group.getValue().size()))
                .map(group -> {
                    Map<String, Object> result = new LinkedHashMap<>();
                    result.put("key", group.getKey());
                    result.putAll(Metrics.of(metrics, group.getValue()));
                    return result;
                })
                .toList();
    }

    private static List<Map<String, Object>> series(
            TimeSeriesPoints steps, Set<String> metrics, List<StoredRecord> records) {
        Map<String, List<StoredRecord>> byDate = new LinkedHashMap<>();
        steps.dates().forEach(date -> byDate.put(date, new ArrayList<>()));
        records.forEach(record -> byDate.get(steps.dateOf(record.time())).add(record));
        return byDate.entrySet().stream()
                .map(step -> {
                    Map<String, Object> result = new LinkedHashMap<>();
                    result.put("key", step.getKey());
                    result.put("date", step.getKey());
                    result.putAll(Metrics.of(metrics, step.getValue()));
                    return result;
                })
                .toList();
    }
}
