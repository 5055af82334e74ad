package io.github.camelcallrail;

import io.github.camelcallrail.checkpoint.Checkpoint;
import io.github.camelcallrail.checkpoint.SavedState;
import io.github.camelcallrail.checkpoint.Subject;
import io.github.camelcallrail.client.ReportReader;
import io.github.camelcallrail.report.ReportPlan;
import io.github.camelcallrail.report.ReportQuery;
import io.github.camelcallrail.window.DateWindow;
import io.github.camelcallrail.window.RollingWindow;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins the readings of one incremental consumer: what to read now is what its saved state says. */
final class IncrementalReports {

    private static final Logger LOG = LoggerFactory.getLogger(IncrementalReports.class);

    private final CallRailConfiguration configuration;
    private final ReportPlan plan;
    private final IncrementalOptions options;
    private final Function<BooleanSupplier, ReportReader> readers;
    private final ConsumerState state;
    private final Clock clock;
    private final CheckpointWatch watch;

    IncrementalReports(
            CallRailConfiguration configuration,
            ReportPlan plan,
            IncrementalOptions options,
            Function<BooleanSupplier, ReportReader> readers,
            ConsumerState state,
            Clock clock) {
        this.configuration = configuration;
        this.plan = plan;
        this.options = options;
        this.readers = readers;
        this.state = state;
        this.clock = clock;
        this.watch = new CheckpointWatch(plan.report().name(), options.lookback());
    }

    /**
     * Makes sure that no other consumer uses the state, and says what is to be expected.
     *
     * @param routeId null where it is not known
     * @param chosen whether somebody gave the route that id
     * @param pollsPerDay empty where it is not known
     */
    void start(String routeId, boolean chosen, OptionalLong pollsPerDay) {
        state.take(routeId, chosen);
        Optional<String> account = plan.report().ofAccount() ? plan.accountId() : Optional.of("");
        Optional<SavedState.Reached> reached = state.reached(account);
        watch.begin(reached);
        LOG.info(new StartUpLine(plan, options.lookback(), state.isOf(account), reached, pollsPerDay)
                .text(state.place()));
    }

    void stop() {
        state.release();
    }

    /**
     * Begins a reading, or goes on with the one that was not at its end.
     *
     * @param running whether to read on
     */
    Feed feed(BooleanSupplier running) {
        return new RenewedFeed(() -> begin(running));
    }

    private IncrementalFeed begin(BooleanSupplier running) {
        ReportReader reader = readers.apply(running);
        String account = reader.account(plan);
        ZoneId zone = reader.zone(plan, account);
        Instant now = clock.instant();
        Set<String> refused = reader.refusedColumns(plan, account);
        Subject subject = Subject.of(plan, account, configuration.getApiVersion(), options.ignored(), refused);
        Checkpoint checkpoint =
                state.of(account).begin(subject, options.lookback(), now, () -> origin(account, zone, now));
        IncrementalRound round = plan.dates().isPresent()
                ? dated(checkpoint, reader, account, zone, now)
                : undated(checkpoint, reader, account, now);
        BooleanSupplier comparable = () -> reader.refusedColumns(plan, account).equals(refused);
        return new IncrementalFeed(checkpoint, round, watch, running, comparable, configuration.isSplitResults());
    }

    private Instant origin(String account, ZoneId zone, Instant now) {
        return plan.at(account, zone, now)
                .window()
                .map(DateWindow::startInstant)
                .orElse(now);
    }

    private IncrementalRound undated(Checkpoint checkpoint, ReportReader reader, String account, Instant now) {
        ReportQuery query = plan.over(account, Optional.empty());
        return new IncrementalRound(
                List.of(), Optional.of(() -> reading(reader, query)), () -> complete(checkpoint, now));
    }

    private IncrementalRound dated(
            Checkpoint checkpoint, ReportReader reader, String account, ZoneId zone, Instant now) {
        RollingWindow windows =
                new RollingWindow(zone, plan.report().precision().orElseThrow());
        Instant earliest = windows.earliest(now);
        boolean clamped = checkpoint.from().isBefore(earliest);
        boolean lost = clamped && isLost(checkpoint, earliest);
        Optional<DateWindow> window = windows.since(clamped ? earliest : checkpoint.from(), now);
        List<Supplier<Reading>> retries = checkpoint.retries().stream()
                .filter(retry -> !retry.last().isBefore(earliest))
                .map(retry -> windows.around(retry.first().isBefore(earliest) ? earliest : retry.first(), retry.last()))
                .map(around -> (Supplier<Reading>) () -> reading(reader, plan.over(account, Optional.of(around))))
                .toList();
        Optional<Supplier<Reading>> main = window.map(found -> () -> {
            Reading reading = reading(reader, plan.over(account, window));
            return lost ? reading.with(CallRailConstants.WINDOW_CLAMPED, true) : reading;
        });
        return new IncrementalRound(
                retries, main, () -> window.ifPresent(found -> complete(checkpoint, windows.readBy(found, now))));
    }

    /** Whether CallRail no longer has what was not read yet; looking back less far than wanted loses nothing. */
    private boolean isLost(Checkpoint checkpoint, Instant earliest) {
        if (checkpoint.read().filter(read -> !read.isBefore(earliest)).isPresent()) {
            return false;
        }
        LOG.warn(
                "callrail:{} was away since {}, and CallRail keeps nothing from before {}: what it missed before that is lost",
                plan.report(),
                checkpoint.read().orElse(checkpoint.from()),
                earliest);
        return true;
    }

    private static Reading reading(ReportReader reader, ReportQuery query) {
        return Reading.of(query, reader.read(query));
    }

    private void complete(Checkpoint checkpoint, Instant end) {
        Collection<String> gone = checkpoint.complete(end);
        if (!gone.isEmpty()) {
            LOG.warn(
                    "callrail:{} has no more the records {}, whose exchanges failed, so they do not come again",
                    plan.report(),
                    gone);
        }
    }

    CheckpointWatch watch() {
        return watch;
    }
}
