package io.github.camelcallrail.quickstart;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** A sandbox with the same calls all year, so that a second run finds those of the first, as with a real account. */
final class InventedCalls {

    private InventedCalls() {}

    static CallRailSandbox start(Instant now) {
        Instant newYear = OffsetDateTime.of(
                        now.atOffset(ZoneOffset.UTC).getYear() + 1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC)
                .toInstant();
        CallRailSandbox sandbox = CallRailSandbox.builder()
                .clock(Clock.fixed(newYear, ZoneOffset.UTC))
                .start();
        sandbox.data()
                .ids("calls", call -> startOf(call.get("start_time")).isAfter(now))
                .forEach(id -> sandbox.data().remove("calls", id));
        return sandbox;
    }

    private static Instant startOf(Object startTime) {
        return OffsetDateTime.parse(String.valueOf(startTime)).toInstant();
    }
}
