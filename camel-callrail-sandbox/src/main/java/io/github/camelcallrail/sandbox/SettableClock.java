package io.github.camelcallrail.sandbox;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that stands still until a test sets it. Give the same clock to the sandbox and to the component under test,
 * so that both agree on the current time. Thread-safe.
 */
public final class SettableClock extends Clock {

    private volatile Instant now;

    /** @param now the initial time */
    public SettableClock(Instant now) {
        set(now);
    }

    public void set(Instant instant) {
        now = requireNonNull(instant, "instant is null");
    }

    /** Moves the clock forward, or back if the duration is negative. */
    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** UTC. */
    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** A clock in that zone that always shows the same instant as this one. */
    @Override
    public Clock withZone(ZoneId zone) {
        return new InZone(this, zone);
    }

    private static final class InZone extends Clock {
        private final Clock clock;
        private final ZoneId zone;

        private InZone(Clock clock, ZoneId zone) {
            this.clock = clock;
            this.zone = requireNonNull(zone, "zone is null");
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new InZone(clock, other);
        }
    }
}
