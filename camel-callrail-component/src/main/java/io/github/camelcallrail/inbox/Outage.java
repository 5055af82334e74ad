package io.github.camelcallrail.inbox;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs that the inbox cannot be used: once when that begins, and once when it is over. Thread-safe. */
final class Outage {

    private static final Logger LOG = LoggerFactory.getLogger(EventDispatcher.class);

    private boolean lasts;

    synchronized void goesOn(Throwable failure) {
        String reason = failure instanceof Error ? failure.toString() : failure.getMessage();
        if (lasts) {
            LOG.debug("Events still cannot be handed out: {}", reason, failure);
        } else {
            LOG.warn(
                    "Events cannot be handed out at the moment. None is lost; they are handed out once this is"
                            + " over. {}",
                    reason,
                    failure);
        }
        lasts = true;
    }

    synchronized void isOver() {
        if (lasts) {
            LOG.info("Events can be handed out again.");
        }
        lasts = false;
    }
}
