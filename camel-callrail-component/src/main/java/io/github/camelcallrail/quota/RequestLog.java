package io.github.camelcallrail.quota;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The number of requests sent for one account in each minute of the last 24 hours. Not thread-safe.
 *
 * <p>A request counts until the whole minute in which it was sent is outside the hour, or the day: up to a minute
 * longer than necessary, and never shorter. No library is used, because common rate limiters exceed a limit in some
 * hours, by a burst during a refill or around the boundary of fixed hours, or halve the limit, or spread requests
 * evenly.
 */
final class RequestLog {

    static final long DAY = 24 * 60;

    private static final long HOUR = 60;

    /**
     * A clock set back by at most this many minutes was not ahead by mistake: it may be a wrong change to or from
     * daylight saving time.
     */
    private static final long MAX_SET_BACK = 60;

    private static final long NEVER = minuteOf(Instant.MIN);

    private final NavigableMap<Long, Long> sent = new TreeMap<>();
    private long latest;
    private long undated;

    RequestLog() {
        this(NEVER);
    }

    /** @param latest the latest minute, in minutes since 1970 */
    RequestLog(long latest) {
        this.latest = latest;
    }

    /** Takes one request if there is room; otherwise returns when there will be room, unless others use it first. */
    Optional<Instant> take(Limits limits, Instant now) {
        Optional<Instant> next = next(limits, now);
        if (next.isEmpty()) {
            count(latest, 1);
        }
        return next;
    }

    /** Does what {@link #take} does, without taking a request. */
    Optional<Instant> next(Limits limits, Instant now) {
        advanceTo(now);
        long minute = Math.max(freeAt(limits.perHour(), HOUR), freeAt(limits.perDay(), DAY));
        return minute > latest ? Optional.of(Instant.ofEpochSecond(minute * 60)) : Optional.empty();
    }

    /** See {@link RequestBudget#raise}. */
    void raise(int inHour, int inDay, Instant now) {
        advanceTo(now);
        count(latest, inHour - sentSince(latest - HOUR));
        count(latest - HOUR - 1, inDay - sentSince(latest - DAY));
    }

    /** The number of requests that count for the hour and for the day. */
    RequestUsage used(Instant now) {
        advanceTo(now);
        return new RequestUsage(sentSince(latest - HOUR), sentSince(latest - DAY));
    }

    /** The requests that this log counts in addition to another: the difference for each minute. */
    RequestLog beyond(RequestLog other) {
        RequestLog more = new RequestLog(latest);
        more.undated = Math.max(0, undated - other.undated);
        sent.forEach((minute, count) -> more.count(minute, count - other.sent.getOrDefault(minute, 0L)));
        return more;
    }

    /** Adds the requests of another log. */
    void add(RequestLog other) {
        latest = Math.max(latest, other.latest);
        undated += other.undated;
        other.sent.forEach(this::count);
        forget();
    }

    /** Adds requests that were sent at an unknown time, before the next known time. */
    void addUndated(long count) {
        undated += count;
    }

    long undated() {
        return undated;
    }

    /** The latest known minute, in minutes since 1970. */
    long latest() {
        return latest;
    }

    /** Requests by minute since 1970, the latest first. */
    Map<Long, Long> sent() {
        return Collections.unmodifiableMap(sent.descendingMap());
    }

    /** Adds requests in a minute, which must not be later than the latest. */
    void count(long minute, long count) {
        if (count > 0) {
            sent.merge(minute, count, Long::sum);
        }
    }

    void advanceTo(Instant now) {
        long minute = minuteOf(now);
        if (minute < latest - MAX_SET_BACK) {
            NavigableMap<Long, Long> future = sent.tailMap(minute, false);
            long moved = sum(future);
            future.clear();
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

    /**
     * The first minute at which fewer requests than the limit count, in the given number of preceding minutes and that
     * minute itself.
     */
    private long freeAt(int limit, long minutes) {
        long count = 0;
        for (Map.Entry<Long, Long> minute : sent.descendingMap().entrySet()) {
            count += minute.getValue();
            if (count >= limit) {
                return minute.getKey() + minutes + 1;
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
