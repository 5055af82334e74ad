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

/** Calls as the sandbox invents them, the same at every run: what varies between two runs shall not be the data. */
final class InventedCalls {

    private static final Clock THEN = Clock.fixed(Instant.parse("2026-03-15T16:30:00Z"), ZoneOffset.UTC);

    private static final List<String> WORDS = List.of(
            "yes", "the", "appointment", "on Tuesday", "would", "be fine", "price", "could", "you", "call", "back");

    private InventedCalls() {}

    /** So many calls with every column that the component asks for. */
    static List<Map<String, Object>> of(Profile profile, int count) {
        List<String> columns = ReportCatalogue.of("calls").fields().documented();
        SplittableRandom random = new SplittableRandom(1);
        try (CallRailSandbox sandbox =
                CallRailSandbox.builder().seed(1).clock(THEN).start()) {
            return sandbox.data().rows("calls").stream()
                    .limit(count)
                    .map(row -> call(row, columns, profile, random))
                    .toList();
        }
    }

    private static Map<String, Object> call(
            Map<String, Object> row, List<String> columns, Profile profile, SplittableRandom random) {
        Map<String, Object> call = new LinkedHashMap<>(row);
        call.keySet().retainAll(columns);
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
