package io.github.camelcallrail.time;

import java.time.Duration;
import java.time.Instant;

/** Tells when something may be done again. */
public final class Pause {

    private Pause() {}

    /**
     * Whether a pause is over. A clock that was set back ends it too: otherwise it could last for any time.
     *
     * @param since when it began; null if there was none
     */
    public static boolean isOver(Instant since, Duration length, Instant now) {
        return since == null || now.isBefore(since) || !now.isBefore(since.plus(length));
    }
}
