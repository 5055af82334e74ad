package io.github.camelcallrail;

import io.github.camelcallrail.paging.WalkListener;
import io.github.camelcallrail.query.ReportQuery;
import io.github.camelcallrail.reader.ReadingObserver;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.LongAdder;
import org.apache.camel.spi.ManagementStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one endpoint has done since it was made, and how far its latest reading is; passed on to event notifiers and to a monitoring
 * system where there are any. Thread-safe.
 */
final class Activity implements ReadingObserver {

    private static final Logger LOG = LoggerFactory.getLogger(Activity.class);

    private final WatchedEndpoint endpoint;
    private final LongAdder requests = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder records = new LongAdder();
    private final Set<String> accounts = new ConcurrentSkipListSet<>();
    private volatile CallRailProgress progress;
    private volatile Meters meters = Meters.NONE;

    Activity(WatchedEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    void measureBy(Meters other) {
        meters = other;
    }

    Meters meters() {
        return meters;
    }

    /** Requests sent, those that were tried again included. */
    long requests() {
        return requests.sum();
    }

    /** Requests that CallRail refused for want of quota. */
    long refused() {
        return refused.sum();
    }

    /** Records taken from CallRail, those that are compared and not sent included. */
    long records() {
        return records.sum();
    }

    /** Accounts that were asked, in their order; empty text for requests that belong to none. */
    List<String> accounts() {
        return List.copyOf(accounts);
    }

    /** How far the latest reading is. */
    Optional<CallRailProgress> progress() {
        return Optional.ofNullable(progress);
    }

    @Override
    public void requested(String account) {
        requests.increment();
        accounts.add(account);
        meters.requested();
    }

    @Override
    public void refused(String account) {
        refused.increment();
        meters.refused();
    }

    @Override
    public WalkListener reading(ReportQuery query) {
        return new Watched(query, endpoint.clock().instant());
    }

    private void tell(CallRailProgress reached) {
        progress = reached;
        ManagementStrategy strategy = endpoint.getCamelContext().getManagementStrategy();
        if (strategy == null || strategy.getEventNotifiers().isEmpty()) {
            return;
        }
        try {
            strategy.notify(new CallRailProgressEvent(endpoint, reached));
        } catch (Exception e) {
            // As Camel does for its own events: what watches must not stop what is watched.
            LOG.warn("An event notifier failed, which is ignored: {}", e.toString(), e);
        }
    }

    /** One reading. Used by one thread at a time. */
    private final class Watched implements WalkListener {

        private final ReportQuery query;
        private final Instant begun;
        private long counted;

        private Watched(ReportQuery query, Instant begun) {
            this.query = query;
            this.begun = begun;
        }

        @Override
        public void reached(long taken, OptionalLong total, boolean ended) {
            records.add(taken - counted);
            meters.read(taken - counted);
            counted = taken;
            tell(new CallRailProgress(
                    query.report().name(),
                    query.accountId(),
                    begun,
                    endpoint.clock().instant(),
                    taken,
                    total,
                    ended));
        }
    }
}
