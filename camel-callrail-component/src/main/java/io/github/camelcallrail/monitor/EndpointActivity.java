package io.github.camelcallrail.monitor;

import io.github.camelcallrail.paging.WalkListener;
import io.github.camelcallrail.query.ReportQuery;
import io.github.camelcallrail.reader.ReadingObserver;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What one endpoint has done since it was made, and how far its latest reading is; passed on to event notifiers and to a monitoring
 * system where there are any. Thread-safe.
 */
public final class EndpointActivity implements ReadingObserver {

    private final Supplier<Clock> clock;
    private final Consumer<CallRailProgress> listener;
    private final LongAdder requests = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder records = new LongAdder();
    private final Set<String> accounts = new ConcurrentSkipListSet<>();
    private volatile CallRailProgress progress;
    private volatile EndpointMeters meters = EndpointMeters.NONE;

    /**
     * @param clock tells the time; asked for when a reading begins
     * @param listener is told at each page, by the thread that reads
     */
    EndpointActivity(Supplier<Clock> clock, Consumer<CallRailProgress> listener) {
        this.clock = clock;
        this.listener = listener;
    }

    public void measureBy(EndpointMeters other) {
        meters = other;
    }

    EndpointMeters meters() {
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
        return new ObservedReading(query, clock.get().instant());
    }

    private void tell(CallRailProgress reached) {
        progress = reached;
        listener.accept(reached);
    }

    /** One reading. Used by one thread at a time. */
    private final class ObservedReading implements WalkListener {

        private final ReportQuery query;
        private final Instant begun;
        private long counted;

        private ObservedReading(ReportQuery query, Instant begun) {
            this.query = query;
            this.begun = begun;
        }

        @Override
        public void reached(long taken, OptionalLong total, boolean ended) {
            records.add(taken - counted);
            meters.read(taken - counted);
            counted = taken;
            tell(new CallRailProgress(
                    query.report().name(), query.accountId(), begun, clock.get().instant(), taken, total, ended));
        }
    }
}
