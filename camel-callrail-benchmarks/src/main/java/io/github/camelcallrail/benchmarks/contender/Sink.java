package io.github.camelcallrail.benchmarks.contender;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;

/**
 * Receives the calls: does the work of a route for each, and discards it or writes it to a file as a line of JSON. So that no contender wins by losing calls, it
 * fails if a call arrives twice or out of order; the caller checks the count. Not thread-safe.
 */
public final class Sink {

    private final RouteWork work;
    private final OutputStream lines;
    private final ObjectMapper json;
    private String latest = "";
    private long count;

    /** A sink that discards the calls. */
    public Sink(RouteWork work) {
        this.work = work;
        this.lines = null;
        this.json = null;
    }

    /** A sink that writes the calls to a stream, which it does not close. */
    public Sink(OutputStream lines) {
        this.work = new RouteWork(Duration.ZERO);
        this.lines = lines;
        this.json = new ObjectMapper();
    }

    void take(Map<?, ?> call) {
        String id = (String) call.get("id");
        if (id.compareTo(latest) <= 0) {
            throw new IllegalStateException("Call " + id + " arrived after " + latest);
        }
        latest = id;
        count++;
        if (lines != null) {
            write(call);
        }
        work.once();
    }

    private void write(Map<?, ?> call) {
        try {
            lines.write(json.writeValueAsBytes(call));
            lines.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
