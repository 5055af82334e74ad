package io.github.camelcallrail.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What an edit of a call means to webhooks. Which field belongs to which name is a choice where they differ. */
final class CallChanges {

    /** The name that the body of a webhook uses for a change of these fields. */
    private static final Map<String, List<String>> FIELDS = new LinkedHashMap<>();

    static {
        FIELDS.put("tags", List.of("tags", "detail_tags"));
        FIELDS.put("note", List.of("note"));
        FIELDS.put("value", List.of("value"));
        FIELDS.put("transcription_text", List.of("transcription", "conversational_transcript"));
        FIELDS.put("call_summary", List.of("call_summary"));
        FIELDS.put("recording_duration", List.of("recording_duration"));
        FIELDS.put("auto_score", List.of("lead_score", "lead_explanation"));
        FIELDS.put("manual_score", List.of("lead_status"));
    }

    private CallChanges() {}

    /** The names of what differs; empty if nothing does that has a name. */
    static List<String> between(StoredRecord before, StoredRecord after) {
        List<String> changes = new ArrayList<>();
        FIELDS.forEach((name, fields) -> {
            if (fields.stream().anyMatch(field -> differs(field, before, after))) {
                changes.add(name);
            }
        });
        return List.copyOf(changes);
    }

    /** A mark as spam causes a webhook as well, but has no name; that {@code changes} is then empty is a choice. */
    static boolean areNotified(StoredRecord before, StoredRecord after) {
        return !between(before, after).isEmpty() || differs("spam", before, after);
    }

    static boolean isInbound(StoredRecord call) {
        return !"outbound".equals(call.get("direction"));
    }

    static boolean hasEnded(StoredRecord call) {
        return call.get("duration") != null;
    }

    private static boolean differs(String field, StoredRecord before, StoredRecord after) {
        return !Objects.equals(before.get(field), after.get(field));
    }
}
