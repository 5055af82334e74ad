package io.github.camelcallrail.monitor;

import io.github.camelcallrail.client.ServerClock;
import io.github.camelcallrail.report.Source;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Component;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.support.ScheduledPollEndpoint;

/** The monitoring view of an endpoint, for JMX, meters and the dev console. */
public abstract class MonitoredEndpoint extends ScheduledPollEndpoint {

    private final EndpointActivity activity = new EndpointActivity(this::clock, this::progressed);
    private final Set<MonitoredConsumer> consumers = ConcurrentHashMap.newKeySet();

    protected MonitoredEndpoint(String uri, Component component) {
        super(uri, component);
    }

    /** The clock that gives the current time. */
    public abstract Clock clock();

    /** The name of the report. */
    public abstract String getReport();

    /** Called with the progress of a reading at each page and at the end, in the thread that reads. */
    protected abstract void progressed(CallRailProgress progress);

    /** The clock of the API that this endpoint reads from, as far as known. */
    public abstract ServerClock serverClock();

    /** The route id of a consumer; behind {@code master:}, where it does not know its route, the key of its state. */
    public abstract String nameOf(MonitoredConsumer known);

    /** The remaining quota of an account. */
    public abstract AccountStatus account(String accountId);

    /** The events that this endpoint receives; empty if it receives none. */
    public Optional<ReceivedEvents> receivedEvents() {
        return Optional.empty();
    }

    public EndpointActivity activity() {
        return activity;
    }

    /** The consumers that poll this endpoint: one, or one for each of several accounts or companies, in their order. */
    public List<MonitoredConsumer> consumers() {
        return consumers.stream()
                .sorted(Comparator.comparing(
                        consumer -> consumer.source().map(Source::text).orElse("")))
                .toList();
    }

    /** Whether something other than the options {@code initialDelay} and {@code delay} decides when to poll. */
    protected boolean hasOwnScheduler() {
        return getScheduler() != null && !"none".equals(getScheduler());
    }

    void started(MonitoredConsumer consumer) {
        consumers.add(consumer);
    }

    void stopped(MonitoredConsumer consumer) {
        consumers.remove(consumer);
    }

    /** The remaining quota of the accounts that requests were sent for so far. */
    List<AccountStatus> accounts() {
        return activity.accounts().stream().map(this::account).toList();
    }

    @ManagedAttribute(description = "Requests sent, including retries")
    public long getRequests() {
        return activity.requests();
    }

    @ManagedAttribute(description = "Requests that CallRail rejected because the quota is used up (HTTP 429)")
    public long getRefusedRequests() {
        return activity.refused();
    }

    @ManagedAttribute(description = "Records read from CallRail, including those that are compared but not sent")
    public long getRecords() {
        return activity.records();
    }

    @ManagedAttribute(
            description = "Requests that may be sent now, for the account with the fewest left; -1 if not known")
    public long getRequestsLeft() {
        return accounts().stream()
                .flatMap(account -> account.left().stream())
                .mapToLong(Long::longValue)
                .min()
                .orElse(-1);
    }

    @ManagedAttribute(
            description = "Seconds by which this machine's clock is ahead of CallRail's, negative if it is behind;"
                    + " null before the first response")
    public Long getClockDifference() {
        return serverClock().difference().map(Duration::toSeconds).orElse(null);
    }

    @ManagedAttribute(description = "Records read so far in the latest reading")
    public long getProgressDone() {
        return activity.progress().map(CallRailProgress::done).orElse(0L);
    }

    @ManagedAttribute(description = "Records to read in the latest reading; -1 if not known")
    public long getProgressTotal() {
        return activity.progress().map(progress -> progress.total().orElse(-1)).orElse(-1L);
    }

    @ManagedAttribute(description = "Seconds until the latest reading ends at its current rate; -1 if not known")
    public long getProgressSecondsLeft() {
        return activity.progress()
                .flatMap(CallRailProgress::timeLeft)
                .map(Duration::toSeconds)
                .orElse(-1L);
    }
}
