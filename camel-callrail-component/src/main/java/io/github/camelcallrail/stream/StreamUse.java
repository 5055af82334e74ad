package io.github.camelcallrail.stream;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * Whether a stream is still read. It is not when its reader stopped early, or the exchange that carries it has failed; an exchange
 * that ends well leaves it to whoever else holds it. Thread-safe.
 */
public final class StreamUse extends SynchronizationAdapter {

    private volatile boolean ended;
    private volatile Throwable cause;

    /** Nobody reads it any more, so nothing more is requested for it. */
    void end() {
        ended = true;
    }

    public boolean ended() {
        return ended;
    }

    /** What somebody meets who reads it all the same. */
    CallRailFailure givenUp(String report, int page) {
        return CallRailFailure.of(
                FailureKind.INCOMPLETE,
                ("The stream of report '%s' was given up on page %s, so what was read is not the whole report. Ask for the report"
                                + " again.")
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
