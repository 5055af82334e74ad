package io.github.camelcallrail.quickstart;

import java.io.PrintStream;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The newest records of the table, formatted for display. */
record NewestCalls(List<List<String>> lines) {

    private static final int SHOWN = 5;
    private static final int WIDTH_AT_MOST = 24;
    private static final List<String> FIELDS =
            List.of("start_time", "source", "direction", "answered", "duration", "lead_status");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    static NewestCalls of(CallsTable table, ZoneId zone) throws SQLException {
        List<List<String>> lines = new ArrayList<>();
        lines.add(FIELDS);
        String sql = "select " + String.join(", ", FIELDS) + " from calls order by start_time desc, id limit ?";
        try (PreparedStatement newest = table.connection().prepareStatement(sql)) {
            newest.setInt(1, SHOWN);
            try (ResultSet rows = newest.executeQuery()) {
                while (rows.next()) {
                    lines.add(line(rows, zone));
                }
            }
        }
        return new NewestCalls(lines);
    }

    void print(PrintStream out) {
        if (lines.size() == 1) {
            return;
        }
        int[] widths = IntStream.range(0, FIELDS.size())
                .map(i -> lines.stream()
                        .mapToInt(line -> line.get(i).length())
                        .max()
                        .orElse(0))
                .toArray();
        out.println();
        out.println("  the newest records of the table:");
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder("   ");
            for (int i = 0; i < widths.length; i++) {
                text.append(' ').append(String.format(Locale.ROOT, "%-" + (widths[i] + 1) + "s", line.get(i)));
            }
            out.println(text.toString().stripTrailing());
        }
    }

    private static List<String> line(ResultSet row, ZoneId zone) throws SQLException {
        List<String> line = new ArrayList<>();
        line.add(MINUTE.format(row.getObject(1, OffsetDateTime.class).atZoneSameInstant(zone)));
        for (int i = 2; i <= FIELDS.size(); i++) {
            Object value = row.getObject(i);
            line.add(value == null ? "-" : shortened(value.toString()));
        }
        return line;
    }

    private static String shortened(String text) {
        return text.length() > WIDTH_AT_MOST ? text.substring(0, WIDTH_AT_MOST - 1) + "…" : text;
    }
}
