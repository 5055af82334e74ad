package io.github.camelcallrail.stream;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * Tracks whether a stream is still in use. It is not if its reader stopped early, or if the exchange that carries it
 * failed; after a successful exchange, others may still read it. Thread-safe.
 */
public final class StreamUse extends SynchronizationAdapter {

    private volatile boolean ended;
    private volatile Throwable cause;

    /** Marks the stream as no longer in use, so nothing more is requested for it. */
    void end() {
        ended = true;
    }

    public boolean ended() {
        return ended;
    }

    /** The failure for a reader that continues to read. */
    CallRailFailure abandoned(String report, int page) {
        return CallRailFailure.of(
                FailureKind.INCOMPLETE,
                ("The stream of report '%s' was abandoned on page %s, so what was read is not the whole report. Read"
                                + " the report again.")
                        .formatted(report, page),
                cause);
    }

    @Override
    public void onFailure(Exchange exchange) {
        if (!ended) {
            cause = exchange.getException();
        }
        end();
    }
}
