package io.github.camelcallrail.benchmarks.server;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a request for a page.
 *
 * @param start a day or a minute, in UTC; empty for the first call
 * @param end a day or a minute, in UTC; empty for the last call
 * @param page from 1
 */
public record PageRequest(Optional<String> start, Optional<String> end, int page, int perPage) {

    /** Parses a query, in which every parameter is optional. */
    static PageRequest of(String query) {
        Map<String, String> parameters = new HashMap<>();
        Arrays.stream(query.split("&")).map(pair -> pair.split("=", 2)).forEach(pair -> {
            // The names of the sixty fields are ignored, so they need not be decoded.
            if (pair.length == 2 && !pair[0].equals("fields")) {
                parameters.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
            }
        });
        String zone = parameters.getOrDefault("time_zone", "UTC");
        if (!zone.equals("UTC")) {
            throw new IllegalArgumentException("This server only supports the time zone UTC, not " + zone);
        }
        int perPage = Integer.parseInt(parameters.getOrDefault("per_page", "100"));
        if (perPage < 1 || perPage > CallTemplates.CALLS) {
            throw new IllegalArgumentException("per_page is 1 to " + CallTemplates.CALLS + ", not " + perPage);
        }
        return new PageRequest(
                Optional.ofNullable(parameters.get("start_date")),
                Optional.ofNullable(parameters.get("end_date")),
                Integer.parseInt(parameters.getOrDefault("page", "1")),
                perPage);
    }
}
