package io.github.camelcallrail.feed;

import io.github.camelcallrail.catalogue.Operation;
import io.github.camelcallrail.checkpoint.Checkpoint;
import io.github.camelcallrail.checkpoint.ComparisonSubject;
import io.github.camelcallrail.checkpoint.SavedState;
import io.github.camelcallrail.checkpoint.SavedZone;
import io.github.camelcallrail.query.ReportPlan;
import io.github.camelcallrail.query.ReportQuery;
import io.github.camelcallrail.reader.DayZone;
import io.github.camelcallrail.reader.ReadingTime;
import io.github.camelcallrail.reader.ReportReader;
import io.github.camelcallrail.state.ConsumerState;
import io.github.camelcallrail.state.RefreshSignals;
import io.github.camelcallrail.window.DateWindow;
import io.github.camelcallrail.window.RollingWindow;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the feeds of one incremental consumer. Its saved state decides what each feed reads. */
public final class IncrementalFeeds {

    private static final Logger LOG = LoggerFactory.getLogger(IncrementalFeeds.class);

    private final IncrementalPlan incremental;
    private final ReportPlan plan;
    private final Function<BooleanSupplier, ReportReader> readers;
    private final ConsumerState state;
    private final CheckpointStatus status;
    private final Optional<PendingRefreshes> refreshes;
    private Optional<SavedZone> knownZone = Optional.empty();

    public IncrementalFeeds(
            IncrementalPlan incremental, Function<BooleanSupplier, ReportReader> readers, ConsumerState state) {
        this.incremental = incremental;
        this.plan = incremental.report();
        this.readers = readers;
        this.state = state;
        this.status = new CheckpointStatus(plan.report().name(), incremental.lookback());
        this.refreshes = plan.report().operations().contains(Operation.REFRESH)
                ? state.refreshRequests().map(PendingRefreshes::new)
                : Optional.empty();
    }

    /**
     * Claims the state, so that no other consumer uses it, and logs what the consumer will do.
     *
     * @param routeId null if not known
     * @param chosen whether the id was set explicitly
     * @param pollsPerDay empty if not known
     * @return the least number of requests per day; empty if not known
     */
    public OptionalLong start(String routeId, boolean chosen, OptionalLong pollsPerDay) {
        state.claim(routeId, chosen);
        Optional<String> account = plan.report().ofAccount() ? plan.accountId() : Optional.of("");
        Optional<SavedState.Reached> progress = state.reached(account);
        status.started(progress);
        StartMessage message =
                new StartMessage(plan, incremental.lookback(), state.isKnown(account), progress, pollsPerDay);
        if (state.ofSource()) {
            LOG.debug("{}: {}", account.orElse(""), message.text(state.description()));
        } else {
            LOG.info(message.text(state.description()));
        }
        return message.requestsPerDay();
    }

    public void stop() {
        state.release();
    }

    /**
     * Begins a reading, or continues the one that has not reached its end.
     *
     * @param running whether to continue reading
     */
    public Feed feed(BooleanSupplier running) {
        // Only once, so that responses with inconsistent clocks do not start one walk after another.
        AtomicBoolean mayCorrect = new AtomicBoolean(plan.dates().isPresent());
        return new RestartableFeed(() -> begin(running, mayCorrect, false));
    }

    /**
     * Begins to read the records that others asked for, and nothing else.
     *
     * @param running whether to continue reading
     */
    public Feed refreshFeed(BooleanSupplier running) {
        return new RestartableFeed(() -> begin(running, new AtomicBoolean(), true));
    }

    /** Whether others can ask to read a record at once. */
    public boolean refreshable() {
        return refreshes.isPresent();
    }

    /**
     * Whether somebody has asked to read a record at once. Sends no request to CallRail.
     *
     * @throws io.github.camelcallrail.failure.CallRailFailure if the saved state cannot be read
     */
    public boolean refreshRequested() {
        return refreshes.filter(PendingRefreshes::look).isPresent();
    }

    /** Calls a listener when somebody in this CamelContext asks to read a record at once; null for no longer. */
    public void onRefresh(RefreshSignals signals, Runnable listener) {
        state.onRefresh(signals, listener);
    }

    private IncrementalFeed begin(BooleanSupplier running, AtomicBoolean mayCorrect, boolean onlyRefresh) {
        ReportReader reader = readers.apply(running);
        String account = reader.account(plan);
        ZoneId zone = zone(reader, account);
        ReadingTime present = reader.present();
        Instant now = present.time();
        Set<String> rejected = reader.rejectedFields(plan, account);
        ComparisonSubject subject =
                ComparisonSubject.of(plan, account, incremental.apiVersion(), incremental.ignored(), rejected);
        Checkpoint checkpoint =
                state.of(account).begin(subject, incremental.lookback(), now, () -> origin(account, zone, now));
        refreshes.ifPresent(PendingRefreshes::signal);
        IncrementalReadings readings = plan.dates().isEmpty()
                ? undated(checkpoint, reader, account, present)
                : onlyRefresh
                        ? IncrementalReadings.only(
                                refresh(reader, account, zone, now).orElseThrow())
                        : dated(checkpoint, reader, account, zone, present);
        BooleanSupplier comparable = () -> reader.rejectedFields(plan, account).equals(rejected)
                && !(present.tooLate() && mayCorrect.compareAndSet(true, false));
        return new IncrementalFeed(checkpoint, readings, status, running, comparable, incremental.split());
    }

    /** The zone that is known, saved by this or another process, or asked for, at most once a day. */
    private ZoneId zone(ReportReader reader, String account) {
        if (!plan.needsZone()) {
            return reader.zone(plan, account).id();
        }
        if (knownZone.isEmpty()) {
            knownZone = state.of(account).zone();
        }
        Instant now = reader.present().time();
        Optional<SavedZone> current = knownZone.filter(zone -> zone.isCurrent(plan.companyId(), now));
        if (current.isPresent()) {
            return current.get().zone();
        }
        DayZone zone = reader.zone(plan, account);
        if (zone.ofCompanies()) {
            knownZone = Optional.of(new SavedZone(zone.id(), plan.companyId(), now));
            state.of(account).save(knownZone.get());
        }
        return zone.id();
    }

    private Instant origin(String account, ZoneId zone, Instant now) {
        return plan.at(account, zone, now)
                .window()
                .map(DateWindow::startInstant)
                .orElse(now);
    }

    private IncrementalReadings undated(
            Checkpoint checkpoint, ReportReader reader, String account, ReadingTime present) {
        ReportQuery query = plan.over(account, Optional.empty());
        return new IncrementalReadings(
                List.of(),
                Optional.of(() -> reading(reader, query, false)),
                () -> complete(checkpoint, present.corrected()),
                Optional.empty());
    }

    private Optional<RefreshReading> refresh(ReportReader reader, String account, ZoneId zone, Instant now) {
        return refreshes.map(pending -> new RefreshReading(
                pending,
                new RefreshedRecords(
                        plan,
                        reader,
                        account,
                        new RollingWindow(zone, plan.report().precision().orElseThrow()),
                        now),
                incremental.split()));
    }

    private IncrementalReadings dated(
            Checkpoint checkpoint, ReportReader reader, String account, ZoneId zone, ReadingTime present) {
        Instant now = present.time();
        RollingWindow windows =
                new RollingWindow(zone, plan.report().precision().orElseThrow());
        Instant earliest = windows.earliest(now);
        boolean clamped = checkpoint.from().isBefore(earliest);
        boolean lost = clamped && isLost(checkpoint, earliest);
        Optional<DateWindow> window = windows.since(clamped ? earliest : checkpoint.from(), now);
        List<Supplier<Reading>> retries = checkpoint.retries().stream()
                .filter(retry -> !retry.last().isBefore(earliest))
                .map(retry -> windows.around(retry.first().isBefore(earliest) ? earliest : retry.first(), retry.last()))
                .map(around ->
                        (Supplier<Reading>) () -> reading(reader, plan.over(account, Optional.of(around)), false))
                .toList();
        Optional<Supplier<Reading>> main = window.map(found -> () -> reading(reader, plan.over(account, window), lost));
        return new IncrementalReadings(
                retries,
                main,
                () -> window.ifPresent(
                        found -> complete(checkpoint, earlier(windows.readUpTo(found, now), present.corrected()))),
                refresh(reader, account, zone, now));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Whether CallRail no longer keeps records that were not read yet; a shorter look-back loses nothing. */
    private boolean isLost(Checkpoint checkpoint, Instant earliest) {
        if (checkpoint.readUpTo().filter(read -> !read.isBefore(earliest)).isPresent()) {
            return false;
        }
        LOG.warn(
                "callrail:{} has not read since {}, and CallRail keeps nothing from before {}: records in between are"
                        + " lost",
                plan.report(),
                checkpoint.readUpTo().orElse(checkpoint.from()),
                earliest);
        return true;
    }

    private static Reading reading(ReportReader reader, ReportQuery query, boolean clamped) {
        return Reading.of(query, reader.read(query), clamped);
    }

    private void complete(Checkpoint checkpoint, Instant end) {
        Collection<String> deleted = checkpoint.complete(end);
        if (!deleted.isEmpty()) {
            LOG.warn("callrail:{}: failed records {} no longer exist and are not retried", plan.report(), deleted);
        }
    }

    public CheckpointStatus status() {
        return status;
    }
}
