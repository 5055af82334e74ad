package io.github.camelcallrail.checkpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A window to read because of a few records in it: they failed, or something has happened to them.
 *
 * @param first the time of the first of these records
 * @param last the time of the last of them, which may be the same
 */
public record RetryWindow(Instant first, Instant last) {

    /** With more windows, the closest are merged: a request costs more than reading records that nobody needs. */
    private static final int MAX_WINDOWS = 10;

    private static final Duration MERGE_WITHIN = Duration.ofHours(1);
    private static final Duration NEAR = Duration.ofDays(1);

    /** At most 10 windows that include these times. */
    public static List<RetryWindow> of(Collection<Instant> times) {
        List<RetryWindow> retries = new ArrayList<>();
        for (Instant time : new TreeSet<>(times)) {
            int last = retries.size() - 1;
            if (last >= 0 && !retries.get(last).last().plus(MERGE_WITHIN).isBefore(time)) {
                retries.set(last, new RetryWindow(retries.get(last).first(), time));
            } else {
                retries.add(new RetryWindow(time, time));
            }
        }
        while (retries.size() > MAX_WINDOWS) {
            int closest = closest(retries);
            RetryWindow second = retries.remove(closest + 1);
            retries.set(closest, new RetryWindow(retries.get(closest).first(), second.last()));
        }
        return List.copyOf(retries);
    }

    /**
     * The window of days around the times of records without a usable time of their own.
     *
     * @param end the window ends here at the latest
     */
    static Optional<RetryWindow> near(Collection<Instant> times, Instant end) {
        if (times.isEmpty()) {
            return Optional.empty();
        }
        TreeSet<Instant> sorted = new TreeSet<>(times);
        Instant last = sorted.last().plus(NEAR);
        return Optional.of(new RetryWindow(sorted.first().minus(NEAR), last.isBefore(end) ? last : end));
    }

    /** The index of the window that is closest to the next one. */
    private static int closest(List<RetryWindow> retries) {
        return IntStream.range(0, retries.size() - 1)
                .boxed()
                .min(Comparator.comparing(number -> Duration.between(
                        retries.get(number).last(), retries.get(number + 1).first())))
                .orElseThrow();
    }
}
