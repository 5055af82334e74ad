package io.github.camelcallrail.quota;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/**
 * Pauses all requests for an account after CallRail rejected one (HTTP 429) that the budget had granted: others use the
 * account, or its quota is smaller than configured. Kept in memory. Thread-safe.
 *
 * <p>The first pause takes about 5 seconds. Each further pause without a successful response in between takes twice as
 * long, up to about 10 minutes; all vary by up to a quarter at random, so that nodes do not resume at the same time. If
 * CallRail says how long to wait, the pause is that long, but at least 1 second and at most one hour; if it then
 * rejects a request again, the next pause is at least as long as the doubled one. However many requests are rejected
 * during a pause, such as those in flight when it began, they count as one step.
 *
 * <p>If a clock is set back, the remaining time of a pause does not change.
 */
public final class AccountPauses {

    /** Long enough for a burst of other requests to pass. */
    static final Duration FIRST = Duration.ofSeconds(5);

    /** The hourly quota recovers gradually; six requests an hour to check are few, and nobody waits much too long. */
    static final Duration MAX = Duration.ofMinutes(10);

    /** The random variation of a pause that CallRail did not specify, as a fraction. */
    static final double JITTER = 0.25;

    /** A time in the past, or the current second, would not be a pause. */
    static final Duration MIN_REQUESTED = Duration.ofSeconds(1);

    /** The hourly quota has recovered by then; a longer wait without checking might be caused by a mistake. */
    static final Duration MAX_REQUESTED = Duration.ofHours(1);

    private final Map<String, Pause> pauses = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final RandomGenerator random;

    /** @param random need not be thread-safe if it is used nowhere else */
    public AccountPauses(RandomGenerator random) {
        this.random = requireNonNull(random, "random is null");
    }

    /**
     * Begins a pause, or extends the current one if CallRail asks for a longer one.
     *
     * @param account the account's id; empty for requests without an account
     * @param retryAfter when CallRail says that a retry is worthwhile; empty if it gives no time
     * @param now the time of the response
     * @return the end of the pause, later than now
     */
    public Instant refused(String account, Optional<Instant> retryAfter, Instant now) {
        requireNonNull(account, "account is null");
        requireNonNull(now, "now is null");
        Optional<Instant> requested = retryAfter.map(instant -> bounded(instant, now));
        lock.lock();
        try {
            Pause pause = pauses.getOrDefault(account, Pause.none(now)).at(now);
            Pause next = pause.inForce() ? pause : begun(pause, requested.isPresent());
            Pause longer = requested.map(next::until).orElse(next);
            pauses.put(account, longer);
            return longer.end();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes note of a response other than HTTP 429: the next pause starts at the first step. A current pause is not
     * ended.
     */
    public void answered(String account) {
        requireNonNull(account, "account is null");
        lock.lock();
        try {
            pauses.computeIfPresent(account, (key, pause) -> pause.withoutSteps());
        } finally {
            lock.unlock();
        }
    }

    /** The end of the current pause, later than now; empty if there is none. */
    public Optional<Instant> until(String account, Instant now) {
        requireNonNull(account, "account is null");
        requireNonNull(now, "now is null");
        lock.lock();
        try {
            Pause pause = pauses.computeIfPresent(account, (key, known) -> known.at(now));
            return pause != null && pause.inForce() ? Optional.of(pause.end()) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private Pause begun(Pause before, boolean requested) {
        int step = before.steps() + 1;
        // The first time, the wait that CallRail asks for is enough.
        Duration duration = requested && step == 1 ? Duration.ZERO : jittered(doubled(step));
        return new Pause(before.seen(), before.seen().plus(duration), step);
    }

    private Duration jittered(Duration duration) {
        double factor = 1 - JITTER + 2 * JITTER * random.nextDouble();
        return Duration.ofMillis(Math.round(duration.toMillis() * factor));
    }

    private static Duration doubled(int step) {
        Duration duration = FIRST;
        for (int i = 1; i < step && duration.compareTo(MAX) < 0; i++) {
            duration = duration.multipliedBy(2);
        }
        return duration.compareTo(MAX) < 0 ? duration : MAX;
    }

    private static Instant bounded(Instant instant, Instant now) {
        Instant least = now.plus(MIN_REQUESTED);
        Instant most = now.plus(MAX_REQUESTED);
        if (instant.isBefore(least)) {
            return least;
        }
        return instant.isAfter(most) ? most : instant;
    }

    /**
     * A pause as of its last use.
     *
     * @param seen the last known time
     * @param end its end
     * @param steps the number of consecutive pauses without a successful response in between
     */
    private record Pause(Instant seen, Instant end, int steps) {

        static Pause none(Instant now) {
            return new Pause(now, now, 0);
        }

        /**
         * If the time is earlier than the last known one, the clock was set back: the remaining time stays the same.
         */
        Pause at(Instant now) {
            Instant moved = now.isBefore(seen) ? now.plus(Duration.between(seen, end)) : end;
            return new Pause(now, moved, steps);
        }

        boolean inForce() {
            return seen.isBefore(end);
        }

        Pause until(Instant instant) {
            return instant.isAfter(end) ? new Pause(seen, instant, steps) : this;
        }

        Pause withoutSteps() {
            return new Pause(seen, end, 0);
        }
    }
}
