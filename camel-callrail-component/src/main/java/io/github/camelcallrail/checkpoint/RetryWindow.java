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
 * A time to read again because of records that failed.
 *
 * @param first time of the first of them
 * @param last time of the last, which may be the same
 */
public record RetryWindow(Instant first, Instant last) {

    /** More than that and the times between them are read too: a request is dearer than rows that nobody needs. */
    private static final int MOST = 10;

    private static final Duration CLOSE = Duration.ofHours(1);
    private static final Duration NEAR = Duration.ofDays(1);

    static List<RetryWindow> of(Collection<Instant> times) {
        List<RetryWindow> retries = new ArrayList<>();
        for (Instant time : new TreeSet<>(times)) {
            int last = retries.size() - 1;
            if (last >= 0 && !retries.get(last).last().plus(CLOSE).isBefore(time)) {
                retries.set(last, new RetryWindow(retries.get(last).first(), time));
            } else {
                retries.add(new RetryWindow(time, time));
            }
        }
        while (retries.size() > MOST) {
            int closest = closest(retries);
            RetryWindow second = retries.remove(closest + 1);
            retries.set(closest, new RetryWindow(retries.get(closest).first(), second.last()));
        }
        return List.copyOf(retries);
    }

    /**
     * The days around records that stand near some times.
     *
     * @param end it need not reach further
     */
    static Optional<RetryWindow> near(Collection<Instant> times, Instant end) {
        if (times.isEmpty()) {
            return Optional.empty();
        }
        TreeSet<Instant> sorted = new TreeSet<>(times);
        Instant last = sorted.last().plus(NEAR);
        return Optional.of(new RetryWindow(sorted.first().minus(NEAR), last.isBefore(end) ? last : end));
    }

    /** Which of them is closest to the one behind it. */
    private static int closest(List<RetryWindow> retries) {
        return IntStream.range(0, retries.size() - 1)
                .boxed()
                .min(Comparator.comparing(number -> Duration.between(
                        retries.get(number).last(), retries.get(number + 1).first())))
                .orElseThrow();
    }
}
