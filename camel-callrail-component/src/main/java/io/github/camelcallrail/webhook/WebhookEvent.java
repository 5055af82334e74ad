package io.github.camelcallrail.webhook;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.client.JsonLimits;
import io.github.camelcallrail.report.CallRailRecord;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What CallRail sent one event for. The record has the names and types of the API, so that one sink takes records of
 * reports and of events:
 *
 * <ul>
 *   <li>It has only the fields that the body has: that of a call that has just begun is not filled up with nulls.
 *   <li>{@code resource_id} is {@code id}, {@code company_resource_id} is {@code company_id}, and so are the ids of
 *       the tracker, the person and the thread. Where only the number of an old body is there, it becomes the id.
 *   <li>Empty text is null; it is an empty list where the field is a list, an empty record where it is {@code custom}
 *       or {@code form_data}, and stays empty text where it is the {@code content} of a message.
 *   <li>Old names, such as {@code callernum}, only fill fields that are missing. Names that are not known are kept.
 *   <li>The fields of the API come first, in their order.
 *   <li>A value that is not what its field should be stays as it is.
 * </ul>
 *
 * <p>These values differ from the API's: {@code recording} is a link that needs no key, {@code timeline_url} is another
 * one, times have the company's offset, milestones that were not reached are missing, {@code call_type} may be
 * {@code abandoned}, which the API spells otherwise, {@code formatted_duration} is {@code (abandoned)} then, {@code
 * integration_data} is about webhooks, and a name is null where the API may have empty text. Fields that only events
 * have, such as {@code timestamp}, stand behind those of the API. Immutable.
 *
 * @param kind as the URL was marked or else as the body looks; empty if neither says it
 * @param record the call, form submission or message, or what else the body holds
 * @param recordId id of the call, form submission, message or contact, fit for a header; empty if the body has none
 * @param companyId id of the company, fit for a header; empty if the body has none
 * @param changes what was changed, in CallRail's words, such as {@code note}; empty for other kinds than modified ones
 * @param time when the call began, the form was submitted or the message was sent, and not when the event was; empty if
 *     the body has no valid time
 */
public record WebhookEvent(
        Optional<EventKind> kind,
        CallRailRecord record,
        Optional<String> recordId,
        Optional<String> companyId,
        List<String> changes,
        Optional<Instant> time) {

    /** Ids go into headers and logs. */
    private static final String ID = "[!-~]{1," + JsonLimits.LONGEST_ID + "}";

    public WebhookEvent {
        requireNonNull(kind, "kind is null");
        requireNonNull(record, "record is null");
        requireNonNull(recordId, "recordId is null");
        requireNonNull(companyId, "companyId is null");
        changes = List.copyOf(changes);
        requireNonNull(time, "time is null");
    }

    static WebhookEvent of(Optional<EventKind> kind, EventShape shape, CallRailRecord record, List<String> changes) {
        return new WebhookEvent(
                kind,
                record,
                id(record.get(shape.idField())).or(() -> id(record.get("id"))),
                id(record.get("company_id")),
                changes,
                shape.timeFields().stream()
                        .flatMap(field -> time(record.get(field)).stream())
                        .findFirst());
    }

    /** Without the record, which holds personal data. */
    @Override
    public String toString() {
        return "event " + kind.map(EventKind::text).orElse("of unknown kind") + " on " + recordId.orElse("no record")
                + " of " + companyId.orElse("no company") + " at "
                + time.map(Instant::toString).orElse("no time");
    }

    private static Optional<String> id(Object value) {
        return value instanceof String || value instanceof Integer || value instanceof Long
                ? Optional.of(value.toString()).filter(id -> id.matches(ID))
                : Optional.empty();
    }

    private static Optional<Instant> time(Object value) {
        if (!(value instanceof String text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            // As in reports, an invalid time says nothing.
            return Optional.empty();
        }
    }
}
