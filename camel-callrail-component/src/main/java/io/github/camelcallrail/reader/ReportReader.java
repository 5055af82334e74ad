package io.github.camelcallrail.reader;

import io.github.camelcallrail.client.RequestPolicy;
import io.github.camelcallrail.client.ServerClock;
import io.github.camelcallrail.paging.DeviationListener;
import io.github.camelcallrail.paging.EndDates;
import io.github.camelcallrail.paging.Page;
import io.github.camelcallrail.paging.PageFetcher;
import io.github.camelcallrail.paging.RecordCursor;
import io.github.camelcallrail.paging.WalkFactory;
import io.github.camelcallrail.paging.WalkListener;
import io.github.camelcallrail.query.ReportPlan;
import io.github.camelcallrail.query.ReportQuery;
import io.github.camelcallrail.query.SourceSelection;
import io.github.camelcallrail.report.Source;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads reports with one {@link RequestPolicy}. Thread-safe. */
public final class ReportReader {

    private static final Logger LOG = LoggerFactory.getLogger(ReportReader.class);

    private final PageFetcher pages;
    private final RejectedFields rejectedFields;
    private final WalkFactory walks;
    private final EndDates endDates;
    private final AccountDirectory accounts;
    private final TimeZoneLookup zones;
    private final Clock clock;
    private final ServerClock serverClock;
    private final ReadingObserver observer;

    ReportReader(
            PageFetcher pages,
            RejectedFields rejectedFields,
            WalkFactory walks,
            EndDates endDates,
            DailyLists lists,
            TimeZoneLookup zones,
            Clock clock,
            ServerClock serverClock,
            ReadingObserver observer) {
        this.rejectedFields = rejectedFields;
        this.walks = walks;
        this.endDates = endDates;
        // Users did not request these lists, so their progress is not reported.
        this.accounts = new AccountDirectory(
                lists, query -> cursor(query, pages, WalkListener.NONE).rest(), clock);
        this.pages = new CompanySuggestions(new ChildPages(pages), accounts);
        this.zones = zones;
        this.clock = clock;
        this.serverClock = serverClock;
        this.observer = observer;
    }

    /**
     * Resolves a plan at the current time. Requests the account or the time zone from CallRail only if the plan does
     * not give it and the report needs it. The dates depend on what is known about CallRail's clock, so call
     * {@link OpenReport#corrected()} before using them.
     *
     * @throws io.github.camelcallrail.failure.CallRailFailure if the plan is incomplete, its dates are impossible now,
     *     or a request fails
     */
    public OpenReport open(ReportPlan plan) {
        String account = account(plan);
        ZoneId zone = zone(plan, account).id();
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

    /** The current time, at which windows end: not later than CallRail's time, as far as that is known. */
    public ReadingTime present() {
        return ReadingTime.of(clock.instant(), serverClock);
    }

    /**
     * The account of a plan: the one that it names, or the only one that the key can see; empty text for the list of
     * accounts.
     *
     * @throws io.github.camelcallrail.failure.CallRailFailure as {@link #open}
     */
    public String account(ReportPlan plan) {
        plan.requireComplete();
        return plan.report().ofAccount() ? plan.accountId().orElseGet(() -> accounts.onlyAccount(plan.report())) : "";
    }

    /**
     * The accounts that a plan with several sources selects, in the order of the option or, for all accounts, in
     * CallRail's order. Requests them from CallRail only if the plan does not list them, and at most once a day.
     *
     * @throws io.github.camelcallrail.failure.CallRailFailure if that request fails
     */
    public List<String> accounts(ReportPlan plan) {
        SourceSelection sources = plan.sources().orElseThrow();
        if (sources.accounts().isEmpty()) {
            return List.of(plan.report().ofAccount() ? accounts.onlyAccount(plan.report()) : "");
        }
        SourceSelection.Ids ids = sources.accounts().get();
        return ids.all() ? accounts.allAccounts(plan.report()) : ids.listed();
    }

    /**
     * The sources of a plan in one of its accounts. Requests the companies from CallRail only if the plan does not tell
     * which are in that account, and at most once a day.
     *
     * @param only whether it is the only account of the plan, so that all companies that the plan lists are in it
     * @throws io.github.camelcallrail.failure.CallRailFailure if that request fails
     */
    public List<Source> sources(ReportPlan plan, String account, boolean only) {
        Optional<SourceSelection.Ids> companies = plan.sources().orElseThrow().companies();
        if (companies.isEmpty()) {
            return List.of(Source.ofAccount(account));
        }
        List<String> listed = companies.get().listed();
        List<String> ids = only && !listed.isEmpty()
                ? listed
                : accounts.allCompanies(account, plan.report()).stream()
                        .filter(id -> listed.isEmpty() || listed.contains(id))
                        .toList();
        return ids.stream().map(id -> new Source(account, Optional.of(id))).toList();
    }

    /**
     * The time zone of the days of a plan.
     *
     * @throws io.github.camelcallrail.failure.CallRailFailure as {@link #open}
     */
    public DayZone zone(ReportPlan plan, String account) {
        return zones.of(plan, account, accounts);
    }

    /** The fields of the report that CallRail is known to reject, and that are therefore null in its records. */
    public Set<String> rejectedFields(ReportPlan plan, String account) {
        return plan.fields().implicit() ? rejectedFields.of(plan.report(), account) : Set.of();
    }

    /**
     * The records of a query. No request is sent before the first record is needed; then pages may be fetched ahead.
     */
    public RecordCursor read(ReportQuery query) {
        return cursor(query, pages, observer.reading(query));
    }

    /**
     * The first page of a list with at most one record, which tells how many there are; empty for a summary. Takes one
     * request, unless CallRail rejects fields that are not known to be rejected yet.
     */
    public Optional<Page> sample(ReportQuery query) {
        return query.report().paged() ? Optional.of(pages.page(query.ofOneRecord(), 1)) : Optional.empty();
    }

    private RecordCursor cursor(ReportQuery query, PageFetcher from, WalkListener listener) {
        DeviationListener deviations = (assumption, detail) -> observer.differs(query.report(), assumption, detail);
        Optional<EndDates> unknown = query.window()
                .filter(window -> window.end().time().isEmpty())
                .filter(window -> window.endInstant().isBefore(clock.instant()))
                .map(window -> endDates);
        return new RecordCursor(walks.walk(query, from, deviations, unknown), query.maxRecords(), listener);
    }
}
