package io.github.camelcallrail.sandbox;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The part of an account's rows that a request is about.
 *
 * @param zone in which it is answered; UTC where the report is not dated
 * @param period null where the report is not dated
 */
record Scope(ZoneId zone, Period period, Stream<Row> rows) {

    /** Where the rows lie that are counted instead of listed. */
    private static final Map<String, String> COUNTED =
            Map.of("calls-summary", "calls", "calls-timeseries", "calls", "forms-summary", "form-submissions");

    /**
     * The rows in stored order.
     *
     * @param account null for the list of accounts
     */
    static Scope of(SandboxData data, SandboxEndpoint endpoint, AccountRows account, Query query, Instant now) {
        ZoneId zone = endpoint.dated() ? Zones.of(query, account) : ZoneId.of("UTC");
        Period period =
                endpoint.dated() ? Period.of(query, zone, now, endpoint.report().equals("sms-threads")) : null;
        Predicate<Row> filter = RowFilters.of(endpoint, query, account);
        String stored = COUNTED.getOrDefault(endpoint.report(), endpoint.report());
        return new Scope(
                zone,
                period,
                data.stored(account, stored).stream()
                        .filter(row -> period == null || period.contains(row.time()))
                        .filter(filter));
    }
}
