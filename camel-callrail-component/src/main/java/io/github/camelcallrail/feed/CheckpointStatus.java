package io.github.camelcallrail.feed;

import io.github.camelcallrail.checkpoint.Checkpoint;
import io.github.camelcallrail.checkpoint.Lookback;
import io.github.camelcallrail.checkpoint.RecordChange;
import io.github.camelcallrail.checkpoint.SavedState;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The status of an incremental consumer for operators: how far it has read, and whether failing records need their
 * attention. That is so when records fail for longer than the look-back, so that only retries still read them, or when
 * so many fail that nothing else is read. Updated by the polling thread; may be read by any thread.
 */
public final class CheckpointStatus {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointStatus.class);

    private final String report;
    private final Lookback lookback;
    private final LongAdder foundByPoll = new LongAdder();
    private final LongAdder foundByRefresh = new LongAdder();
    private volatile String problem;
    private volatile SavedState.Reached progress;

    CheckpointStatus(String report, Lookback lookback) {
        this.report = report;
        this.lookback = lookback;
    }

    /** The problem that needs attention; empty if there is none. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** How far the consumer has read; empty if not known. */
    public Optional<SavedState.Reached> progress() {
        return Optional.ofNullable(progress);
    }

    /** Sets what is saved when the consumer starts; empty if not known. */
    void started(Optional<SavedState.Reached> saved) {
        progress = saved.orElse(null);
    }

    /** How many changes were sent because a poll found them, since the consumer was created. */
    public long foundByPoll() {
        return foundByPoll.sum();
    }

    /** How many changes were sent because somebody asked to refresh their records, since the consumer was created. */
    public long foundByRefresh() {
        return foundByRefresh.sum();
    }

    void sent(RecordChange change) {
        (change.refreshed() ? foundByRefresh : foundByPoll).increment();
    }

    public Lookback lookback() {
        return lookback;
    }

    /** The tiers of the look-back as text, each with the time when it last ran. */
    public String lookbackText() {
        return lookback.tiers().stream()
                .map(tier -> tier
                        + progress()
                                .map(state -> state.lastLooked().get(tier.depth()))
                                .map(time -> " (" + time + ")")
                                .orElse(""))
                .collect(Collectors.joining(", "));
    }

    void update(Checkpoint checkpoint) {
        progress = checkpoint.reached();
        long forgotten = checkpoint.failedBeforeLookback();
        if (checkpoint.tooManyFailures()) {
            problem = "%s records failed and will be retried; nothing new is read until fewer fail"
                    .formatted(checkpoint.failed());
        } else {
            problem = forgotten == 0
                    ? null
                    : "%s records fail at every poll and are older than the look-back (%s)"
                            .formatted(forgotten, lookback);
        }
    }

    /** Updates the status, and logs a problem. */
    void updateAndLog(Checkpoint checkpoint) {
        update(checkpoint);
        problem()
                .ifPresent(what -> LOG.error(
                        "callrail:{}: {}. Fix the route or sink that rejects them, or let the route handle the failure"
                                + " (onException … handled) to skip them.",
                        report,
                        what));
    }
}
