package io.github.camelcallrail.agency;

import io.github.camelcallrail.monitor.LastPoll;
import io.github.camelcallrail.monitor.MonitoredConsumer;
import io.github.camelcallrail.report.Source;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    /** Whether another scheduler decides when the accounts are polled. */
    private final boolean scheduled;

    private final ConsumerStarter starter;
    private final Set<Source> known = new LinkedHashSet<>();
    private final Map<Source, MonitoredConsumer> consumers = new LinkedHashMap<>();
    /** Accounts whose companies could not be listed. */
    private final Set<String> unknown = new LinkedHashSet<>();

    private PollThreads threads;
    private Predicate<String> leadership;
    private Runnable polled = () -> {};
    private int searches;

    /** @param owner gives the route, and handles what fails outside of the polls */
    SourceConsumers(
            AgencyPolling polling, AgencyConsumer owner, AgencyConsumer.Settings settings, Supplier<Clock> clock) {
        this.polling = polling;
        this.owner = owner;
        this.scheduled = settings.interval().isEmpty();
        this.starter = new ConsumerStarter(polling, owner, settings, clock);
    }

    synchronized List<MonitoredConsumer> all() {
        return List.copyOf(consumers.values());
    }

    /** @param leads whether this node polls an account */
    synchronized void start(PollThreads shared, Predicate<String> leads) {
        threads = shared;
        leadership = leads;
    }

    /**
     * Has these accounts polled, and no others from now on: begins with what is new in each, and ends with what is
     * gone. Returns at once, because it may take long to find the companies of one, which must not delay the others.
     */
    synchronized void poll(List<String> accounts) {
        Set<String> wanted = Set.copyOf(accounts);
        remove(source -> !wanted.contains(source.accountId()), "account");
        // All are counted before the first can be found and polled.
        searches += accounts.size();
        for (String account : accounts) {
            threads.schedule(() -> update(account, accounts.size() == 1), Duration.ZERO);
        }
    }

    private void update(String account, boolean only) {
        try {
            search(account, only);
        } finally {
            searched();
        }
    }

    private synchronized void searched() {
        // A search may end after a stop, which has forgotten it.
        searches = Math.max(0, searches - 1);
        tellIfPolled();
    }

    private void search(String account, boolean only) {
        try {
            List<Source> sources = polling.sources(account, only, owner::isRunAllowed);
            pollAgain(account);
            keepOnly(account, sources);
            for (Source source : sources) {
                add(source);
            }
            note(account, true);
        } catch (Exception e) {
            note(account, false);
            failed("account " + account, e);
        }
    }

    private synchronized void note(String account, boolean found) {
        if (found) {
            unknown.remove(account);
        } else {
            unknown.add(account);
        }
    }

    /**
     * Calls a task once, when every account has been searched and polled at least once.
     *
     * @param task called by a thread that polls
     */
    synchronized void whenPolled(Runnable task) {
        polled = task;
    }

    private synchronized void tellIfPolled() {
        boolean all = searches == 0
                && consumers.values().stream()
                        .allMatch(consumer ->
                                consumer.lastPoll().flatMap(LastPoll::ended).isPresent());
        if (all) {
            Runnable told = polled;
            polled = () -> {};
            told.run();
        }
    }

    /** The accounts or companies whose latest poll failed, and the accounts whose companies could not be listed. */
    synchronized List<String> failing() {
        List<String> failing = new ArrayList<>(unknown);
        consumers.forEach((source, consumer) -> {
            if (consumer.failing()) {
                failing.add(source.text());
            }
        });
        return failing;
    }

    private synchronized void pollAgain(String account) {
        if (scheduled) {
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
        known.add(source);
        if (owner.isRunAllowed()
                && !owner.isSuspendingOrSuspended()
                && !consumers.containsKey(source)
                && leadership.test(source.accountId())) {
            consumers.put(source, starter.start(source, threads, this::tellIfPolled));
        }
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
        unknown.clear();
        searches = 0;
    }
}
