package io.github.camelcallrail;

import io.github.camelcallrail.checkpoint.Checkpoint;
import io.github.camelcallrail.checkpoint.Lookback;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the records of an incremental consumer fail in a way that only an operator can help: some for so long that nothing but
 * their own retries reads them, or so many that nothing else is read. Told by the thread that polls, asked by any.
 */
final class FailedRecords {

    private static final Logger LOG = LoggerFactory.getLogger(FailedRecords.class);

    private final String report;
    private final Lookback lookback;
    private volatile String trouble;

    FailedRecords(String report, Lookback lookback) {
        this.report = report;
        this.lookback = lookback;
    }

    /** What is wrong, if anything. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    void look(Checkpoint checkpoint) {
        long forgotten = checkpoint.forgotten();
        if (checkpoint.clogged()) {
            trouble = "%d records failed and come again; nothing new is read while so many do"
                    .formatted(checkpoint.failed());
        } else {
            trouble = forgotten == 0
                    ? null
                    : "%d records fail at every poll and are older than the look-back (%s)"
                            .formatted(forgotten, lookback);
        }
    }

    /** Says it to the log as well. */
    void tell(Checkpoint checkpoint) {
        look(checkpoint);
        trouble()
                .ifPresent(what -> LOG.error(
                        "callrail:{}: {}. Mend what takes them, or let the route handle the failure (onException … handled) to"
                                + " pass them by.",
                        report,
                        what));
    }
}
