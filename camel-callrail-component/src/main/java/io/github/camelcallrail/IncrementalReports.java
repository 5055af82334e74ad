package io.github.camelcallrail;

import io.github.camelcallrail.checkpoint.Checkpoint;
import io.github.camelcallrail.checkpoint.Subject;
import io.github.camelcallrail.client.ReportClient;
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
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins the readings of one incremental consumer: what to read now is what its saved state says. */
final class IncrementalReports {

    private static final Logger LOG = LoggerFactory.getLogger(IncrementalReports.class);

    private final CallRailConfiguration configuration;
    private final ReportPlan plan;
    private final IncrementalOptions options;
    private final Supplier<ReportClient> clients;
    private final ConsumerState state;
    private final Clock clock;
    private volatile long forgotten;

    IncrementalReports(
            CallRailConfiguration configuration,
            ReportPlan plan,
            IncrementalOptions options,
            Supplier<ReportClient> clients,
            ConsumerState state,
            Clock clock) {
        this.configuration = configuration;
        this.plan = plan;
        this.options = options;
        this.clients = clients;
        this.state = state;
        this.clock = clock;
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
        LOG.info(new StartUpLine(plan, options.lookback(), state.reached(account), pollsPerDay).text(state.place()));
    }

    void stop() {
        state.release();
    }

    /** Begins a reading, or goes on with the one that was not at its end. */
    Feed feed() {
        ReportClient client = clients.get();
        String account = client.account(plan);
        ZoneId zone = client.zone(plan, account);
        Instant now = clock.instant();
        Subject subject = Subject.of(plan, account, configuration.getApiVersion(), options.ignored());
        Checkpoint checkpoint =
                state.of(account).begin(subject, options.lookback(), now, () -> origin(account, zone, now));
        return plan.dates().isPresent()
                ? dated(checkpoint, client, account, zone, now)
                : undated(checkpoint, client, account, now);
    }

    private Instant origin(String account, ZoneId zone, Instant now) {
        return plan.at(account, zone, now)
                .window()
                .map(DateWindow::startInstant)
                .orElse(now);
    }

    private Feed undated(Checkpoint checkpoint, ReportClient client, String account, Instant now) {
        ReportQuery query = plan.over(account, Optional.empty());
        return feed(checkpoint, List.of(), Optional.of(() -> reading(client, query)), () -> complete(checkpoint, now));
    }

    private Feed dated(Checkpoint checkpoint, ReportClient client, String account, ZoneId zone, Instant now) {
        RollingWindow windows =
                new RollingWindow(zone, plan.report().precision().orElseThrow());
        Instant earliest = windows.earliest(now);
        boolean clamped = checkpoint.from().isBefore(earliest);
        // Only looking back less far than CallRail's memory loses nothing.
        boolean lost = clamped
                && checkpoint.read().filter(read -> !read.isBefore(earliest)).isEmpty();
        if (lost) {
            LOG.warn(
                    "callrail:{} was away since {}, and CallRail keeps nothing from before {}: what it missed before that is lost",
                    plan.report(),
                    checkpoint.read().orElse(checkpoint.from()),
                    earliest);
        }
        Optional<DateWindow> window = windows.since(clamped ? earliest : checkpoint.from(), now);
        List<Supplier<Reading>> retries = checkpoint.retries().stream()
                .filter(retry -> !retry.first().isBefore(earliest))
                .map(retry -> windows.around(retry.first(), retry.last()))
                .map(around -> (Supplier<Reading>) () -> reading(client, plan.over(account, Optional.of(around))))
                .toList();
        Optional<Supplier<Reading>> main = window.map(found -> () -> {
            Reading reading = reading(client, plan.over(account, window));
            return lost ? reading.with(CallRailConstants.WINDOW_CLAMPED, true) : reading;
        });
        return feed(
                checkpoint,
                retries,
                main,
                () -> window.ifPresent(found -> complete(checkpoint, windows.readBy(found, now))));
    }

    private Feed feed(
            Checkpoint checkpoint,
            Collection<Supplier<Reading>> retries,
            Optional<Supplier<Reading>> main,
            Runnable atEnd) {
        return new IncrementalFeed(
                checkpoint,
                retries,
                main,
                () -> {
                    atEnd.run();
                    countForgotten(checkpoint);
                },
                configuration.isSplitResults());
    }

    private static Reading reading(ReportClient client, ReportQuery query) {
        return Reading.of(query, client.read(query));
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

    private void countForgotten(Checkpoint checkpoint) {
        forgotten = checkpoint.forgotten();
        if (forgotten > 0) {
            LOG.error(
                    "callrail:{} has {} records whose exchanges fail at every poll, and which are older than the look-back of {}."
                            + " Mend what takes them, or let the route handle the failure (onException … handled) to pass them by.",
                    plan.report(),
                    forgotten,
                    options.lookback());
        }
    }

    /** How many records failed and are older than any look-back reaches, as of the latest reading. */
    long forgotten() {
        return forgotten;
    }
}
