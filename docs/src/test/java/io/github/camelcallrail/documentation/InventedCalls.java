package io.github.camelcallrail.documentation;

import io.github.camelcallrail.sandbox.SandboxData;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Which calls the sandbox has, as a test expects them. */
final class InventedCalls {

    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private InventedCalls() {}

    /** Those that came in from the beginning of the first day, in New York, until now; oldest first. */
    static List<String> inboundSince(SandboxData data, String first) {
        return between(data, first, "2026-03-15", call -> call.get("direction").equals("inbound"));
    }

    /** Those of some days in New York, both included, oldest first. */
    static List<String> between(SandboxData data, String first, String last, Predicate<Map<String, Object>> wanted) {
        Instant from = LocalDate.parse(first).atStartOfDay(NEW_YORK).toInstant();
        Instant until = LocalDate.parse(last).plusDays(1).atStartOfDay(NEW_YORK).toInstant();
        return data.rows("calls").stream()
                .filter(wanted)
                .filter(call -> !startOf(call).isBefore(from) && startOf(call).isBefore(until))
                .sorted(Comparator.comparing(InventedCalls::startOf))
                .map(call -> call.get("id").toString())
                .toList();
    }

    private static Instant startOf(Map<String, Object> call) {
        return OffsetDateTime.parse(call.get("start_time").toString()).toInstant();
    }
}
