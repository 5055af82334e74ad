package io.github.camelcallrail.benchmarks.contender;

import java.util.Map;

/**
 * Where the calls go: it does the work of a route with each, and throws it away. So that no contender wins by losing calls, it
 * fails for one that comes twice or out of turn; whoever reads checks the count. For one thread at a time.
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
            throw new IllegalStateException("Call " + id + " came behind " + latest);
        }
        latest = id;
        count++;
        work.once();
    }

    /** Counts calls that nobody made records of. */
    void pass(int calls) {
        count += calls;
    }

    /** How many came. */
    public long count() {
        return count;
    }

    /** Fails unless so many came. */
    public void require(long expected, String who) {
        if (count != expected) {
            throw new IllegalStateException("%s gave %s calls of %s".formatted(who, count, expected));
        }
    }
}
