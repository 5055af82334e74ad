package io.github.camelcallrail.quickstart;

import io.github.camelcallrail.charts.CallStatistics;
import io.github.camelcallrail.charts.ReportPage;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;

/** The HTML page of the table of calls, beside its database. */
final class CallsPage {

    private CallsPage() {}

    static Path file(Path directory) {
        return directory.resolve("calls.html");
    }

    /** Writes the page and returns its file. */
    static Path write(CallsTable table, Connection from, ZoneId zone, Path directory) throws SQLException, IOException {
        Path file = file(directory).toAbsolutePath().normalize();
        String source = from.toSandbox()
                ? "Invented calls from the sandbox. Set " + Connection.API_KEY + " to see your own."
                : "All calls in the table of the quickstart, read from " + from.baseUrl() + ".";
        new ReportPage(
                        "Calls report",
                        List.of(source, "Days and hours are in the time zone " + zone.getId() + "."),
                        new CallStatistics(table.dataSource(), "calls", zone).overview())
                .write(file);
        return file;
    }
}
