package io.github.camelcallrail.operation;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.paging.Page;
import io.github.camelcallrail.query.ReportQuery;
import io.github.camelcallrail.query.TimeOrder;
import io.github.camelcallrail.quota.Limits;
import io.github.camelcallrail.quota.RequestUsage;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.window.DateWindow;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * What reading a report would take: windows, requests, time and memory.
 *
 * @param query what would be read
 * @param sample a page of one record of the list; empty for a summary
 * @param limits the limits of the endpoint
 * @param used the requests of the account that count towards them; empty if not known
 */
public record Explanation(ReportQuery query, Optional<Page> sample, Limits limits, Optional<RequestUsage> used) {

    private static final long MINUTES_OF_HOUR = 60;
    private static final long MINUTES_OF_DAY = 24 * MINUTES_OF_HOUR;

    public Explanation {
        requireNonNull(query, "query is null");
        requireNonNull(sample, "sample is null");
        requireNonNull(limits, "limits is null");
        requireNonNull(used, "used is null");
    }

    /** The record for users. Numbers that are not known are null. */
    public CallRailRecord record() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("report", query.report().name());
        fields.put("windows", query.windows().stream().map(Explanation::window).toList());
        fields.put("records", value(records()));
        fields.put("requests", value(requests()));
        fields.put(
                "requestsLeft", used.map(usage -> (Object) usage.left(limits)).orElse(null));
        fields.put("minutes", value(minutes()));
        fields.put("memory", value(memory()));
        return CallRailRecord.of(fields);
    }

    private static CallRailRecord window(DateWindow window) {
        DateTimeFormatter iso = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("start", iso.format(window.startsAt()));
        fields.put("end", iso.format(window.endsAt()));
        fields.put("zone", window.zone().getId());
        return CallRailRecord.of(fields);
    }

    /** The records that would be read; empty if CallRail does not count them. */
    private OptionalLong records() {
        OptionalLong total = sample.map(Page::totalRecords).orElse(OptionalLong.empty());
        return total.isPresent()
                ? OptionalLong.of(Math.min(total.getAsLong(), query.maxRecords().orElse(Long.MAX_VALUE)))
                : total;
    }

    /** The requests for a list that does not change meanwhile; empty if its records are not counted. */
    private OptionalLong requests() {
        if (!query.report().paged()) {
            return OptionalLong.of(Math.max(1, query.windows().size()));
        }
        OptionalLong records = records();
        if (records.isEmpty()) {
            return records;
        }
        long pages = Math.max(1, divided(records.getAsLong(), query.pageSize()));
        boolean whole =
                records.getAsLong() == sample.orElseThrow().totalRecords().orElse(0);
        // The first page of a list that does not come oldest first is read again after the last.
        boolean oldestFirst =
                query.timeOrder().filter(TimeOrder.OLDEST_FIRST::equals).isPresent();
        boolean again = !oldestFirst && !query.linked() && pages > 1 && whole;
        return OptionalLong.of(again ? pages + 1 : pages);
    }

    /** How long the last request waits for the budget, at most: 0 if there are enough requests left now. */
    private OptionalLong minutes() {
        OptionalLong requests = requests();
        if (requests.isEmpty()) {
            return requests;
        }
        long inHour = used.map(RequestUsage::inHour).orElse(0L);
        long inDay = used.map(RequestUsage::inDay).orElse(0L);
        return LongStream.of(
                        periods(inHour + requests.getAsLong(), limits.perHour()) * MINUTES_OF_HOUR,
                        periods(inDay + requests.getAsLong(), limits.perDay()) * MINUTES_OF_DAY)
                .max();
    }

    /** How many periods end before so many requests have been sent. */
    private static long periods(long requests, long limit) {
        return divided(requests, limit) - 1;
    }

    /** The bytes of the list of all records, as far as one record tells. */
    private OptionalLong memory() {
        OptionalLong records = records();
        if (records.isEmpty()) {
            return records;
        }
        return OptionalLong.of(sample.orElseThrow().records().stream()
                .mapToLong(record -> RecordSize.of(record) * records.getAsLong())
                .limit(1)
                .sum());
    }

    private static long divided(long number, long by) {
        return (number + by - 1) / by;
    }

    private static Object value(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }
}
