package io.github.camelcallrail.monitor;

import io.github.camelcallrail.catalogue.Assumption;
import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.paging.WalkListener;
import io.github.camelcallrail.query.ReportQuery;
import io.github.camelcallrail.reader.ReadingObserver;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what one endpoint has done since it was created, tracks the progress of its latest reading, and passes both on
 * to event notifiers and meters. Thread-safe.
 */
public final class EndpointActivity implements ReadingObserver {

    private static final Logger LOG = LoggerFactory.getLogger(EndpointActivity.class);

    private final Supplier<Clock> clock;
    private final Consumer<CallRailProgress> listener;
    private final LongAdder requests = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder records = new LongAdder();
    private final Set<String> reported = ConcurrentHashMap.newKeySet();
    private final Set<String> accounts = new ConcurrentSkipListSet<>();
    private volatile CallRailProgress progress;
    private volatile EndpointMeters meters = EndpointMeters.NONE;

    /**
     * @param clock gives the clock; called when a reading begins
     * @param listener is called at each page, in the thread that reads
     */
    EndpointActivity(Supplier<Clock> clock, Consumer<CallRailProgress> listener) {
        this.clock = clock;
        this.listener = listener;
    }

    public void useMeters(EndpointMeters other) {
        meters = other;
    }

    EndpointMeters meters() {
        return meters;
    }

    /** The number of requests sent, including retries. */
    long requests() {
        return requests.sum();
    }

    /** The number of requests that CallRail rejected because the quota is used up. */
    long refused() {
        return refused.sum();
    }

    /** The number of records read from CallRail, including those that are compared but not sent. */
    long records() {
        return records.sum();
    }

    /** The accounts that requests were sent for, sorted; empty text for requests that belong to no account. */
    List<String> accounts() {
        return List.copyOf(accounts);
    }

    /** The progress of the latest reading; empty before the first. */
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
    public void differs(Report report, Assumption assumption, String detail) {
        meters.differs(assumption);
        if (reported.add(report + " " + assumption)) {
            LOG.warn(
                    "callrail:{}: It is assumed that CallRail {} (assumption '{}'), but it does not. {} Nothing is lost."
                            + " Report callrail:check shows what else differs.",
                    report,
                    assumption.statement(),
                    assumption,
                    detail);
        }
    }

    @Override
    public WalkListener reading(ReportQuery query) {
        return new ObservedReading(query, clock.get().instant());
    }

    private void publish(CallRailProgress reached) {
        progress = reached;
        listener.accept(reached);
    }

    /** One reading. Used by one thread at a time. */
    private final class ObservedReading implements WalkListener {

        private final ReportQuery query;
        private final Instant begun;
        private long lastDone;

        private ObservedReading(ReportQuery query, Instant begun) {
            this.query = query;
            this.begun = begun;
        }

        @Override
        public void reached(long taken, OptionalLong total, boolean ended) {
            records.add(taken - lastDone);
            meters.read(taken - lastDone);
            lastDone = taken;
            publish(new CallRailProgress(
                    query.report().name(), query.accountId(), begun, clock.get().instant(), taken, total, ended));
        }
    }
}
