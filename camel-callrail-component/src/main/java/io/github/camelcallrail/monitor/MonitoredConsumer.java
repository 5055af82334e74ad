package io.github.camelcallrail.monitor;

import io.github.camelcallrail.checkpoint.SavedState;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.feed.CheckpointStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.camel.Processor;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.support.ScheduledBatchPollingConsumer;

/** The monitoring view of a consumer, for JMX, meters and the dev console. */
public abstract class MonitoredConsumer extends ScheduledBatchPollingConsumer {

    private final MonitoredEndpoint endpoint;
    private volatile long polls;
    private volatile LastPoll lastPoll;

    protected MonitoredConsumer(MonitoredEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
    }

    /** The status of its checkpoint; empty if it is not incremental. */
    public abstract Optional<CheckpointStatus> status();

    /** The latest poll; empty before the first. */
    public Optional<LastPoll> lastPoll() {
        return Optional.ofNullable(lastPoll);
    }

    protected void pollBegins() {
        // Called by one thread at a time.
        polls = polls + 1;
        lastPoll = LastPoll.begun(now());
    }

    protected void pollEnds(LastPoll.Outcome outcome, int exchanges, int failures, Optional<FailureKind> reason) {
        lastPoll = lastPoll.ended(now(), outcome, exchanges, failures, reason);
    }

    protected void forgetPolls() {
        polls = 0;
        lastPoll = null;
    }

    @Override
    protected void doStart() throws Exception {
        endpoint.polledBy(this);
        endpoint.activity().meters().addGauges(endpoint, this);
        super.doStart();
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        endpoint.activity().meters().removeGauges(this);
        endpoint.polledBy(null);
    }

    private Instant now() {
        return endpoint.clock().instant();
    }

    private Optional<SavedState.Reached> progress() {
        return status().flatMap(CheckpointStatus::progress);
    }

    @ManagedAttribute(description = "Polls since the start")
    public long getPolls() {
        return polls;
    }

    @ManagedAttribute(description = "When the latest poll began; empty before the first")
    public String getLastPoll() {
        return lastPoll().map(poll -> poll.begun().toString()).orElse("");
    }

    @ManagedAttribute(
            description = "Outcome of the latest poll: RUNNING, DONE, POSTPONED or FAILED; empty before the first")
    public String getLastPollOutcome() {
        return lastPoll().map(poll -> poll.outcome().name()).orElse("");
    }

    @ManagedAttribute(description = "Time up to which everything was read; empty if not known or not incremental")
    public String getReadUpTo() {
        return progress()
                .flatMap(SavedState.Reached::readUpTo)
                .map(Instant::toString)
                .orElse("");
    }

    @ManagedAttribute(description = "Seconds since the time up to which everything was read; -1 if not known")
    public long getLagSeconds() {
        return progress()
                .flatMap(SavedState.Reached::readUpTo)
                .map(read -> Duration.between(read, endpoint.serverClock().reached(now()))
                        .toSeconds())
                .orElse(-1L);
    }

    @ManagedAttribute(description = "Failed records that will be retried; -1 if not known")
    public int getFailedRecords() {
        return progress().map(SavedState.Reached::failed).orElse(-1);
    }

    @ManagedAttribute(description = "Look-back of an incremental consumer, and when each part last ran")
    public String getLookback() {
        return status().map(CheckpointStatus::lookbackText).orElse("");
    }
}
