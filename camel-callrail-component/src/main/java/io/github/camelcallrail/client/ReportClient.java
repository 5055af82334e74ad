package io.github.camelcallrail.client;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.paging.Page;
import io.github.camelcallrail.paging.PageFetcher;
import io.github.camelcallrail.paging.RecordCursor;
import io.github.camelcallrail.paging.Walk;
import io.github.camelcallrail.report.ReportPlan;
import io.github.camelcallrail.report.ReportQuery;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads reports of one API with one key. Thread-safe; share one, because it remembers for a day which accounts the key sees and
 * what zones their companies are in.
 */
public final class ReportClient {

    private static final Logger LOG = LoggerFactory.getLogger(ReportClient.class);

    private final ApiClient api;
    private final ReportRequests requests;
    private final Clock clock;
    private final AccountDirectory accounts;
    private final ZoneOfDays zones;

    /**
     * @param transport how requests are sent
     * @param baseUrl where the transport sends them; links in answers to its host are followed
     * @param apiVersion {@code v3} or {@code v2}
     * @param clock says what today is
     */
    public ReportClient(Transport transport, URI baseUrl, String apiVersion, Clock clock) {
        this.api = new ApiClient(transport);
        this.requests = new ReportRequests(apiVersion, baseUrl);
        this.clock = requireNonNull(clock, "clock is null");
        this.accounts = new AccountDirectory(query -> read(query).rest(), clock);
        this.zones = new ZoneOfDays(accounts);
    }

    /**
     * Turns a plan into the query that it means now, asking CallRail for the account or the zone only where the plan leaves it
     * open and the report needs it.
     *
     * @throws io.github.camelcallrail.failure.CallRailFailure when the plan is incomplete, its dates are impossible now, or CallRail cannot be asked
     */
    public ReportQuery query(ReportPlan plan) {
        String account = account(plan);
        ReportQuery query = plan.at(account, zone(plan, account), clock.instant());
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

    /**
     * The account of a plan: the one that it names, or the only one that the key sees; empty text for the list of accounts.
     *
     * @throws io.github.camelcallrail.failure.CallRailFailure as {@link #query}
     */
    public String account(ReportPlan plan) {
        plan.requireComplete();
        return plan.report().ofAccount() ? plan.accountId().orElseGet(accounts::onlyAccount) : "";
    }

    /**
     * The zone of a plan's days.
     *
     * @throws io.github.camelcallrail.failure.CallRailFailure as {@link #query}
     */
    public ZoneId zone(ReportPlan plan, String account) {
        return zones.of(plan, account);
    }

    /** The rows of a query. Nothing is asked before the first is asked for. */
    public RecordCursor read(ReportQuery query) {
        return new RecordCursor(Walk.of(query, fetcher()), query.maxRecords());
    }

    private PageFetcher fetcher() {
        return new PageFetcher() {
            @Override
            public Page page(ReportQuery query, int number) {
                return api.get(query, requests.page(query, number));
            }

            @Override
            public Page linked(ReportQuery query, String next) {
                return api.get(query, requests.linked(query, next));
            }
        };
    }
}
