package io.github.camelcallrail;

import io.github.camelcallrail.checkpoint.Checkpoint;
import io.github.camelcallrail.checkpoint.SavedState;
import io.github.camelcallrail.checkpoint.Subject;
import io.github.camelcallrail.client.ReportClient;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
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
import org.apache.camel.spi.StateRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins the readings of one incremental consumer: what to read now is what its saved state says. Used by one thread. */
final class IncrementalReports {

    private static final Logger LOG = LoggerFactory.getLogger(IncrementalReports.class);

    private final CallRailConfiguration configuration;
    private final ReportPlan plan;
    private final IncrementalOptions options;
    private final Supplier<ReportClient> clients;
    private final StateRepositories places;
    private final StateRepository<String, String> repository;
    private final Clock clock;
    private volatile long forgotten;

    /** @param places where states are kept */
    IncrementalReports(
            CallRailConfiguration configuration,
            ReportPlan plan,
            IncrementalOptions options,
            Supplier<ReportClient> clients,
            StateRepositories places,
            Clock clock) {
        this.configuration = configuration;
        this.plan = plan;
        this.options = options;
        this.clients = clients;
        this.places = places;
        this.repository = places.of(configuration);
        this.clock = clock;
    }

    /** Begins a reading, or goes on with the one that was not at its end. */
    Feed feed(String routeId) {
        ReportClient client = clients.get();
        String account = client.account(plan);
        ZoneId zone = client.zone(plan, account);
        Instant now = clock.instant();
        Subject subject = Subject.of(plan, account, configuration.getApiVersion(), options.ignored());
        Checkpoint checkpoint =
                state(account, routeId).begin(subject, options.lookback(), now, () -> origin(account, zone, now));
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

    /**
     * Takes the state for this consumer alone, as far as another could be meant to use it too.
     *
     * @param routeId null where the consumer does not know its route, as behind {@code master:}
     * @param chosen whether somebody gave the route that id
     */
    void start(String routeId, boolean chosen) {
        if (configuration.getStateKey() == null && routeId == null) {
            throw CallRailFailure.configuration(
                    ("Report '%s' is read by a consumer that does not know its route, as behind 'master:', so option 'stateKey'"
                                    + " is needed to tell its state from others.")
                            .formatted(plan.report()));
        }
        if (configuration.getStateKey() == null && !chosen && places.lasts(configuration)) {
            LOG.warn(
                    "callrail:{} keeps its state under the id of its route, which is '{}' only until routes are added or moved."
                            + " Give the route an id, or set option stateKey.",
                    plan.report(),
                    routeId);
        }
        places.take(repository, ownKey(routeId));
    }

    void stop(String routeId) {
        places.free(repository, ownKey(routeId));
    }

    /** One sentence for an operator: what is read next, how often, and what is remembered where. */
    String explanation(String routeId, OptionalLong pollsPerDay) {
        Optional<SavedState.Reached> reached = reached(routeId);
        boolean dated = plan.dates().isPresent();
        String start = reached.flatMap(state -> state.walking().or(state::read))
                .filter(time -> dated)
                .map(time -> "goes on from " + time)
                .orElseGet(() -> plan.dates()
                        .map(dates -> "starts with " + dates)
                        .orElse("compares the whole list at every poll"));
        long records = reached.map(SavedState.Reached::records).orElse(0L);
        String requests = pollsPerDay.isEmpty()
                ? "one request or more a poll"
                : "%s %d requests a day (%d records known; one more for each further %d that a poll reads)"
                        .formatted(
                                records == 0 ? "at least" : "about",
                                requestsPerDay(new Forecast(pollsPerDay.getAsLong(), plan.pageSize()), records),
                                records,
                                plan.pageSize());
        return "callrail:%s is incremental: %s%s; %s; state %s%s"
                .formatted(
                        plan.report(),
                        start,
                        dated ? ", looking back " + options.lookback() : "",
                        requests,
                        places.nameOf(configuration),
                        reached.filter(state -> state.failed() > 0)
                                .map(state -> "; %d records failed and come again".formatted(state.failed()))
                                .orElse(""));
    }

    private long requestsPerDay(Forecast forecast, long records) {
        return plan.dates().isPresent()
                ? forecast.lookingBack(options.lookback(), records)
                : forecast.wholeList(records);
    }

    /** What is saved, when it can be told which state is meant; what is wrong with it shows at the first poll. */
    private Optional<SavedState.Reached> reached(String routeId) {
        if (plan.accountId().isEmpty() && configuration.getStateKey() == null) {
            return Optional.empty();
        }
        try {
            return state(plan.accountId().orElse(""), routeId).reached();
        } catch (CallRailFailure e) {
            LOG.warn("callrail:{} cannot say how far it is: {}", plan.report(), e.getMessage());
            return Optional.empty();
        }
    }

    private SavedState state(String account, String routeId) {
        try {
            repository.start();
        } catch (RuntimeException e) {
            throw CallRailFailure.of(
                    FailureKind.STORAGE,
                    "The place of the saved state (%s) cannot be opened: %s"
                            .formatted(repository.getClass().getSimpleName(), e.getMessage()),
                    e);
        }
        String key = account.isEmpty() ? ownKey(routeId) : account + "/" + ownKey(routeId);
        return new SavedState(repository, configuration.getStateKey() == null ? key : ownKey(routeId));
    }

    /** The key, without the account that it begins with when it is made by us. */
    private String ownKey(String routeId) {
        return Optional.ofNullable(configuration.getStateKey()).orElse(plan.report() + "/" + routeId);
    }
}
