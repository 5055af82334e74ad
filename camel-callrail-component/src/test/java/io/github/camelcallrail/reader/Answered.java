package io.github.camelcallrail.reader;

import io.github.camelcallrail.catalogue.ReportCatalogue;
import io.github.camelcallrail.client.ApiClient;
import io.github.camelcallrail.client.ApiRequest;
import io.github.camelcallrail.client.ApiResponse;
import io.github.camelcallrail.client.ServerClock;
import io.github.camelcallrail.paging.Page;
import io.github.camelcallrail.query.QueryOptions;
import io.github.camelcallrail.query.ReportPlan;
import io.github.camelcallrail.query.ReportQuery;
import io.github.camelcallrail.window.TimeZones;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the client makes of an answer that is in memory. */
final class Answered {

    private static final ApiRequest REQUEST = ApiRequest.get("/v3/a/ACC1/calls.json", "search=5550142");

    private Answered() {}

    /** @param options {@code name=value} */
    static ReportQuery query(String report, String... options) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        for (String option : options) {
            given.put(option.substring(0, option.indexOf('=')), List.of(option.substring(option.indexOf('=') + 1)));
        }
        return ReportPlan.of(ReportCatalogue.of(report), QueryOptions.NONE, new QueryOptions(given))
                .at("ACC1", TimeZones.UTC, Instant.parse("2026-03-15T12:30:00Z"));
    }

    static Page page(ReportQuery query, String body) {
        return page(query, body.getBytes(StandardCharsets.UTF_8));
    }

    static Page page(ReportQuery query, byte[] body) {
        return page(query, 200, new ByteArrayInputStream(body));
    }

    static Page page(ReportQuery query, int status, InputStream body) {
        Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        return new ApiClient(
                        request -> new ApiResponse(status, Map.of(), body),
                        clock,
                        new ServerClock(URI.create("https://api.callrail.com")))
                .send(ReportPages.call(query, REQUEST, new RecordReaders(), counts -> {}), headers -> {})
                .answer();
    }
}
