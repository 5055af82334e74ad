package io.github.camelcallrail.monitor;

import io.github.camelcallrail.checkpoint.SavedState;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.feed.CheckpointStatus;
import io.github.camelcallrail.report.Source;
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
    private volatile LastFailure lastFailure;
    private volatile Instant started;

    protected MonitoredConsumer(MonitoredEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
    }

    /** The account or company that it polls, if its endpoint polls several; otherwise empty. */
    public abstract Optional<Source> source();

    /** The status of its checkpoint; empty if it is not incremental. */
    public abstract Optional<CheckpointStatus> status();

    /** The latest poll; empty before the first. */
    public Optional<LastPoll> lastPoll() {
        return Optional.ofNullable(lastPoll);
    }

    /** The latest poll that did not reach its end; empty if there was none since the start. */
    public Optional<LastFailure> lastFailure() {
        return Optional.ofNullable(lastFailure);
    }

    /** Whether the latest poll failed. */
    public boolean failing() {
        return getErrorCounter() > 0;
    }

    /**
     * When the next poll begins; empty while one is running, when none follows, and if another scheduler decides or the
     * poll is skipped by {@code backoffMultiplier}.
     */
    public Optional<Instant> nextPoll() {
        LastPoll last = lastPoll;
        boolean over = getRepeatCount() > 0 && polls >= getRepeatCount();
        if (!isStarted() || isSuspended() || !isStartScheduler() || ownScheduler() || over || getBackoffCounter() > 0) {
            return Optional.empty();
        }
        if (getScheduler() instanceof PlanningScheduler planning) {
            return planning.nextPoll();
        }
        if (last == null) {
            return Optional.of(started.plus(getInitialDelay(), getTimeUnit().toChronoUnit()));
        }
        return last.ended().map(ended -> {
            Instant due = (isUseFixedDelay() ? ended : last.begun())
                    .plus(getDelay(), getTimeUnit().toChronoUnit());
            return due.isBefore(ended) ? ended : due;
        });
    }

    /** Whether something other than the options {@code initialDelay} and {@code delay} decides when to poll. */
    protected boolean ownScheduler() {
        return endpoint.hasOwnScheduler();
    }

    protected void pollBegins() {
        // Called by one thread at a time.
        polls = polls + 1;
        lastPoll = LastPoll.begun(now());
    }

    protected void pollEnds(LastPoll.Outcome outcome, int exchanges, int failures, Optional<FailureKind> reason) {
        lastPoll = lastPoll.ended(now(), outcome, exchanges, failures, reason);
    }

    /** The poll that is running cannot reach its end. Called before it ends. */
    protected void pollFails(Optional<FailureKind> kind, String message, Optional<Instant> retryAt) {
        lastFailure = new LastFailure(now(), kind, message, retryAt);
    }

    protected void forgetPolls() {
        polls = 0;
        lastPoll = null;
        lastFailure = null;
    }

    @Override
    protected void doStart() throws Exception {
        started = now();
        endpoint.started(this);
        endpoint.activity().meters().addGauges(endpoint, this);
        super.doStart();
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        endpoint.activity().meters().removeGauges(this);
        endpoint.stopped(this);
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

    @ManagedAttribute(description = "When the next poll begins; empty while one is running, or if not known")
    public String getNextPoll() {
        return nextPoll().map(Instant::toString).orElse("");
    }

    @ManagedAttribute(
            description =
                    "Why the latest failed or postponed poll did not reach its end, and what to do; empty if none did")
    public String getLastFailure() {
        return lastFailure().map(LastFailure::message).orElse("");
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

    @ManagedAttribute(
            description = "Changes that a poll found and that were sent; -1 if not incremental. With events, those that"
                    + " no event announced in time")
    public long getChangesByPoll() {
        return status().map(CheckpointStatus::foundByPoll).orElse(-1L);
    }

    @ManagedAttribute(description = "Changes that were sent because an event announced them; -1 if not incremental")
    public long getChangesByRefresh() {
        return status().map(CheckpointStatus::foundByRefresh).orElse(-1L);
    }

    @ManagedAttribute(description = "Look-back of an incremental consumer, and when each part last ran")
    public String getLookback() {
        return status().map(CheckpointStatus::lookbackText).orElse("");
    }
}
