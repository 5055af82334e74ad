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

    /** The time fields that are returned in the time zone of the request, by report. */
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

    Map<String, Object> answer(Route route, AccountRecords account, Query query, Instant now) {
        SandboxEndpoint endpoint = route.endpoint();
        FieldSelection selection = FieldSelection.of(endpoint, query, name -> faults.refuses(endpoint.report(), name));
        RequestScope scope = RequestScope.of(data, endpoint, account, query, now);
        List<StoredRecord> records = sorted(endpoint, query, scope.records());
        boolean relative = endpoint.relativePaging() && query.flag("relative_pagination");
        RelativePage part = RelativePage.of(endpoint, query);
        Page page = relative ? part.page() : Page.of(endpoint, query);
        Map<String, Object> answer = new LinkedHashMap<>(
                relative ? part.metadata(route, account, query, records.size()) : page.metadata(records.size()));
        answer.put(
                endpoint.arrayKey(),
                (relative ? page.of(records) : faults.served(page, records))
                        .stream()
                                .map(record -> zoned(endpoint, record, selection.of(record), scope.zone()))
                                .toList());
        return answer;
    }

    private static List<StoredRecord> sorted(SandboxEndpoint endpoint, Query query, Stream<StoredRecord> records) {
        Comparator<StoredRecord> order = RecordOrder.of(endpoint, query);
        return (order == null ? records : records.sorted(order)).toList();
    }

    private static Map<String, Object> zoned(
            SandboxEndpoint endpoint, StoredRecord record, Map<String, Object> fields, ZoneId zone) {
        for (String name : ZONED.getOrDefault(endpoint.report(), List.of())) {
            fields.computeIfPresent(name, (key, value) -> {
                Instant at = Times.instant(key, value);
                // This is the time of another call, the one that made the customer a lead.
                ZoneId written = key.equals("good_lead_call_time") ? zone : offset(record, zone, at);
                return key.equals("created_at") ? Times.seconds(at, written) : Times.millis(at, written);
            });
        }
        return fields;
    }

    /** It is not known whether {@code time_zone} makes all offsets in a response equal; here it does not. */
    private static ZoneId offset(StoredRecord record, ZoneId zone, Instant at) {
        return record.get(LiveDataQuirks.HOURS_AHEAD) instanceof Integer hours
                ? ZoneOffset.ofTotalSeconds(zone.getRules().getOffset(at).getTotalSeconds() + hours * 3_600)
                : zone;
    }
}
