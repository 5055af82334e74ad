package io.github.camelcallrail.sandbox;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The records of an account that a request covers.
 *
 * @param zone the time zone of the response; UTC if the report is not dated. The zone of the period may be another
 * @param period null if the report is not dated
 */
record RequestScope(ZoneId zone, Period period, Stream<StoredRecord> records) {

    /** The report whose records each summary counts. */
    private static final Map<String, String> COUNTED =
            Map.of("calls-summary", "calls", "calls-timeseries", "calls", "forms-summary", "form-submissions");

    /**
     * The records in stored order.
     *
     * @param account null for the list of accounts
     */
    static RequestScope of(
            SandboxData data,
            SandboxEndpoint endpoint,
            AccountRecords account,
            Query query,
            Instant now,
            Set<ContraryBehavior> contrary) {
        ZoneId zone = endpoint.dated() ? Zones.of(query, account) : ZoneId.of("UTC");
        Period period = endpoint.dated() ? new ContraryRequests(contrary).period(endpoint, query, zone, now) : null;
        Predicate<StoredRecord> filter = RecordFilters.of(endpoint, query, account);
        String stored = COUNTED.getOrDefault(endpoint.report(), endpoint.report());
        return new RequestScope(
                zone,
                period,
                data.stored(account, stored).stream()
                        .filter(record -> period == null || period.contains(record.time()))
                        .filter(filter));
    }
}
