package io.github.camelcallrail.sandbox;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What a call or text came in on: a tracking number of a company.
 *
 * @param destination the company's own number, E.164
 */
record Line(
        String companyId,
        String companyName,
        ZoneId zone,
        String site,
        String trackerId,
        String trackerName,
        String trackingNumber,
        String destination) {

    /** The line the draft names by {@code tracker_id} or {@code company_id}, or one at random. */
    static Line of(Draft draft, AccountRows account) {
        Object trackerId = draft.given("tracker_id");
        Object companyId = draft.given("company_id");
        List<Row> trackers = account.rows("trackers").stream()
                .filter(row -> trackerId == null || row.id().equals(trackerId))
                .filter(row -> companyId == null || companyId.equals(companyIdOf(row)))
                .toList();
        Row tracker = trackers.isEmpty() ? null : trackers.get(account.random().nextInt(trackers.size()));
        Row company = companyOf(account, companyId != null ? companyId : tracker == null ? null : companyIdOf(tracker));
        return of(company, tracker);
    }

    private static Row companyOf(AccountRows account, Object companyId) {
        return account.rows("companies").stream()
                .filter(row -> row.id().equals(companyId))
                .findFirst()
                .orElseGet(() -> account.any("companies"));
    }

    private static Line of(Row company, Row tracker) {
        // An account emptied of companies or trackers still gets calls that look whole.
        String companyId = company == null ? "COM" + "0".repeat(32) : company.id();
        String name = company == null ? "Closed Company" : company.text("name");
        return new Line(
                companyId,
                name,
                ZoneId.of(company == null ? "UTC" : company.text("time_zone")),
                "https://" + name.toLowerCase(Locale.ROOT).replace(' ', '-') + ".example.com",
                tracker == null
                        ? Ids.timeOrdered("TRK", Instant.EPOCH, new SplittableRandom(companyId.hashCode()))
                        : tracker.id(),
                tracker == null ? "Main line" : tracker.text("name"),
                tracker == null ? "+15125550100" : firstNumber(tracker),
                tracker == null ? "+15125550101" : tracker.text("destination_number"));
    }

    static Object companyIdOf(Row tracker) {
        return tracker.get("company") instanceof Map<?, ?> company ? company.get("id") : null;
    }

    private static String firstNumber(Row tracker) {
        return tracker.get("tracking_numbers") instanceof List<?> numbers && !numbers.isEmpty()
                ? String.valueOf(numbers.get(0))
                : null;
    }
}
