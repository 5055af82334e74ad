package io.github.camelcallrail.sandbox;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The line a call or text came in on: a tracking number of a company.
 *
 * @param destination the company's own number, E.164
 */
record TrackingLine(
        String companyId,
        String companyName,
        ZoneId zone,
        String site,
        String trackerId,
        String trackerName,
        String trackingNumber,
        String destination) {

    /** The line that the draft's {@code tracker_id} or {@code company_id} identifies, or a random one. */
    static TrackingLine of(RecordDraft draft, AccountRecords account) {
        Object trackerId = draft.given("tracker_id");
        Object companyId = draft.given("company_id");
        List<StoredRecord> trackers = account.records("trackers").stream()
                .filter(record -> trackerId == null || record.id().equals(trackerId))
                .filter(record -> companyId == null || companyId.equals(companyIdOf(record)))
                .toList();
        StoredRecord tracker =
                trackers.isEmpty() ? null : trackers.get(account.random().nextInt(trackers.size()));
        StoredRecord company =
                companyOf(account, companyId != null ? companyId : tracker == null ? null : companyIdOf(tracker));
        return of(company, tracker);
    }

    private static StoredRecord companyOf(AccountRecords account, Object companyId) {
        return account.records("companies").stream()
                .filter(record -> record.id().equals(companyId))
                .findFirst()
                .orElseGet(() -> account.any("companies"));
    }

    private static TrackingLine of(StoredRecord company, StoredRecord tracker) {
        // Even if all companies or trackers were removed, generated calls have every field.
        String companyId = company == null ? "COM" + "0".repeat(32) : company.id();
        String name = company == null ? "Closed Company" : company.text("name");
        return new TrackingLine(
                companyId,
                name,
                ZoneId.of(company == null ? "UTC" : company.text("time_zone")),
                site(name),
                tracker == null
                        ? Ids.timeOrdered("TRK", Instant.EPOCH, new SplittableRandom(companyId.hashCode()))
                        : tracker.id(),
                tracker == null ? "Main line" : tracker.text("name"),
                tracker == null ? "+15125550100" : firstNumber(tracker),
                tracker == null ? "+15125550101" : tracker.text("destination_number"));
    }

    /** The address of a company's web site. */
    static String site(String company) {
        return "https://" + company.toLowerCase(Locale.ROOT).replace(' ', '-') + ".example.com";
    }

    static Object companyIdOf(StoredRecord tracker) {
        return tracker.get("company") instanceof Map<?, ?> company ? company.get("id") : null;
    }

    private static String firstNumber(StoredRecord tracker) {
        return tracker.get("tracking_numbers") instanceof List<?> numbers && !numbers.isEmpty()
                ? String.valueOf(numbers.get(0))
                : null;
    }
}
