package io.github.camelcallrail.quickstart;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** A sandbox with the same calls all year, so that a second run finds those of the first, as with a real account. */
final class InventedCalls {

    private InventedCalls() {}

    static CallRailSandbox start(Instant now) {
        Instant newYear = OffsetDateTime.of(
                        now.atOffset(ZoneOffset.UTC).getYear() + 1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC)
                .toInstant();
        CallRailSandbox sandbox = CallRailSandbox.builder()
                .clock(Clock.fixed(newYear, ZoneOffset.UTC))
                .dateAhead(Duration.between(newYear, now))
                .start();
        sandbox.data()
                .ids("calls", call -> startOf(call.get("start_time")).isAfter(now))
                .forEach(id -> sandbox.data().remove("calls", id));
        return sandbox;
    }

    /** Marks the newest call that nobody has scored as a good lead, as a person would in CallRail. Returns its id. */
    static String scoreOne(CallRailSandbox sandbox, Instant now) {
        // A call of this minute has not been read yet.
        Instant read = now.minus(Duration.ofHours(1));
        List<String> unscored = sandbox.data()
                .ids(
                        "calls",
                        call -> call.get("lead_status") == null
                                && startOf(call.get("start_time")).isBefore(read));
        // Stored oldest first.
        String newest = unscored.get(unscored.size() - 1);
        sandbox.data().edit("calls", newest, Map.of("lead_status", "good_lead"));
        return newest;
    }

    private static Instant startOf(Object startTime) {
        return OffsetDateTime.parse(String.valueOf(startTime)).toInstant();
    }
}
