package io.github.camelcallrail.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The fields that only a single object has, or has in another shape than the list. They are invented from the record
 * unless a test has set them.
 */
final class ObjectFields {

    private static final List<String> PHRASES = List.of(
            "Good morning, how can I help you?",
            "I would like to book a visit.",
            "Which day suits you?",
            "Any day after Wednesday.",
            "Thursday at ten, then.",
            "Perfect, thank you.");

    private ObjectFields() {}

    static StoredRecord of(SandboxObject object, StoredRecord record) {
        Map<String, Object> fields = new LinkedHashMap<>(record.fields());
        switch (object.report()) {
            case "calls" -> putCall(fields, record);
            case "message-flows" -> putMessageFlow(fields, record);
            default -> {
                return record;
            }
        }
        return new StoredRecord(record.id(), record.time(), fields);
    }

    private static void putCall(Map<String, Object> call, StoredRecord record) {
        // Text in the list, but an array here.
        call.computeIfPresent(
                "call_summary", (name, summary) -> summary instanceof String ? List.of(summary) : summary);
        boolean understood = call.get("call_highlights") instanceof List<?> highlights && !highlights.isEmpty();
        if (!call.containsKey("conversational_transcript")) {
            call.put("conversational_transcript", understood ? transcript(record) : null);
        }
        boolean pushed = random(record).nextInt(3) == 0;
        call.putIfAbsent(
                "integration_data",
                pushed
                        ? List.of(Fields.of(
                                "integration", "Custom", "data", Fields.of("ticket", Ids.numeric(record.id()))))
                        : List.of());
    }

    private static List<Object> transcript(StoredRecord call) {
        SplittableRandom random = random(call);
        List<Object> transcript = new ArrayList<>();
        double start = 0.5;
        for (int i = 0; i < PHRASES.size(); i++) {
            transcript.add(
                    Fields.of("speaker", i % 2 == 0 ? "agent" : "caller", "phrase", PHRASES.get(i), "start", start));
            start += 1.5 + random.nextInt(12) / 4.0;
        }
        return List.copyOf(transcript);
    }

    private static void putMessageFlow(Map<String, Object> flow, StoredRecord record) {
        SplittableRandom random = random(record);
        Instant updated = Times.instant("updated_at", record.get("updated_at"));
        String schedule = Ids.timeOrdered("MFS", updated, random);
        String open = Ids.timeOrdered("MFS", updated, random);
        String closed = Ids.timeOrdered("MFS", updated, random);
        flow.putIfAbsent("initial_step_id", schedule);
        flow.putIfAbsent(
                "steps",
                Fields.of(
                        schedule, step(schedule, "schedule", true, open),
                        open, step(open, "sms_response", false, closed),
                        closed, step(closed, "no_response", false, null)));
    }

    private static Map<String, Object> step(String id, String type, boolean initial, String next) {
        return Fields.of("id", id, "type", type, "initial_step", initial, "next_step_id", next);
    }

    private static SplittableRandom random(StoredRecord record) {
        return new SplittableRandom(record.id().hashCode());
    }
}
