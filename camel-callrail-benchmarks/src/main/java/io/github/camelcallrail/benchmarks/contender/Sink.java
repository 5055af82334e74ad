package io.github.camelcallrail.benchmarks.contender;

import java.util.Map;

/**
 * Receives the calls: does the work of a route for each, and discards it. So that no contender wins by losing calls, it
 * fails if a call arrives twice or out of order; the caller checks the count. Not thread-safe.
 */
public final class Sink {

    private final RouteWork work;
    private String latest = "";
    private long count;

    public Sink(RouteWork work) {
        this.work = work;
    }

    void take(Map<?, ?> call) {
        String id = (String) call.get("id");
        if (id.compareTo(latest) <= 0) {
            throw new IllegalStateException("Call " + id + " arrived after " + latest);
        }
        latest = id;
        count++;
        work.once();
    }

    /** Counts calls from which no records were created. */
    void pass(int calls) {
        count += calls;
    }

    /** The number of calls received. */
    public long count() {
        return count;
    }

    /** Fails unless this many calls were received. */
    public void require(long expected, String who) {
        if (count != expected) {
            throw new IllegalStateException("%s delivered %s of %s calls".formatted(who, count, expected));
        }
    }
}
