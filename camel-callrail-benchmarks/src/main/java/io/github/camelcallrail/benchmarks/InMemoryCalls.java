package io.github.camelcallrail.benchmarks;

import io.github.camelcallrail.benchmarks.server.CallGrid;
import io.github.camelcallrail.benchmarks.server.CallPages;
import io.github.camelcallrail.benchmarks.server.CallServer;
import io.github.camelcallrail.benchmarks.server.CallTemplates;
import io.github.camelcallrail.benchmarks.server.PageRequest;
import io.github.camelcallrail.benchmarks.server.Profile;
import io.github.camelcallrail.client.ApiResponse;
import io.github.camelcallrail.client.ReportClient;
import io.github.camelcallrail.paging.RecordCursor;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.report.Options;
import io.github.camelcallrail.report.ReportCatalogue;
import io.github.camelcallrail.report.ReportPlan;
import io.github.camelcallrail.report.ReportQuery;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One page of calls, read by the component's client from bytes in memory: all that it does with an answer, without network. All
 * that the microbenchmarks know of the client is here.
 */
public final class InMemoryCalls {

    private final ReportClient client;
    private final ReportQuery query;

    /** @param count how many calls the page has, 250 at most */
    public InMemoryCalls(Profile profile, int count) {
        CallGrid grid = CallGrid.endingBefore(Clock.systemUTC().instant(), 2, count);
        byte[] body = page(grid, profile);
        client = new ReportClient(
                request -> new ApiResponse(
                        200, Map.of("content-type", "application/json"), new ByteArrayInputStream(body)),
                URI.create("http://localhost"),
                "v3",
                Clock.systemUTC());
        Map<String, List<String>> options = Map.of(
                "accountId", List.of(CallServer.ACCOUNT),
                "timeZone", List.of("UTC"),
                "startDate", List.of(grid.firstDay().toString()),
                "endDate", List.of(grid.lastDay().toString()));
        query = client.query(ReportPlan.of(ReportCatalogue.of("calls"), Options.NONE, new Options(options)));
    }

    /** Reads the page. */
    public RecordCursor read() {
        return client.read(query);
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
}
