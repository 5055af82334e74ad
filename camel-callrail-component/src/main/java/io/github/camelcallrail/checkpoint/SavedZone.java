package io.github.camelcallrail.checkpoint;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The time zone that a consumer has looked up, so that the next process need not ask CallRail again on the same day.
 *
 * @param zone the time zone of the days
 * @param companyId the company that decides it; empty for all companies of the account
 * @param asked when CallRail was asked
 */
public record SavedZone(ZoneId zone, Optional<String> companyId, Instant asked) {

    private static final Duration MAX_AGE = Duration.ofDays(1);

    public SavedZone {
        requireNonNull(zone, "zone is null");
        requireNonNull(companyId, "companyId is null");
        requireNonNull(asked, "asked is null");
    }

    /** Whether it is the zone of this company, and was asked for less than a day ago. */
    public boolean isCurrent(Optional<String> company, Instant now) {
        return companyId.equals(company) && !asked.isAfter(now) && now.isBefore(asked.plus(MAX_AGE));
    }

    String text() {
        return asked + " " + zone.getId() + " " + companyId.orElse("") + "\n";
    }

    /** Empty if the text is not one that {@link #text} gives, or its zone is not known to this JVM. */
    static Optional<SavedZone> of(String text) {
        String[] words = text.split("[ \n]", -1);
        if (words.length != 4) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SavedZone(
                    ZoneId.of(words[1]),
                    Optional.of(words[2]).filter(company -> !company.isEmpty()),
                    Instant.parse(words[0])));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
