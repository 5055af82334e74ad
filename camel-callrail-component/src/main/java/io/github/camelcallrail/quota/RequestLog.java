package io.github.camelcallrail.quota;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How many requests were sent for one account in each minute of the last 24 hours. Not thread-safe.
 *
 * <p>A request counts until the whole minute it was sent in is out of the hour, and of the day: up to a minute longer than it
 * must, and never shorter. Counts of our own because what libraries offer allows more than a limit in some hour, by a burst with
 * what trickles in meanwhile or at the edges of fixed hours, or else halves the limit or spreads requests evenly.
 */
final class RequestLog {

    static final long DAY = 24 * 60;

    private static final long HOUR = 60;

    /** As far as a clock is put back without being taken for one that was ahead by mistake: daylight saving, done wrong. */
    private static final long PUT_BACK = 60;

    private static final long NEVER = minuteOf(Instant.MIN);

    private final NavigableMap<Long, Long> sent = new TreeMap<>();
    private long latest;
    private long undated;

    RequestLog() {
        this(NEVER);
    }

    /** @param latest the latest minute that counts, as minutes since 1970 */
    RequestLog(long latest) {
        this.latest = latest;
    }

    /** Takes one request, unless there is no room: then when there is, if nobody takes one before. */
    Optional<Instant> take(Limits limits, Instant now) {
        Optional<Instant> next = next(limits, now);
        if (next.isEmpty()) {
            count(latest, 1);
        }
        return next;
    }

    /** As {@link #take}, but takes none. */
    Optional<Instant> next(Limits limits, Instant now) {
        turnTo(now);
        long minute = Math.max(freeAt(limits.perHour(), HOUR), freeAt(limits.perDay(), DAY));
        return minute > latest ? Optional.of(Instant.ofEpochSecond(minute * 60)) : Optional.empty();
    }

    /** As {@link RequestBudget#raise}. */
    void raise(int inHour, int inDay, Instant now) {
        turnTo(now);
        count(latest, inHour - sentSince(latest - HOUR));
        count(latest - HOUR - 1, inDay - sentSince(latest - DAY));
    }

    /** How many count, for the hour and for the day. */
    RequestUsage used(Instant now) {
        turnTo(now);
        return new RequestUsage(sentSince(latest - HOUR), sentSince(latest - DAY));
    }

    /** What this counts and another does not: in each minute what it has more. */
    RequestLog beyond(RequestLog other) {
        RequestLog more = new RequestLog(latest);
        more.undated = Math.max(0, undated - other.undated);
        sent.forEach((minute, count) -> more.count(minute, count - other.sent.getOrDefault(minute, 0L)));
        return more;
    }

    /** Counts what another counts too. */
    void add(RequestLog other) {
        latest = Math.max(latest, other.latest);
        undated += other.undated;
        other.sent.forEach(this::count);
        forget();
    }

    /** Requests of which it is not known when they were sent, but that it was before the next time that is told. */
    void addUndated(long count) {
        undated += count;
    }

    long undated() {
        return undated;
    }

    /** The latest minute told or counted, as minutes since 1970. */
    long latest() {
        return latest;
    }

    /** Requests by minute since 1970, the latest first. */
    Map<Long, Long> sent() {
        return Collections.unmodifiableMap(sent.descendingMap());
    }

    /** Counts in a minute, which must not be later than the latest. */
    void count(long minute, long count) {
        if (count > 0) {
            sent.merge(minute, count, Long::sum);
        }
    }

    void turnTo(Instant now) {
        long minute = minuteOf(now);
        if (minute < latest - PUT_BACK) {
            NavigableMap<Long, Long> toCome = sent.tailMap(minute, false);
            long moved = sum(toCome);
            toCome.clear();
            count(minute, moved);
            latest = minute;
        }
        latest = Math.max(latest, minute);
        count(latest, undated);
        undated = 0;
        forget();
    }

    private void forget() {
        sent.headMap(latest - DAY).clear();
    }

    /** The first minute in which fewer than the limit count, of a span that the minute itself comes on top of. */
    private long freeAt(int limit, long span) {
        long count = 0;
        for (Map.Entry<Long, Long> minute : sent.descendingMap().entrySet()) {
            count += minute.getValue();
            if (count >= limit) {
                return minute.getKey() + span + 1;
            }
        }
        return latest;
    }

    private long sentSince(long minute) {
        return sum(sent.tailMap(minute));
    }

    private static long sum(Map<Long, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static long minuteOf(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), 60L);
    }
}
