package io.github.camelcallrail.documentation;

import static io.github.camelcallrail.documentation.Table.code;

import io.github.camelcallrail.window.DatePrecision;
import io.github.camelcallrail.window.DateSelection;
import io.github.camelcallrail.window.DateWindow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What date options mean, drawn as days of a calendar, as of the documentation's today. */
final class Calendar {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final LocalDate TODAY = LocalDate.ofInstant(DocumentedSandbox.NOW, ZONE);
    private static final LocalDate FIRST = TODAY.minusDays(10);
    private static final DateTimeFormatter HEAD = DateTimeFormatter.ofPattern("EEE d", Locale.US);

    private static final List<String> OPTIONS = List.of(
            "daysBack=7",
            "daysBack=1",
            "daysBack=0",
            "dateRange=last_7_days",
            "dateRange=yesterday",
            "startDaysBack=7&endDaysBack=1",
            "startDaysBack=10&endDaysBack=5",
            "startDaysBack=3&endDaysBack=3",
            "date=2026-03-10",
            "startDate=2026-03-11");

    private Calendar() {}

    static String ofMarch() {
        List<LocalDate> days = FIRST.datesUntil(TODAY.plusDays(1)).toList();
        List<String> heads = new ArrayList<>(List.of("Options"));
        days.forEach(day -> heads.add(day.format(HEAD)));
        Table table = new Table("6" + ",^1".repeat(days.size()), heads);
        for (String options : OPTIONS) {
            DateWindow window = window(options);
            List<Object> cells = new ArrayList<>(List.of(code(options)));
            days.forEach(day -> cells.add(mark(window, day)));
            table.row(cells.toArray());
        }
        return table.toString();
    }

    /** A full circle for a whole day, half a one for a part of it. */
    private static String mark(DateWindow window, LocalDate day) {
        Instant first = day.atStartOfDay(ZONE).toInstant();
        Instant last = day.plusDays(1).atStartOfDay(ZONE).toInstant().minusNanos(1);
        if (window.contains(first) && window.contains(last)) {
            return "●";
        }
        return window.contains(first) || window.contains(last) ? "◐" : "";
    }

    private static DateWindow window(String options) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String option : options.split("&")) {
            String[] parts = option.split("=", 2);
            given.put(parts[0], parts[1]);
        }
        return DateSelection.of(given).resolve(DocumentedSandbox.NOW, ZONE, DatePrecision.MINUTE);
    }
}
