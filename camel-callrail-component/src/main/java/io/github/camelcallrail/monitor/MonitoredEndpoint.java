package io.github.camelcallrail.monitor;

import io.github.camelcallrail.client.ServerClock;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Component;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.support.ScheduledPollEndpoint;

/** What can be seen of an endpoint from outside, by JMX and by whatever else shows it. */
public abstract class MonitoredEndpoint extends ScheduledPollEndpoint {

    private final EndpointActivity activity = new EndpointActivity(this::clock, this::progressed);
    private volatile MonitoredConsumer consumer;

    protected MonitoredEndpoint(String uri, Component component) {
        super(uri, component);
    }

    /** The clock that tells what today is. */
    public abstract Clock clock();

    /** The name of the report. */
    public abstract String getReport();

    /** A reading has got this far. Called at each page and at its end, by the thread that reads. */
    protected abstract void progressed(CallRailProgress reached);

    /** What is known of the clock of the API that it asks. */
    public abstract ServerClock serverClock();

    /** The route of a consumer; behind {@code master:}, where it does not know it, the key of its state. */
    public abstract String nameOf(MonitoredConsumer known);

    /** What may be asked now of an account. */
    public abstract AccountStatus account(String accountId);

    public EndpointActivity activity() {
        return activity;
    }

    /** The consumer that polls this endpoint, if one does. */
    public Optional<MonitoredConsumer> consumer() {
        return Optional.ofNullable(consumer);
    }

    /** @param started null when it has stopped */
    void polledBy(MonitoredConsumer started) {
        consumer = started;
    }

    /** What may be asked now of the accounts that were asked so far. */
    List<AccountStatus> accounts() {
        return activity.accounts().stream().map(this::account).toList();
    }

    @ManagedAttribute(description = "Requests sent, those that were tried again included")
    public long getRequests() {
        return activity.requests();
    }

    @ManagedAttribute(description = "Requests that CallRail refused because the quota is used up (HTTP 429)")
    public long getRefusedRequests() {
        return activity.refused();
    }

    @ManagedAttribute(description = "Records taken from CallRail, those that are compared and not sent included")
    public long getRecords() {
        return activity.records();
    }

    @ManagedAttribute(
            description = "Requests that may be sent now, of the account that has least; -1 when it cannot be told")
    public long getRequestsLeft() {
        return accounts().stream()
                .flatMap(account -> account.left().stream())
                .mapToLong(Long::longValue)
                .min()
                .orElse(-1);
    }

    @ManagedAttribute(
            description =
                    "Seconds that this machine's clock is ahead of CallRail's, negative when it is behind; null before the first"
                            + " answer")
    public Long getClockDifference() {
        return serverClock().difference().map(Duration::toSeconds).orElse(null);
    }

    @ManagedAttribute(description = "Records of the latest reading that are done")
    public long getProgressDone() {
        return activity.progress().map(CallRailProgress::done).orElse(0L);
    }

    @ManagedAttribute(description = "Records of the latest reading in all; -1 while it is not known")
    public long getProgressTotal() {
        return activity.progress().map(progress -> progress.total().orElse(-1)).orElse(-1L);
    }

    @ManagedAttribute(
            description = "Seconds until the latest reading ends when it goes on like this; -1 while it is not known")
    public long getProgressSecondsLeft() {
        return activity.progress()
                .flatMap(CallRailProgress::timeLeft)
                .map(Duration::toSeconds)
                .orElse(-1L);
    }
}
