package io.github.camelcallrail.benchmarks.contender;

import io.github.camelcallrail.benchmarks.server.CallGrid;
import io.github.camelcallrail.benchmarks.server.CallServer;
import io.github.camelcallrail.catalogue.ReportCatalogue;
import io.github.camelcallrail.query.FieldSelection;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What every contender reads: all calls of a server, every field, oldest first.
 *
 * @param baseUrl the address of the server
 * @param pageSize the number of calls per request
 * @param zoneKnown whether the component is told the time zone of the days; otherwise it asks for it
 */
public record Source(String baseUrl, CallGrid grid, int pageSize, boolean zoneKnown) {

    public Source(String baseUrl, CallGrid grid, int pageSize) {
        this(baseUrl, grid, pageSize, true);
    }

    /** Any key is accepted. */
    public static final String API_KEY = "benchmark-key";

    /** A URI of the component that reads all calls. */
    String uri(String... options) {
        return uriFromStart(Stream.concat(Stream.of("endDate=" + grid.lastDay()), Arrays.stream(options)));
    }

    /** A URI of the component with an open end, as incremental consumers require. */
    String uriFromStart(String... options) {
        return uriFromStart(Arrays.stream(options));
    }

    /** @param options as in a query, separated by ampersands; may be empty; later options override earlier ones */
    private String uriFromStart(Stream<String> options) {
        Map<String, String> byName = new LinkedHashMap<>();
        // The quota is not part of the measurement.
        String always = "accountId=%s%s&pageSize=%s&startDate=%s&requestsPerHour=1000000&requestsPerDay=1000000"
                .formatted(CallServer.ACCOUNT, zoneKnown ? "&timeZone=UTC" : "", pageSize, grid.firstDay());
        Stream.concat(Stream.of(always), options)
                .flatMap(query -> Arrays.stream(query.split("&")))
                .filter(option -> !option.isEmpty())
                .forEach(option -> byName.put(option.split("=", 2)[0], option));
        return "callrail:calls?" + String.join("&", byName.values());
    }

    /** The address of the list, for contenders that send HTTP requests themselves. */
    public String address() {
        return baseUrl + "/v3/a/" + CallServer.ACCOUNT + "/calls.json";
    }

    /** The query of that address up to the page number, which must be appended; the same as the component sends. */
    public String queryBeforePage() {
        return "start_date=%s&end_date=%s&time_zone=UTC&fields=%s&sort=start_time&order=asc&per_page=%s&page="
                .formatted(grid.firstDay(), grid.lastDay(), fields(), pageSize);
    }

    private static String fields() {
        return String.join(
                "%2C", FieldSelection.of(ReportCatalogue.of("calls"), null).sent());
    }
}
