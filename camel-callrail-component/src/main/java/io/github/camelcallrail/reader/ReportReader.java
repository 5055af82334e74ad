package io.github.camelcallrail.reader;

import io.github.camelcallrail.client.RequestPolicy;
import io.github.camelcallrail.client.ServerClock;
import io.github.camelcallrail.paging.PageFetcher;
import io.github.camelcallrail.paging.RecordCursor;
import io.github.camelcallrail.paging.WalkFactory;
import io.github.camelcallrail.paging.WalkListener;
import io.github.camelcallrail.query.ReportPlan;
import io.github.camelcallrail.query.ReportQuery;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads reports as one {@link RequestPolicy} says. Thread-safe. */
public final class ReportReader {

    private static final Logger LOG = LoggerFactory.getLogger(ReportReader.class);

    private final PageFetcher pages;
    private final RejectedFields refusedFields;
    private final WalkFactory walks;
    private final AccountDirectory accounts;
    private final TimeZoneLookup zones;
    private final Clock clock;
    private final ServerClock serverClock;
    private final ReadingObserver observer;

    ReportReader(
            PageFetcher pages,
            RejectedFields refusedFields,
            WalkFactory walks,
            DailyLists listings,
            TimeZoneLookup zones,
            Clock clock,
            ServerClock serverClock,
            ReadingObserver observer) {
        this.refusedFields = refusedFields;
        this.walks = walks;
        // Nobody has asked for these lists, so nobody is told how far they are.
        this.accounts = new AccountDirectory(
                listings, query -> cursor(query, pages, WalkListener.NONE).rest(), clock);
        this.pages = new CompanySuggestions(pages, accounts);
        this.zones = zones;
        this.clock = clock;
        this.serverClock = serverClock;
        this.observer = observer;
    }

    /**
     * Turns a plan into what it means now, asking CallRail for the account or the zone only where the plan leaves it
     * open and the report needs it. Its dates are as good as what is known of CallRail's clock, so ask for them
     * {@link OpenReport#corrected()} before anybody sees them.
     *
     * @throws io.github.camelcallrail.failure.CallRailFailure when the plan is incomplete, its dates are impossible now, or CallRail cannot be asked
     */
    public OpenReport open(ReportPlan plan) {
        String account = account(plan);
        ZoneId zone = zone(plan, account);
        ReadingTime present = present();
        ReportQuery query = query(plan, account, zone, present.time());
        return new OpenReport(query, read(query), () -> Optional.of(present)
                .filter(ReadingTime::tooLate)
                .map(late -> query(plan, account, zone, late.corrected()))
                .filter(meant -> !meant.equals(query))
                .map(meant -> new OpenReport(meant, read(meant), Optional::empty)));
    }

    private static ReportQuery query(ReportPlan plan, String account, ZoneId zone, Instant now) {
        ReportQuery query = plan.at(account, zone, now);
        LOG.debug(
                "Reading report {} of account {}{}",
                query.report(),
                account,
                query.window()
                        .map(window ->
                                ", from %s to %s in %s".formatted(window.startText(), window.endText(), window.zone()))
                        .orElse(""));
        return query;
    }

    /** The present by which windows end: no later than CallRail's own, as far as that is known. */
    public ReadingTime present() {
        return ReadingTime.of(clock.instant(), serverClock);
    }

    /**
     * The account of a plan: the one that it names, or the only one that the key sees; empty text for the list of accounts.
     *
     * @throws io.github.camelcallrail.failure.CallRailFailure as {@link #open}
     */
    public String account(ReportPlan plan) {
        plan.requireComplete();
        return plan.report().ofAccount() ? plan.accountId().orElseGet(() -> accounts.onlyAccount(plan.report())) : "";
    }

    /**
     * The zone of a plan's days.
     *
     * @throws io.github.camelcallrail.failure.CallRailFailure as {@link #open}
     */
    public ZoneId zone(ReportPlan plan, String account) {
        return zones.of(plan, account, accounts);
    }

    /** The columns of a plan's report that CallRail is known to refuse by now, and that are null in its rows for that. */
    public Set<String> rejectedFields(ReportPlan plan, String account) {
        return plan.fields().implicit() ? refusedFields.of(plan.report(), account) : Set.of();
    }

    /** The rows of a query. Nothing is asked before the first is asked for; then pages may be fetched before they are. */
    public RecordCursor read(ReportQuery query) {
        return cursor(query, pages, observer.reading(query));
    }

    private RecordCursor cursor(ReportQuery query, PageFetcher from, WalkListener listener) {
        return new RecordCursor(walks.walk(query, from), query.maxRecords(), listener);
    }
}
