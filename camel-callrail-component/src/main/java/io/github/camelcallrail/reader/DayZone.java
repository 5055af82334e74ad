package io.github.camelcallrail.reader;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;

/**
 * The time zone of the days of a reading.
 *
 * @param id the zone
 * @param ofCompanies whether CallRail gave it as the zone of the companies; otherwise an option gave it, or it is UTC
 *     because nothing depends on it or the companies share none
 */
public record DayZone(ZoneId id, boolean ofCompanies) {

    public DayZone {
        requireNonNull(id, "id is null");
    }
}
