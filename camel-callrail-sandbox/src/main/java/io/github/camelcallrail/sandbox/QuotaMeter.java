package io.github.camelcallrail.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/** Counts the requests of each account. Not thread-safe: requests are processed one after the other. */
final class QuotaMeter {

    private final Quota quota;
    private final Map<String, Deque<Instant>> counted = new HashMap<>();

    QuotaMeter(Quota quota) {
        this.quota = quota;
    }

    /** Counts one request, even a rejected one, and returns whether the quota allows it. */
    boolean allows(String account, Instant now) {
        Deque<Instant> requests = counted.computeIfAbsent(account, key -> new ArrayDeque<>());
        requests.addLast(now);
        boolean clock = quota.kind() == Quota.Kind.CLOCK;
        Instant hour = clock ? now.truncatedTo(ChronoUnit.HOURS) : now.minus(Duration.ofHours(1));
        Instant day = clock ? now.truncatedTo(ChronoUnit.DAYS) : now.minus(Duration.ofDays(1));
        while (!within(requests.getFirst(), day, clock)) {
            requests.removeFirst();
        }
        int inHour = 0;
        for (Iterator<Instant> newest = requests.descendingIterator(); newest.hasNext(); ) {
            if (!within(newest.next(), hour, clock)) {
                break;
            }
            inHour++;
        }
        return inHour <= quota.perHour() && requests.size() <= quota.perDay();
    }

    void clear() {
        counted.clear();
    }

    private static boolean within(Instant at, Instant since, boolean sinceIncluded) {
        return at.isAfter(since) || (sinceIncluded && at.equals(since));
    }
}
