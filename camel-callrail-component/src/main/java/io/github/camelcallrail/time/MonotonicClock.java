package io.github.camelcallrail.time;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that never goes back and never jumps: it starts with the system's time and then counts. Waits that it
 * measures last as long as they should, even if the system's time is set meanwhile. Thread-safe.
 */
public final class MonotonicClock extends Clock {

    private final Instant begin;
    private final long nanos;
    private final ZoneId zone;

    /** A clock that starts now, in UTC. */
    public MonotonicClock() {
        this(Clock.systemUTC().instant(), System.nanoTime(), ZoneOffset.UTC);
    }

    private MonotonicClock(Instant begin, long nanos, ZoneId zone) {
        this.begin = begin;
        this.nanos = nanos;
        this.zone = requireNonNull(zone, "zone is null");
    }

    @Override
    public Instant instant() {
        return begin.plusNanos(System.nanoTime() - nanos);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new MonotonicClock(begin, nanos, other);
    }
}
