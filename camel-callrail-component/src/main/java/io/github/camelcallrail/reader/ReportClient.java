package io.github.camelcallrail.reader;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.client.ApiClient;
import io.github.camelcallrail.client.ConnectionPermits;
import io.github.camelcallrail.client.RequestPolicy;
import io.github.camelcallrail.client.RetryingClient;
import io.github.camelcallrail.client.ServerClock;
import io.github.camelcallrail.client.Transport;
import io.github.camelcallrail.paging.EndDates;
import io.github.camelcallrail.paging.FetchPolicy;
import io.github.camelcallrail.paging.WalkFactory;
import io.github.camelcallrail.time.Sleeper;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.Executor;

/**
 * A client of one API with one key. Thread-safe. Share one instance: it caches for a day which accounts the key can see
 * and the time zones of their companies, and remembers the fields that CallRail rejects.
 */
public final class ReportClient {

    private final ApiClient api;
    private final ConnectionPermits permits;
    private final ReportRequests requests;
    private final Clock clock;
    private final ServerClock serverClock;
    private final Sleeper sleeper;
    private final Executor executor;
    private final DailyLists lists;
    private final TimeZoneLookup zones = new TimeZoneLookup();
    private final RejectedFields rejectedFields = new RejectedFields();
    private final EndDates endDates = new EndDates();

    /**
     * @param transport how requests are sent
     * @param baseUrl where the transport sends them; links to its host are followed
     * @param apiVersion {@code v3} or {@code v2}
     * @param clock gives the current time
     * @param serverClock CallRail's clock, which corrects the other if that is ahead
     * @param sleeper waits between attempts, and for the budget
     * @param executor fetches pages ahead, or several in parallel
     */
    public ReportClient(
            Transport transport,
            URI baseUrl,
            String apiVersion,
            Clock clock,
            ServerClock serverClock,
            Sleeper sleeper,
            Executor executor) {
        this.permits = transport.permits();
        this.api = new ApiClient(transport, clock, serverClock);
        this.requests = new ReportRequests(apiVersion, baseUrl);
        this.clock = requireNonNull(clock, "clock is null");
        this.serverClock = serverClock;
        this.sleeper = requireNonNull(sleeper, "sleeper is null");
        this.executor = requireNonNull(executor, "executor is null");
        this.lists = new DailyLists(clock);
    }

    /**
     * A reader with a policy; cheap to create.
     *
     * @param pagesAhead how many pages to fetch ahead
     * @param parallel how many pages of a list to fetch in parallel
     * @param observer is notified of what is read
     */
    public ReportReader reader(RequestPolicy policy, int pagesAhead, int parallel, ReadingObserver observer) {
        return new ReportReader(
                new ReportPages(calls(policy), requests, rejectedFields, new RecordReaders()),
                rejectedFields,
                new WalkFactory(new FetchPolicy(pagesAhead, parallel, executor, policy.wanted())),
                endDates,
                lists,
                zones,
                clock,
                serverClock,
                observer);
    }

    /** Sends single calls with a policy; cheap to create. */
    public RetryingClient calls(RequestPolicy policy) {
        return new RetryingClient(api, permits, policy, clock, sleeper);
    }
}
