package io.github.camelcallrail.charts;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * Computes the charts of a table of calls in H2 or PostgreSQL.
 *
 * <p>The table has the columns {@code start_time} (a timestamp with time zone), {@code direction}, {@code answered},
 * {@code voicemail}, {@code first_call}, {@code source}, {@code lead_status} and {@code campaign}, with the values of
 * CallRail's fields of the same names. All but {@code start_time} may be null. No other column is read, so no name or
 * number of a caller reaches a chart.
 *
 * <p>A missed call is an incoming call that nobody answered, with or without a voicemail. Days and hours are those of
 * the zone, also when clocks change.
 */
public final class CallStatistics {

    private static final int ROWS_AT_ONCE = 1_000;

    private final DataSource database;
    private final String table;
    private final ZoneId zone;

    /**
     * @param table the name of the table, optionally with a schema
     * @param zone the zone of days and hours
     */
    public CallStatistics(DataSource database, String table, ZoneId zone) {
        this.database = Objects.requireNonNull(database, "database");
        this.zone = Objects.requireNonNull(zone, "zone");
        // The name becomes part of the SQL.
        if (!table.matches("\\w+(\\.\\w+)?")) {
            throw new IllegalArgumentException("'" + table + "' is not the name of a table");
        }
        this.table = table;
    }

    /** Reads the table once and counts. */
    public Overview overview() throws SQLException {
        CallsPerDay days = new CallsPerDay();
        MissedByHour hours = new MissedByHour();
        AnsweredShare answered = new AnsweredShare();
        FirstTimeCallers callers = new FirstTimeCallers();
        LeadStatus leads = new LeadStatus();
        List<Tally> tallies = List.of(days, hours, answered, callers, leads, new TopCampaigns());
        long calls = read(tallies);
        return new Overview(
                calls,
                List.of(
                        new Figure("calls", "Calls", Words.number(calls), days.period()),
                        new Figure(
                                "answered",
                                "Answered",
                                Words.percent(answered.answered(), answered.known()),
                                Words.number(answered.answered()) + " of "
                                        + Words.number(answered.known(), "incoming call")),
                        mostMissed(hours, answered.missed()),
                        new Figure(
                                "first-time",
                                "First-time callers",
                                Words.percent(callers.first(), callers.known()),
                                Words.number(callers.first()) + " of "
                                        + Words.number(callers.known(), "incoming call")),
                        new Figure(
                                "good-leads",
                                "Good leads",
                                Words.number(leads.good()),
                                Words.percent(leads.good(), calls) + " of all calls")),
                tallies.stream().map(Tally::chart).toList());
    }

    private static Figure mostMissed(MissedByHour hours, long missed) {
        List<DayOfWeek> worst = hours.worst();
        return new Figure(
                "most-missed",
                "Most missed on",
                worst.isEmpty()
                        ? "–"
                        : Words.list(worst.stream().map(Words::weekday).toList()),
                worst.isEmpty()
                        ? "No call was missed"
                        : Words.number(hours.missedOn(worst.get(0))) + " of " + Words.number(missed, "missed call")
                                + (worst.size() == 1 ? "" : " on each"));
    }

    private long read(List<Tally> tallies) throws SQLException {
        try (Connection connection = database.getConnection()) {
            // PostgreSQL's driver reads in steps only within a transaction.
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(ROWS_AT_ONCE);
                try (ResultSet rows = statement.executeQuery("select " + CallRow.COLUMNS + " from " + table)) {
                    long calls = 0;
                    for (; rows.next(); calls++) {
                        CallRow call = CallRow.of(rows, zone);
                        tallies.forEach(tally -> tally.add(call));
                    }
                    return calls;
                }
            }
        }
    }
}
