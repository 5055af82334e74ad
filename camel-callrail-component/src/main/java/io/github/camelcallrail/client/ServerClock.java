package io.github.camelcallrail.client;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * CallRail's clock, as far as the header {@code Date} of its answers tells it, compared with this machine's.
 * Thread-safe; share one for each base URL.
 *
 * <p>The latest good answer counts. Where this machine's clock is ahead, times are corrected to CallRail's, because a
 * window that ends later than CallRail's present would count as read what is still to come. Where it is behind they
 * stay as they are: windows then end early, and what they leave out is read later.
 *
 * <p>An answer without a {@code Date}, with one that cannot be read, or with one that is more than
 * {@link #FURTHEST_BELIEVED} away from this machine's clock changes nothing.
 */
public final class ServerClock {

    /** Further apart than clocks that are set wrong by hand, and too little for a broken header to stop all reading. */
    public static final Duration FURTHEST_BELIEVED = Duration.ofDays(30);

    /** A difference of more than this is warned about. */
    public static final Duration WORTH_A_WARNING = Duration.ofMinutes(1);

    /**
     * Below this a difference that was warned about counts as gone: one that hovers at the limit is not told again and
     * again.
     */
    private static final Duration GONE = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(ServerClock.class);

    private final URI baseUrl;
    private final AtomicReference<Duration> told = new AtomicReference<>(Duration.ZERO);
    private final AtomicBoolean doubted = new AtomicBoolean();
    private volatile Measurement latest;

    /** @param baseUrl whose clock it is, for messages */
    public ServerClock(URI baseUrl) {
        this.baseUrl = requireNonNull(baseUrl, "baseUrl is null");
    }

    /**
     * Takes note of an answer.
     *
     * @param date its header {@code Date}
     * @param sent the time here before the request was sent
     * @param received the time here when the answer had come
     */
    void measure(Optional<String> date, Instant sent, Instant received) {
        if (date.isEmpty()) {
            return;
        }
        Optional<Measurement> measured =
                date.flatMap(HttpDate::read).map(server -> Measurement.of(server, sent, received));
        if (measured.filter(Measurement::credible).isEmpty()) {
            doubt(measured.map(Measurement::difference));
            return;
        }
        latest = measured.get();
        doubted.set(false);
        tell(latest.difference());
    }

    /**
     * How far this machine's clock is ahead of CallRail's, in whole seconds; negative when it is behind, zero as long
     * as the time that an answer takes explains what was seen. Empty before the first answer.
     */
    public Optional<Duration> difference() {
        return Optional.ofNullable(latest).map(Measurement::difference);
    }

    /** A time here as a time that CallRail's clock has reached too, as far as is known. */
    public Instant reached(Instant here) {
        Measurement known = latest;
        return known == null ? here : earlier(here, known.atMost());
    }

    /** A time here, moved back by as much as this machine's clock is ahead for certain. */
    public Instant corrected(Instant here) {
        return difference().map(difference -> earlier(here, difference)).orElse(here);
    }

    private static Instant earlier(Instant here, Duration ahead) {
        return ahead.isNegative() ? here : here.minus(ahead);
    }

    private void tell(Duration difference) {
        Duration before = told.get();
        boolean warn = exceeds(difference, WORTH_A_WARNING) && exceeds(difference.minus(before), WORTH_A_WARNING);
        if (warn && told.compareAndSet(before, difference)) {
            LOG.warn(
                    "This machine's clock is {} s {} the clock of {}. {} Correct this machine's clock, for example with NTP.",
                    difference.abs().toSeconds(),
                    difference.isNegative() ? "behind" : "ahead of",
                    baseUrl,
                    difference.isNegative()
                            ? "New records arrive later by that much; none is lost."
                            : "Dates are resolved, and incremental consumers read, up to the server's time.");
        } else if (!before.isZero() && !exceeds(difference, GONE) && told.compareAndSet(before, Duration.ZERO)) {
            LOG.info("This machine's clock agrees with the clock of {} again", baseUrl);
        }
    }

    private void doubt(Optional<Duration> difference) {
        if (doubted.compareAndSet(false, true)) {
            LOG.warn(
                    "The header Date in an answer of {} {}, so it is ignored, and this machine's clock alone decides up to when"
                            + " reports are read. Check this machine's clock: while it is ahead of CallRail's, new records can be"
                            + " missed.",
                    baseUrl,
                    difference
                            .map(apart -> "is " + apart.abs().toDays() + " days away from this machine's clock")
                            .orElse("cannot be read"));
        }
    }

    private static boolean exceeds(Duration duration, Duration limit) {
        return duration.abs().compareTo(limit) > 0;
    }

    /**
     * What one answer says.
     *
     * @param difference how far this machine is ahead at least, or behind at least; zero when neither is certain
     * @param atMost how far it is ahead at most; negative when it is behind
     */
    private record Measurement(Duration difference, Duration atMost) {

        static Measurement of(Instant server, Instant sent, Instant received) {
            // Somebody may set the clock in between.
            Instant first = sent.isBefore(received) ? sent : received;
            Instant last = sent.isBefore(received) ? received : sent;
            long ahead = first.getEpochSecond() - server.getEpochSecond();
            long behind = server.getEpochSecond() - last.getEpochSecond();
            return new Measurement(
                    Duration.ofSeconds(ahead > 0 ? ahead : Math.min(0, -behind)), Duration.between(server, last));
        }

        boolean credible() {
            return !exceeds(difference, FURTHEST_BELIEVED);
        }
    }
}
