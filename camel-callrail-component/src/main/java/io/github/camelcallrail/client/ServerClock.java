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
 * Compares CallRail's clock, known from the {@code Date} header of its responses, with this machine's. Thread-safe;
 * share one instance per base URL.
 *
 * <p>The latest successful response counts. If this machine's clock is ahead, times are corrected to CallRail's,
 * because a window that ends later than CallRail's present would mark future records as read. If it is behind, times
 * are not changed: windows then end early, and later records are read in a later window.
 *
 * <p>A response changes nothing if its {@code Date} is missing, invalid, or differs by more than {@link
 * #MAX_CREDIBLE} from this machine's clock.
 */
public final class ServerClock {

    /**
     * More than clocks that were set wrong by hand differ, and little enough that a broken header cannot stop all
     * reading.
     */
    public static final Duration MAX_CREDIBLE = Duration.ofDays(30);

    /** A larger difference is logged as a warning. */
    public static final Duration WARNING_THRESHOLD = Duration.ofMinutes(1);

    /**
     * A logged difference counts as resolved only below this, so that a difference around the limit is not logged
     * repeatedly.
     */
    private static final Duration RESOLVED = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(ServerClock.class);

    private final URI baseUrl;
    private final AtomicReference<Duration> logged = new AtomicReference<>(Duration.ZERO);
    private final AtomicBoolean doubted = new AtomicBoolean();
    private volatile Measurement latest;

    /** @param baseUrl the server's base URL, for messages */
    public ServerClock(URI baseUrl) {
        this.baseUrl = requireNonNull(baseUrl, "baseUrl is null");
    }

    /**
     * Takes note of a response.
     *
     * @param date its {@code Date} header
     * @param sent this machine's time before the request was sent
     * @param received this machine's time when the response had arrived
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
        log(latest.difference());
    }

    /**
     * How far this machine's clock is ahead of CallRail's, in whole seconds; negative if it is behind, zero if the
     * duration of the request can explain the difference. Empty before the first response.
     */
    public Optional<Duration> difference() {
        return Optional.ofNullable(latest).map(Measurement::difference);
    }

    /** Moves a time back to one that CallRail's clock has certainly reached, as far as is known. */
    public Instant reached(Instant here) {
        Measurement known = latest;
        return known == null ? here : earlier(here, known.atMost());
    }

    /** Moves a time back by the difference by which this machine's clock is certainly ahead. */
    public Instant corrected(Instant here) {
        return difference().map(difference -> earlier(here, difference)).orElse(here);
    }

    private static Instant earlier(Instant here, Duration ahead) {
        return ahead.isNegative() ? here : here.minus(ahead);
    }

    private void log(Duration difference) {
        Duration before = logged.get();
        boolean warn = exceeds(difference, WARNING_THRESHOLD) && exceeds(difference.minus(before), WARNING_THRESHOLD);
        if (warn && logged.compareAndSet(before, difference)) {
            LOG.warn(
                    "This machine's clock is {} s {} the clock of {}. {} Correct this machine's clock, for example with NTP.",
                    difference.abs().toSeconds(),
                    difference.isNegative() ? "behind" : "ahead of",
                    baseUrl,
                    difference.isNegative()
                            ? "New records arrive later by that much; none is lost."
                            : "Dates are resolved, and incremental consumers read, up to the server's time.");
        } else if (!before.isZero() && !exceeds(difference, RESOLVED) && logged.compareAndSet(before, Duration.ZERO)) {
            LOG.info("This machine's clock agrees with the clock of {} again", baseUrl);
        }
    }

    private void doubt(Optional<Duration> difference) {
        if (doubted.compareAndSet(false, true)) {
            LOG.warn(
                    "The Date header in a response of {} {}, so it is ignored, and this machine's clock alone"
                            + " decides up to which time reports are read. Check this machine's clock: while it"
                            + " is ahead of CallRail's, new records can be"
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
     * The measurement from one response.
     *
     * @param difference the minimum by which this machine is ahead or behind; zero if neither is certain
     * @param atMost the maximum by which it is ahead; negative if it is behind
     */
    private record Measurement(Duration difference, Duration atMost) {

        static Measurement of(Instant server, Instant sent, Instant received) {
            // The clock may have been set in between.
            Instant first = sent.isBefore(received) ? sent : received;
            Instant last = sent.isBefore(received) ? received : sent;
            long ahead = first.getEpochSecond() - server.getEpochSecond();
            long behind = server.getEpochSecond() - last.getEpochSecond();
            return new Measurement(
                    Duration.ofSeconds(ahead > 0 ? ahead : Math.min(0, -behind)), Duration.between(server, last));
        }

        boolean credible() {
            return !exceeds(difference, MAX_CREDIBLE);
        }
    }
}
