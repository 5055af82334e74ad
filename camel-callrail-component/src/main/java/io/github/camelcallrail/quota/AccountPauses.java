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
 * Pauses for everybody who asks for an account, after CallRail refused a request (HTTP 429) that the budget had granted: others
 * use the account, or its quota is smaller than configured. Kept in memory. Thread-safe.
 *
 * <p>The first pause takes about 5 seconds, and each that follows without an answer in between twice as long, up to about 10
 * minutes; a quarter more or less, at random, so that nodes do not come back together. When CallRail says how long to wait, that
 * is the pause, of 1 second at least and one hour at most; who waited so and is refused again waits as long as without its word,
 * if that is longer. However many requests are refused during a pause, as those on their way were when it began, they are one
 * step.
 *
 * <p>When a clock is put back, what was left of a pause is still left, and no more.
 */
public final class AccountPauses {

    /** Long enough for a burst of somebody else to pass. */
    static final Duration FIRST = Duration.ofSeconds(5);

    /** The hour's quota comes back bit by bit; six requests an hour to find out are few, and nobody waits much too long. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    /** How much longer or shorter a pause of our own may be, as a part of it. */
    static final double JITTER = 0.25;

    /** A moment that is over, or the full second of now, would not be a pause. */
    static final Duration SHORTEST_ASKED = Duration.ofSeconds(1);

    /** The hour's quota is back after that; to wait for the day's without looking might be to wait for a mistake. */
    static final Duration LONGEST_ASKED = Duration.ofHours(1);

    private final Map<String, Pause> pauses = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final RandomGenerator random;

    /** @param random need not be thread-safe, if it is used nowhere else */
    public AccountPauses(RandomGenerator random) {
        this.random = requireNonNull(random, "random is null");
    }

    /**
     * Begins a pause, or lengthens the one in force when CallRail asks for a longer one.
     *
     * @param account the account's id; empty text for requests that belong to none
     * @param retryAfter when CallRail says that it is worth trying again; empty when it does not say
     * @param now the time of the answer
     * @return when the pause is over, later than now
     */
    public Instant refused(String account, Optional<Instant> retryAfter, Instant now) {
        requireNonNull(account, "account is null");
        requireNonNull(now, "now is null");
        Optional<Instant> asked = retryAfter.map(instant -> bounded(instant, now));
        lock.lock();
        try {
            Pause pause = pauses.getOrDefault(account, Pause.none(now)).at(now);
            Pause next = pause.inForce() ? pause : begun(pause, asked.isPresent());
            Pause longer = asked.map(next::until).orElse(next);
            pauses.put(account, longer);
            return longer.end();
        } finally {
            lock.unlock();
        }
    }

    /** Takes note of an answer that was not a refusal for want of quota: the next pause is a first one. One in force stays. */
    public void answered(String account) {
        requireNonNull(account, "account is null");
        lock.lock();
        try {
            pauses.computeIfPresent(account, (key, pause) -> pause.withoutSteps());
        } finally {
            lock.unlock();
        }
    }

    /** When the pause that is in force is over, later than now; empty when none is. */
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

    private Pause begun(Pause before, boolean asked) {
        int step = before.steps() + 1;
        // CallRail's own word is enough the first time.
        Duration span = asked && step == 1 ? Duration.ZERO : jittered(grown(step));
        return new Pause(before.seen(), before.seen().plus(span), step);
    }

    private Duration jittered(Duration span) {
        double factor = 1 - JITTER + 2 * JITTER * random.nextDouble();
        return Duration.ofMillis(Math.round(span.toMillis() * factor));
    }

    private static Duration grown(int step) {
        Duration span = FIRST;
        for (int i = 1; i < step && span.compareTo(LONGEST) < 0; i++) {
            span = span.multipliedBy(2);
        }
        return span.compareTo(LONGEST) < 0 ? span : LONGEST;
    }

    private static Instant bounded(Instant instant, Instant now) {
        Instant least = now.plus(SHORTEST_ASKED);
        Instant most = now.plus(LONGEST_ASKED);
        if (instant.isBefore(least)) {
            return least;
        }
        return instant.isAfter(most) ? most : instant;
    }

    /**
     * A pause as it was seen last.
     *
     * @param seen the time told last
     * @param end when it is over
     * @param steps how many pauses followed one another without an answer in between
     */
    private record Pause(Instant seen, Instant end, int steps) {

        static Pause none(Instant now) {
            return new Pause(now, now, 0);
        }

        /** A time earlier than the one told last is a clock that was put back: what was left then is left now. */
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
