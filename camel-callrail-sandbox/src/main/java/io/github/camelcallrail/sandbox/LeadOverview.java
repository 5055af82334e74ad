package io.github.camelcallrail.sandbox;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The lead beside its timeline. The documentation names its fields, but not what they hold: that is a choice. */
final class LeadOverview {

    private LeadOverview() {}

    static Map<String, Object> of(AccountRecords account, StoredRecord lead, List<StoredRecord> events) {
        List<StoredRecord> oldestFirst = events.stream()
                .sorted(Comparator.comparing(event -> TimelineGenerator.time(event.fields())))
                .toList();
        List<StoredRecord> contacts = oldestFirst.stream()
                .filter(event -> !"milestone".equals(event.get("type")))
                .toList();
        StoredRecord first = contacts.stream()
                .flatMap(contact -> recorded(account, contact).stream())
                .findFirst()
                .orElse(new StoredRecord("", null, Map.of()));
        return Fields.of(
                "customer_name", lead.get("name"),
                "customer_phone_number", lead.get("phone"),
                "total_interactions", contacts.size(),
                "first_touch", date(oldestFirst, 0),
                "last_touch", date(oldestFirst, oldestFirst.size() - 1),
                "lead_creation", lead.get("created_at"),
                "lead_qualification", first.get("lead_status"),
                "tags", tags(account, first),
                "convert_assist", null,
                "voice_assist", null,
                "transcript", null,
                "source", first.get("source"),
                "medium", first.get("medium"),
                "campaign", first.get("campaign"),
                "landing_page_url", first.get("landing_page_url"),
                "referrer_url", first.get("referring_url"),
                "click_id", first.get("gclid"));
    }

    private static Object date(List<StoredRecord> events, int index) {
        return events.isEmpty() ? null : events.get(index).get("event_date");
    }

    /** The call or form that an event stands for; empty if there is none, or not any more. */
    private static List<StoredRecord> recorded(AccountRecords account, StoredRecord event) {
        return List.of("calls", "form-submissions").stream()
                .flatMap(report -> account.records(report).stream())
                .filter(record -> record.id().equals(event.id()))
                .toList();
    }

    private static List<Object> tags(AccountRecords account, StoredRecord contact) {
        List<?> names = contact.get("tags") instanceof List<?> tags
                ? tags.stream().map(TagLabels::name).toList()
                : List.of();
        return account.records("tags").stream()
                .filter(tag -> names.contains(tag.get("name")))
                .map(tag -> (Object) Fields.of("id", tag.get("id"), "name", tag.get("name"), "color", tag.get("color")))
                .toList();
    }
}
