package io.github.camelcallrail.sandbox;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;

/** Time zones as the API accepts them ({@code time_zone=America/Denver}) and as its summaries display them. */
final class Zones {

    private static final Map<String, String> DISPLAY_NAMES = Map.of(
            "America/New_York", "Eastern Time (US & Canada)",
            "America/Chicago", "Central Time (US & Canada)",
            "America/Denver", "Mountain Time (US & Canada)",
            "America/Los_Angeles", "Pacific Time (US & Canada)",
            "America/Phoenix", "Arizona",
            "America/Anchorage", "Alaska",
            "Pacific/Honolulu", "Hawaii");

    private Zones() {}

    /**
     * The zone the request names, or else the zone of the key's owner, which is that of the account's first company.
     */
    static ZoneId of(Query query, AccountRecords account) {
        String asked = query.one("time_zone");
        if (asked == null || asked.equals("user")) {
            return ofOwner(account);
        }
        try {
            return DISPLAY_NAMES.entrySet().stream()
                    .filter(name -> name.getValue().equals(asked))
                    .findFirst()
                    .map(name -> ZoneId.of(name.getKey()))
                    .orElseGet(() -> ZoneId.of(asked, ZoneId.SHORT_IDS));
        } catch (DateTimeException e) {
            throw new RejectedRequestException(400, "Invalid value for time_zone: " + asked);
        }
    }

    static ZoneId ofOwner(AccountRecords account) {
        return account.records("companies").stream()
                .findFirst()
                .map(company -> ZoneId.of(company.text("time_zone")))
                .orElse(ZoneId.of("UTC"));
    }

    /** The zone of a company of the account; UTC if there is no such company. */
    static ZoneId ofCompany(AccountRecords account, Object companyId) {
        return account.records("companies").stream()
                .filter(company -> company.id().equals(companyId))
                .findFirst()
                .map(company -> ZoneId.of(company.text("time_zone")))
                .orElse(ZoneId.of("UTC"));
    }

    static String displayName(ZoneId zone) {
        return DISPLAY_NAMES.getOrDefault(zone.getId(), zone.getId());
    }
}
