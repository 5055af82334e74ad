package io.github.camelcallrail.charts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The fields of one call that the charts need; all except the time may be null.
 *
 * @param start in the zone of the charts
 */
record CallRow(
        ZonedDateTime start,
        String direction,
        Boolean answered,
        Boolean voicemail,
        Boolean firstCall,
        String source,
        String leadStatus,
        String campaign) {

    static final String COLUMNS =
            "start_time, direction, answered, voicemail, first_call, source, lead_status, campaign";

    static CallRow of(ResultSet row, ZoneId zone) throws SQLException {
        return new CallRow(
                row.getObject("start_time", OffsetDateTime.class).atZoneSameInstant(zone),
                row.getString("direction"),
                flag(row, "answered"),
                flag(row, "voicemail"),
                flag(row, "first_call"),
                row.getString("source"),
                row.getString("lead_status"),
                row.getString("campaign"));
    }

    /** Only a call that came in can be missed. */
    boolean inbound() {
        return !"outbound".equals(direction);
    }

    /** False while a call is in progress, because nobody knows yet. */
    boolean missed() {
        return inbound() && Boolean.FALSE.equals(answered);
    }

    private static Boolean flag(ResultSet row, String column) throws SQLException {
        boolean value = row.getBoolean(column);
        return row.wasNull() ? null : value;
    }
}
