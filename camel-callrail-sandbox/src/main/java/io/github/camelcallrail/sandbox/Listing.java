package io.github.camelcallrail.sandbox;

import static io.github.camelcallrail.sandbox.ContraryBehavior.LAST_PAGE_REPEATED;
import static io.github.camelcallrail.sandbox.ContraryBehavior.LINKS_WITHOUT_FILTERS;
import static io.github.camelcallrail.sandbox.ContraryBehavior.NO_PAGE_BEYOND;
import static io.github.camelcallrail.sandbox.ContraryBehavior.OLDEST_FIRST;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers a request for a list of records. */
final class Listing {

    /** The time fields that are returned in the time zone of the request, by report. */
    private static final Map<String, List<String>> ZONED = Map.of(
            "calls", List.of("start_time", "created_at", "good_lead_call_time"),
            "conversations", List.of("last_message_at"),
            "sms-threads", List.of("last_message_at"),
            "page-views", List.of("created_at"));

    private final SandboxData data;
    private final Faults faults;

    Listing(SandboxData data, Faults faults) {
        this.data = data;
        this.faults = faults;
    }

    Map<String, Object> answer(
            Route route, AccountRecords account, Query query, Instant now, Set<ContraryBehavior> contrary) {
        SandboxEndpoint endpoint = route.endpoint();
        FieldSelection selection = FieldSelection.of(endpoint, query, name -> faults.refuses(endpoint.report(), name));
        RequestScope scope = RequestScope.of(data, endpoint, account, query, now, contrary);
        Comparator<StoredRecord> order = RecordOrder.of(endpoint, query, contrary.contains(OLDEST_FIRST));
        List<StoredRecord> records =
                (order == null ? scope.records() : scope.records().sorted(order)).toList();
        boolean relative = endpoint.relativePaging() && query.flag("relative_pagination");
        RelativePage part = RelativePage.of(endpoint, query);
        Page page = relative ? part.page() : Page.of(endpoint, query);
        Map<String, Object> answer = new LinkedHashMap<>(
                relative
                        ? part.metadata(route, account, query, records.size(), contrary.contains(LINKS_WITHOUT_FILTERS))
                        : page.metadata(records.size()));
        answer.put(
                endpoint.arrayKey(),
                (relative ? page.of(records) : numbered(page, records, contrary))
                        .stream()
                                .map(record -> zoned(endpoint, record, selection.of(record), scope.zone()))
                                .toList());
        return answer;
    }

    /** The records of a page by number. */
    List<StoredRecord> numbered(Page page, List<StoredRecord> records, Set<ContraryBehavior> contrary) {
        Page last = page.last(records.size());
        if (page.number() > last.number() && contrary.contains(NO_PAGE_BEYOND)) {
            throw new RejectedRequestException(404, "Page not found");
        }
        boolean repeated = page.number() > last.number() && contrary.contains(LAST_PAGE_REPEATED);
        return faults.served(repeated ? last : page, records);
    }

    /** Writes the times that are returned in a time zone. */
    static Map<String, Object> zoned(
            SandboxEndpoint endpoint, StoredRecord record, Map<String, Object> fields, ZoneId zone) {
        for (String name : ZONED.getOrDefault(endpoint.report(), List.of())) {
            fields.computeIfPresent(name, (key, value) -> {
                Instant at = key.equals(endpoint.timeField()) ? record.time() : Times.instant(key, value);
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
