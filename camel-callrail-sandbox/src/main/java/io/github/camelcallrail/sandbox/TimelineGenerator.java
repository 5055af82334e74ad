package io.github.camelcallrail.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Generates the timeline of a lead: the person's calls, forms and texts in the account, and the milestones. The
 * documentation names the types but not the fields of each: these are a choice.
 */
final class TimelineGenerator implements ChildGenerator {

    @Override
    public List<Map<String, Object>> plan(ChildScope scope) {
        List<Map<String, Object>> events = new ArrayList<>();
        StoredRecord lead = scope.parent();
        for (StoredRecord call : of(scope, "calls", "person_id", lead.id())) {
            events.add(event("call", call, "start_time", "direction", "duration", "answered", "tracking_phone_number"));
        }
        for (StoredRecord form : of(scope, "form-submissions", "person_id", lead.id())) {
            events.add(event("form_submission", form, "submitted_at", "form_url", "form_name"));
        }
        for (StoredRecord text : of(scope, "conversations", "customer_phone_number", lead.get("phone"))) {
            List<Map<?, ?>> recent = ChildScope.objects(text.get("recent_messages"));
            Map<String, Object> event = event("sms", text, "last_message_at");
            event.put("content", recent.isEmpty() ? null : recent.get(0).get("content"));
            events.add(event);
        }
        Instant created = Times.instant("created_at", lead.get("created_at"));
        events.add(milestone("lead_created", created));
        events.add(milestone(
                "first_touch", earliest(events).minusSeconds(60 + scope.random().nextInt(600))));
        events.sort(Comparator.comparing(TimelineGenerator::time));
        return events;
    }

    @Override
    public void fill(RecordDraft event, ChildScope scope, Instant at, SplittableRandom random) {
        String type = event.putText("type", "milestone");
        event.put("id", Ids.timeOrdered("EVT", at, random));
        event.put("event_date", Times.utcMillis(at));
        // The order that sort=created_at means: an event is recorded some seconds after it happened.
        event.put("created_at", Times.utcMillis(at.plusSeconds(1 + random.nextInt(20))));
        if (type.equals("milestone")) {
            event.put("milestone", "last_touch");
        }
    }

    static Instant time(Map<String, Object> event) {
        return Times.instant("event_date", event.get("event_date"));
    }

    private static List<StoredRecord> of(ChildScope scope, String report, String field, Object value) {
        Collection<StoredRecord> all = scope.account().records(report);
        return all.stream()
                .filter(record -> value != null && value.equals(record.get(field)))
                .toList();
    }

    private static Map<String, Object> event(String type, StoredRecord record, String timeField, String... names) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("type", type);
        event.put("id", record.id());
        event.put("event_date", Times.instant(timeField, record.get(timeField)));
        for (String name : names) {
            event.put(name, record.get(name));
        }
        return event;
    }

    private static Map<String, Object> milestone(String name, Instant at) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("type", "milestone");
        event.put("event_date", at);
        event.put("milestone", name);
        return event;
    }

    private static Instant earliest(List<Map<String, Object>> events) {
        return events.stream()
                .map(TimelineGenerator::time)
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalStateException("A lead was created at some time"));
    }
}
