package io.github.camelcallrail.sandbox;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Answers a request for a list of records. */
final class Listing {

    /** Times that are answered in the zone of the request, and how they are written. */
    private static final Map<String, List<String>> ZONED = Map.of(
            "calls", List.of("start_time", "created_at", "good_lead_call_time"),
            "conversations", List.of("last_message_at"),
            "sms-threads", List.of("last_message_at"));

    private final SandboxData data;
    private final Faults faults;

    Listing(SandboxData data, Faults faults) {
        this.data = data;
        this.faults = faults;
    }

    Map<String, Object> answer(Route route, AccountRows account, Query query, Instant now) {
        SandboxEndpoint endpoint = route.endpoint();
        Selection selection = Selection.of(endpoint, query, name -> faults.refuses(endpoint.report(), name));
        Scope scope = Scope.of(data, endpoint, account, query, now);
        List<Row> rows = sorted(endpoint, query, scope.rows());
        boolean relative = endpoint.relativePaging() && query.flag("relative_pagination");
        RelativePage part = RelativePage.of(endpoint, query);
        Page page = relative ? part.page() : Page.of(endpoint, query);
        Map<String, Object> answer = new LinkedHashMap<>(
                relative ? part.metadata(route, account, query, rows.size()) : page.metadata(rows.size()));
        answer.put(
                endpoint.arrayKey(),
                (relative ? page.of(rows) : faults.served(page, rows))
                        .stream()
                                .map(row -> zoned(endpoint, row, selection.of(row), scope.zone()))
                                .toList());
        return answer;
    }

    private static List<Row> sorted(SandboxEndpoint endpoint, Query query, Stream<Row> rows) {
        Comparator<Row> order = RowOrder.of(endpoint, query);
        return (order == null ? rows : rows.sorted(order)).toList();
    }

    private static Map<String, Object> zoned(
            SandboxEndpoint endpoint, Row row, Map<String, Object> fields, ZoneId zone) {
        for (String name : ZONED.getOrDefault(endpoint.report(), List.of())) {
            fields.computeIfPresent(name, (key, value) -> {
                Instant at = Times.instant(key, value);
                // The time of a call that made the customer a lead is not one of this record's own.
                ZoneId written = key.equals("good_lead_call_time") ? zone : offset(row, zone, at);
                return key.equals("created_at") ? Times.seconds(at, written) : Times.millis(at, written);
            });
        }
        return fields;
    }

    /** Whether {@code time_zone} brings all offsets of an answer into line is not known; here it does not. */
    private static ZoneId offset(Row row, ZoneId zone, Instant at) {
        return row.get(LiveHabits.HOURS_AHEAD) instanceof Integer hours
                ? ZoneOffset.ofTotalSeconds(zone.getRules().getOffset(at).getTotalSeconds() + hours * 3_600)
                : zone;
    }
}
