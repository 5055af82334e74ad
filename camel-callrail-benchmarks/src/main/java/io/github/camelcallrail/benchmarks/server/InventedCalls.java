package io.github.camelcallrail.benchmarks.server;

import io.github.camelcallrail.catalogue.ReportCatalogue;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Calls as the sandbox generates them, the same in every run, so that runs do not differ in their data. */
final class InventedCalls {

    private static final Clock THEN = Clock.fixed(Instant.parse("2026-03-15T16:30:00Z"), ZoneOffset.UTC);

    private static final List<String> WORDS = List.of(
            "yes", "the", "appointment", "on Tuesday", "would", "be fine", "price", "could", "you", "call", "back");

    private InventedCalls() {}

    /** This many calls, with every field that the component requests. */
    static List<Map<String, Object>> of(Profile profile, int count) {
        List<String> fields = ReportCatalogue.of("calls").fields().nonSecretNames();
        SplittableRandom random = new SplittableRandom(1);
        try (CallRailSandbox sandbox =
                CallRailSandbox.builder().seed(1).clock(THEN).start()) {
            return sandbox.data().rows("calls").stream()
                    .limit(count)
                    .map(record -> call(record, fields, profile, random))
                    .toList();
        }
    }

    private static Map<String, Object> call(
            Map<String, Object> record, List<String> fields, Profile profile, SplittableRandom random) {
        Map<String, Object> call = new LinkedHashMap<>(record);
        call.keySet().retainAll(fields);
        if (profile.transcript() > 0) {
            call.put("transcription", transcript(profile.transcript(), random));
        }
        return call;
    }

    private static String transcript(int length, SplittableRandom random) {
        StringBuilder text = new StringBuilder("Agent: hello");
        while (text.length() < length) {
            text.append(random.nextInt(12) == 0 ? ".\nCaller: " : " ").append(WORDS.get(random.nextInt(WORDS.size())));
        }
        text.setLength(length);
        return text.toString();
    }
}
