package io.github.camelcallrail.agency;

import io.github.camelcallrail.monitor.MonitoredConsumer;
import io.github.camelcallrail.report.Source;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.camel.support.service.ServiceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The consumers of the accounts or companies that one route polls, on one node. They are added when their account is
 * found and this node polls it, and removed when CallRail no longer lists it or another node polls it; its state is
 * kept. Thread-safe.
 */
final class SourceConsumers {

    private static final Logger LOG = LoggerFactory.getLogger(SourceConsumers.class);

    private final AgencyPolling polling;
    private final AgencyConsumer owner;
    private final AgencyConsumer.Settings settings;
    private final Supplier<Clock> clock;
    private final RouteAccess route;
    private final Set<Source> known = new LinkedHashSet<>();
    private final Map<Source, Integer> order = new HashMap<>();
    private final Map<Source, Semaphore> polls = new HashMap<>();
    private final Map<Source, MonitoredConsumer> consumers = new LinkedHashMap<>();
    private PollThreads threads;
    private Predicate<String> leadership;

    /** @param owner gives the route, and handles what fails outside of the polls */
    SourceConsumers(
            AgencyPolling polling, AgencyConsumer owner, AgencyConsumer.Settings settings, Supplier<Clock> clock) {
        this.polling = polling;
        this.owner = owner;
        this.settings = settings;
        this.clock = clock;
        this.route = settings.parallelProcessing() ? RouteAccess.SHARED : RouteAccess.exclusive();
    }

    synchronized List<MonitoredConsumer> all() {
        return List.copyOf(consumers.values());
    }

    /** @param leads whether this node polls an account */
    synchronized void start(PollThreads shared, Predicate<String> leads) {
        threads = shared;
        leadership = leads;
    }

    /** Stops polling accounts that are not among these. */
    synchronized void keepOnly(Set<String> accounts) {
        remove(source -> !accounts.contains(source.accountId()), "account");
    }

    /**
     * Has an account polled: begins with what is new in it, and ends with what is gone. Returns at once, because
     * finding the companies may take long, and must not delay other accounts.
     *
     * @param only whether it is the only account
     */
    synchronized void poll(String account, boolean only) {
        threads.schedule(() -> update(account, only), Duration.ZERO);
    }

    private void update(String account, boolean only) {
        try {
            List<Source> sources = polling.sources(account, only, owner::isRunAllowed);
            pollAgain(account);
            keepOnly(account, sources);
            for (Source source : sources) {
                add(source);
            }
        } catch (Exception e) {
            failed("account " + account, e);
        }
    }

    private synchronized void pollAgain(String account) {
        if (settings.interval().isEmpty()) {
            consumers.forEach((source, consumer) -> {
                if (source.accountId().equals(account) && consumer.getScheduler() instanceof SourceScheduler own) {
                    own.pollNow();
                }
            });
        }
    }

    private synchronized void keepOnly(String account, List<Source> sources) {
        remove(source -> source.accountId().equals(account) && !sources.contains(source), "company");
    }

    private synchronized void add(Source source) throws Exception {
        if (known.add(source)) {
            order.put(source, order.size());
        }
        if (owner.isRunAllowed()
                && !owner.isSuspendingOrSuspended()
                && !consumers.containsKey(source)
                && leadership.test(source.accountId())) {
            start(source);
        }
    }

    private void start(Source source) throws Exception {
        PollTurn turn = PollTurn.on(threads);
        MonitoredConsumer consumer = polling.consumer(source, route, turn);
        int place = order.get(source);
        consumer.setScheduler(new SourceScheduler(
                threads,
                polls.computeIfAbsent(source, added -> new Semaphore(1)),
                turn,
                settings.interval().map(interval -> PollMoments.of(place, interval)),
                clock.get()));
        consumer.setRoute(owner.getRoute());
        consumer.setRouteId(owner.getRouteId());
        ServiceHelper.startService(consumer);
        consumers.put(source, consumer);
    }

    /** Starts polling what this node leads from now on, and stops polling what it no longer leads. */
    synchronized void leadershipChanged() {
        for (Source source : List.copyOf(consumers.keySet())) {
            if (!leadership.test(source.accountId())) {
                ServiceHelper.stopAndShutdownService(consumers.remove(source));
            }
        }
        for (Source source : known) {
            try {
                add(source);
            } catch (Exception e) {
                failed(source.text(), e);
            }
        }
    }

    private void remove(Predicate<Source> gone, String what) {
        for (Source source : List.copyOf(known)) {
            if (gone.test(source)) {
                known.remove(source);
                ServiceHelper.stopAndShutdownService(consumers.remove(source));
                LOG.info(
                        "callrail:{} no longer polls {} {}: the API key cannot see it any more. Its state is kept.",
                        polling.plan().report(),
                        what,
                        source.text());
            }
        }
    }

    private void failed(String what, Exception e) {
        if (owner.isRunAllowed()) {
            owner.getExceptionHandler()
                    .handleException(
                            "Cannot poll " + what + " of " + owner.getEndpoint() + ". Will try again at next poll", e);
        }
    }

    synchronized void suspend() {
        consumers.values().forEach(ServiceHelper::suspendService);
    }

    synchronized void resume() {
        consumers.values().forEach(ServiceHelper::resumeService);
    }

    synchronized void stop() {
        consumers.values().forEach(ServiceHelper::stopAndShutdownService);
        consumers.clear();
        known.clear();
    }
}
