package io.github.camelcallrail.reader;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.client.ApiClient;
import io.github.camelcallrail.client.ConnectionPermits;
import io.github.camelcallrail.client.RequestPolicy;
import io.github.camelcallrail.client.RetryingClient;
import io.github.camelcallrail.client.ServerClock;
import io.github.camelcallrail.client.Transport;
import io.github.camelcallrail.paging.FetchPolicy;
import io.github.camelcallrail.paging.WalkFactory;
import io.github.camelcallrail.time.Sleeper;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.Executor;

/**
 * One API with one key. Thread-safe; share one, because it remembers for a day which accounts the key sees and what zones their
 * companies are in, and which columns they are refused.
 */
public final class ReportClient {

    private final ApiClient api;
    private final ConnectionPermits permits;
    private final ReportRequests requests;
    private final Clock clock;
    private final ServerClock serverClock;
    private final Sleeper sleeper;
    private final Executor executor;
    private final DailyLists listings;
    private final TimeZoneLookup zones = new TimeZoneLookup();
    private final RejectedFields refusedFields = new RejectedFields();

    /**
     * @param transport how requests are sent
     * @param baseUrl where the transport sends them; links in answers to its host are followed
     * @param apiVersion {@code v3} or {@code v2}
     * @param clock says what today is
     * @param serverClock the clock behind the base URL, which corrects the other where that is ahead
     * @param sleeper waits between attempts, and for the budget
     * @param executor runs what fetches pages before they are asked for, or several at once
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
        this.listings = new DailyLists(clock);
    }

    /**
     * Reads as a policy says; costs nothing to make.
     *
     * @param pagesAhead how many pages to fetch before they are asked for
     * @param parallel how many pages of a list to fetch at once
     * @param observer is told what is read
     */
    public ReportReader reader(RequestPolicy policy, int pagesAhead, int parallel, ReadingObserver observer) {
        RetryingClient client = new RetryingClient(api, permits, policy, clock, sleeper);
        return new ReportReader(
                new ReportPages(client, requests, refusedFields),
                refusedFields,
                new WalkFactory(new FetchPolicy(pagesAhead, parallel, executor, policy.wanted())),
                listings,
                zones,
                clock,
                serverClock,
                observer);
    }
}
