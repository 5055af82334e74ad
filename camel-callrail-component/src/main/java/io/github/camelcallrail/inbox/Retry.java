package io.github.camelcallrail.inbox;

import java.time.Instant;

/**
 * A group whose first event failed.
 *
 * @param failures how often it failed in a row
 * @param due when it may be handed out again
 */
record Retry(int failures, Instant due) {

    boolean isDue(Instant now) {
        return !now.isBefore(due);
    }
}
