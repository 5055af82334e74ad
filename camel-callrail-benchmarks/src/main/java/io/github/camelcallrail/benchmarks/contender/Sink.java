package io.github.camelcallrail.benchmarks.contender;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.Message;

/**
 * Receives the calls: does the work of a route for each, and discards it or writes it to a file as a line of JSON. So
 * that no contender wins by losing calls, it fails if a call arrives twice or out of order; the caller checks the
 * count. Not thread-safe.
 */
public final class Sink {

    private final RouteWork work;
    private final OutputStream lines;
    private ObjectMapper json;
    private String latest = "";
    private long count;

    /** A sink that discards the calls. */
    public Sink(RouteWork work) {
        this(work, null);
    }

    /** A sink that writes the calls to a stream, which it does not close. */
    public Sink(OutputStream lines) {
        this(new RouteWork(Duration.ZERO), lines);
    }

    private Sink(RouteWork work, OutputStream lines) {
        this.work = work;
        this.lines = lines;
    }

    /** Takes a call of the component, which Camel converts to JSON. */
    void take(Message message) {
        check(message.getBody(Map.class));
        if (lines != null) {
            write(message.getBody(byte[].class));
        }
        work.once();
    }

    void take(Map<?, ?> call) {
        check(call);
        if (lines != null) {
            write(json(call));
        }
        work.once();
    }

    private void check(Map<?, ?> call) {
        String id = (String) call.get("id");
        if (id.compareTo(latest) <= 0) {
            throw new IllegalStateException("Call " + id + " arrived after " + latest);
        }
        latest = id;
        count++;
    }

    private byte[] json(Map<?, ?> call) {
        if (json == null) {
            json = new ObjectMapper();
        }
        try {
            return json.writeValueAsBytes(call);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(byte[] line) {
        try {
            lines.write(line);
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
