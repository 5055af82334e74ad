package io.github.camelcallrail.benchmarks;

import io.github.camelcallrail.benchmarks.server.CallGrid;
import io.github.camelcallrail.benchmarks.server.CallPages;
import io.github.camelcallrail.benchmarks.server.CallServer;
import io.github.camelcallrail.benchmarks.server.CallTemplates;
import io.github.camelcallrail.benchmarks.server.PageRequest;
import io.github.camelcallrail.benchmarks.server.Profile;
import io.github.camelcallrail.catalogue.ReportCatalogue;
import io.github.camelcallrail.client.ApiResponse;
import io.github.camelcallrail.client.ConnectionWait;
import io.github.camelcallrail.client.RequestPolicy;
import io.github.camelcallrail.client.RetryPolicy;
import io.github.camelcallrail.client.ServerClock;
import io.github.camelcallrail.paging.RecordCursor;
import io.github.camelcallrail.query.QueryOptions;
import io.github.camelcallrail.query.ReportPlan;
import io.github.camelcallrail.query.ReportQuery;
import io.github.camelcallrail.quota.AccountPauses;
import io.github.camelcallrail.quota.Limits;
import io.github.camelcallrail.quota.RequestBudget;
import io.github.camelcallrail.reader.ReadingObserver;
import io.github.camelcallrail.reader.ReportClient;
import io.github.camelcallrail.reader.ReportReader;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.time.Sleeper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * One page of calls, read by the component's client from bytes in memory: everything it does with a response, without
 * the network. Everything the microbenchmarks know about the client is here.
 */
public final class InMemoryCalls {

    private final ReportReader reader;
    private final ReportQuery query;

    /** @param count how many calls the page has, at most 250 */
    public InMemoryCalls(Profile profile, int count) {
        CallGrid grid = CallGrid.endingBefore(Clock.systemUTC().instant(), 2, count);
        byte[] body = page(grid, profile);
        URI baseUrl = URI.create("http://localhost");
        ReportClient client = new ReportClient(
                request -> new ApiResponse(
                        200, Map.of("content-type", "application/json"), new ByteArrayInputStream(body)),
                baseUrl,
                "v3",
                Clock.systemUTC(),
                new ServerClock(baseUrl),
                Sleeper.SYSTEM,
                Runnable::run);
        reader = client.reader(withoutLimits(), 0, 1, ReadingObserver.NONE);
        Map<String, List<String>> options = Map.of(
                "accountId", List.of(CallServer.ACCOUNT),
                "timeZone", List.of("UTC"),
                "startDate", List.of(grid.firstDay().toString()),
                "endDate", List.of(grid.lastDay().toString()));
        query = reader.open(ReportPlan.of(ReportCatalogue.of("calls"), QueryOptions.NONE, new QueryOptions(options)))
                .query();
    }

    /** A budget that always allows a request, at almost no cost. */
    private static RequestPolicy withoutLimits() {
        return new RequestPolicy(
                new Unlimited(),
                new AccountPauses(new Random()),
                Limits.CALLRAILS_OWN,
                Duration.ZERO,
                new ConnectionWait(Duration.ZERO, "budgetWait"),
                new RetryPolicy(0, Duration.ZERO, Duration.ZERO),
                () -> true,
                ReadingObserver.NONE);
    }

    /** Reads the page. */
    public RecordCursor read() {
        return reader.read(query);
    }

    /** The records of the page. */
    public List<CallRailRecord> records() {
        return List.copyOf(read().rest());
    }

    private static byte[] page(CallGrid grid, Profile profile) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try {
            new CallPages(grid, new CallTemplates(profile))
                    .page(new PageRequest(Optional.empty(), Optional.empty(), 1, grid.size()))
                    .writeTo(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return body.toByteArray();
    }

    private static final class Unlimited implements RequestBudget {
        @Override
        public Optional<Instant> take(String account, Limits limits, Instant now) {
            return Optional.empty();
        }

        @Override
        public void raise(String account, int inHour, int inDay, Instant now) {
            // Nothing counts.
        }
    }
}
