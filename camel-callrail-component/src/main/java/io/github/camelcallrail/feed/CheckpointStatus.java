package io.github.camelcallrail.feed;

import io.github.camelcallrail.checkpoint.Checkpoint;
import io.github.camelcallrail.checkpoint.Lookback;
import io.github.camelcallrail.checkpoint.SavedState;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an operator may want to know of an incremental consumer: how far it is, and whether records fail in a way that only they
 * can help, some for so long that nothing but their own retries reads them, or so many that nothing else is read. Told by the thread
 * that polls, asked by any.
 */
public final class CheckpointStatus {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointStatus.class);

    private final String report;
    private final Lookback lookback;
    private volatile String trouble;
    private volatile SavedState.Reached reached;

    CheckpointStatus(String report, Lookback lookback) {
        this.report = report;
        this.lookback = lookback;
    }

    /** What is wrong, if anything. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** How far the consumer is; empty while that is not known. */
    public Optional<SavedState.Reached> reached() {
        return Optional.ofNullable(reached);
    }

    /** What is saved when the consumer starts, as far as that is known. */
    void begin(Optional<SavedState.Reached> saved) {
        reached = saved.orElse(null);
    }

    public Lookback lookback() {
        return lookback;
    }

    /** The tiers of the look-back, each with when it was last looked at. */
    public String looks() {
        return lookback.tiers().stream()
                .map(tier -> tier
                        + reached()
                                .map(how -> how.lastLooked().get(tier.depth()))
                                .map(time -> " (" + time + ")")
                                .orElse(""))
                .collect(Collectors.joining(", "));
    }

    void look(Checkpoint checkpoint) {
        reached = checkpoint.reached();
        long forgotten = checkpoint.failedBeforeLookback();
        if (checkpoint.tooManyFailures()) {
            trouble = "%s records failed and come again; nothing new is read while so many do"
                    .formatted(checkpoint.failed());
        } else {
            trouble = forgotten == 0
                    ? null
                    : "%s records fail at every poll and are older than the look-back (%s)"
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
