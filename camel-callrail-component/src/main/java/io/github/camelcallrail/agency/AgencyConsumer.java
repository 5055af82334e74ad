package io.github.camelcallrail.agency;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.monitor.LastPoll;
import io.github.camelcallrail.monitor.MonitoredConsumer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.cluster.CamelClusterService;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.ScheduledPollConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls several accounts or companies, each with a consumer of its own: with its own walk, state and failures. At every
 * poll of this consumer it looks for accounts that are new or gone; CallRail is asked at most once a day. Accounts are
 * polled at the same time, as many as there are threads; one that fails or hangs delays no other.
 */
@ManagedResource(description = "Managed CallRail consumer of several accounts")
public final class AgencyConsumer extends ScheduledPollConsumer implements ShutdownAware {

    private static final Logger LOG = LoggerFactory.getLogger(AgencyConsumer.class);

    private final AgencyPolling polling;
    private final SourceConsumers consumers;
    private final Settings settings;
    private final Supplier<Clock> clock;
    private ScheduledExecutorService executor;
    private ExecutorService leading;
    private PartitionNames names;
    private volatile ClusterPartitions partitions;
    /** The number of accounts that was logged last. */
    private int found;

    /**
     * How accounts are polled.
     *
     * @param concurrentAccounts how many at the same time
     * @param parallelProcessing whether their exchanges may run through the route at the same time
     * @param interval the time between two polls of an account; empty if another scheduler decides
     * @param cluster how the accounts are shared among nodes; empty if this node polls all of them
     */
    public record Settings(
            int concurrentAccounts,
            boolean parallelProcessing,
            Optional<Duration> interval,
            Optional<Cluster> cluster) {

        public Settings {
            requireNonNull(interval, "interval is null");
            requireNonNull(cluster, "cluster is null");
        }
    }

    /**
     * How accounts are shared among the nodes of a cluster.
     *
     * @param service decides which node leads a partition
     * @param group the name of the routes that are shared in the same way; empty for the id of the route
     * @param partitions the number of partitions; 0 for one for each account
     */
    public record Cluster(CamelClusterService service, Optional<String> group, int partitions) {

        public Cluster {
            requireNonNull(service, "service is null");
            requireNonNull(group, "group is null");
        }
    }

    /** @param clock gives the current time */
    public AgencyConsumer(
            Endpoint endpoint, Processor processor, AgencyPolling polling, Settings settings, Supplier<Clock> clock) {
        super(endpoint, processor);
        this.polling = requireNonNull(polling, "polling is null");
        this.settings = requireNonNull(settings, "settings are null");
        this.clock = requireNonNull(clock, "clock is null");
        this.consumers = new SourceConsumers(polling, this, settings, clock);
    }

    /** Looks for the accounts and companies to poll, and has them polled. */
    @Override
    protected int poll() {
        List<String> accounts = polling.accounts(this::isRunAllowed);
        if (partitions != null) {
            accounts.stream().map(names::of).distinct().forEach(partitions::join);
            partitions.restartLeaderless(clock.get().instant());
        }
        if (accounts.size() != found) {
            found = accounts.size();
            LOG.info("{}", polling.description(found, settings.concurrentAccounts()));
        }
        consumers.poll(accounts);
        return 0;
    }

    /** The consumers of the single accounts or companies. */
    List<MonitoredConsumer> consumers() {
        return consumers.all();
    }

    @Override
    protected void doBuild() throws Exception {
        setHealthCheck(new AgencyHealthCheck(this));
        super.doBuild();
    }

    @Override
    protected void doStart() throws Exception {
        polling.start(getRouteId(), getRoute() != null && getRoute().isCustomId());
        ScheduledExecutorService given = getScheduledExecutorService();
        if (given == null) {
            executor = getEndpoint()
                    .getCamelContext()
                    .getExecutorServiceManager()
                    .newScheduledThreadPool(this, "CallRailPolls", PollThreads.profile(settings.concurrentAccounts()));
        }
        settings.cluster().ifPresent(this::joinCluster);
        consumers.start(
                new PollThreads(given == null ? executor : given),
                account -> partitions == null || partitions.leads(names.of(account)));
        super.doStart();
    }

    private void joinCluster(Cluster cluster) {
        names = new PartitionNames(cluster.group().orElseGet(this::getRouteId), cluster.partitions());
        leading = getEndpoint()
                .getCamelContext()
                .getExecutorServiceManager()
                .newThreadPool(this, "CallRailLeadership", PollThreads.profile(1));
        partitions = new ClusterPartitions(cluster.service(), leading, partition -> consumers.leadershipChanged());
    }

    @Override
    protected void doSuspend() throws Exception {
        super.doSuspend();
        consumers.suspend();
    }

    @Override
    protected void doResume() throws Exception {
        consumers.resume();
        super.doResume();
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        consumers.stop();
        if (partitions != null) {
            // After the consumers: another node may begin as soon as this one has left.
            partitions.leave();
            partitions = null;
            // Waits, because the cluster service may be stopped next, and must not be while it releases a partition.
            getEndpoint().getCamelContext().getExecutorServiceManager().shutdownGraceful(leading);
        }
        leading = null;
        if (executor != null) {
            getEndpoint().getCamelContext().getExecutorServiceManager().shutdown(executor);
        }
        executor = null;
        polling.stop();
    }

    @Override
    public boolean deferShutdown(ShutdownRunningTask task) {
        consumers.all().forEach(consumer -> consumer.deferShutdown(task));
        return false;
    }

    @Override
    public int getPendingExchangesSize() {
        return consumers.all().stream()
                .mapToInt(MonitoredConsumer::getPendingExchangesSize)
                .sum();
    }

    @Override
    public void prepareShutdown(boolean suspendOnly, boolean forced) {
        consumers.all().forEach(consumer -> consumer.prepareShutdown(suspendOnly, forced));
    }

    @ManagedAttribute(description = "Accounts or companies that are polled")
    public int getSources() {
        return consumers.all().size();
    }

    @ManagedAttribute(description = "Accounts or companies whose latest poll failed")
    public List<String> getFailingSources() {
        return consumers.failing();
    }

    /**
     * Whether the latest poll of every account read everything, and every exchange of it succeeded. Ask before the
     * route stops.
     */
    public boolean isComplete() {
        return consumers.failing().isEmpty()
                && consumers.all().stream().allMatch(consumer -> consumer.lastPoll()
                        .filter(poll -> poll.outcome() == LastPoll.Outcome.DONE && poll.failures() == 0)
                        .isPresent());
    }

    /**
     * Calls a task once, when every account has been polled at least once: for a process that then ends. Call this
     * before the first poll of this consumer has ended, as in {@code begin} of a poll strategy.
     */
    public void whenPolled(Runnable task) {
        consumers.whenPolled(task);
    }
}
