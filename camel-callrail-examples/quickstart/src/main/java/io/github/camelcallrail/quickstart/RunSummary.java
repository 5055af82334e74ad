package io.github.camelcallrail.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The result of a run, formatted for display.
 *
 * @param calls how many calls were read
 * @param before how many rows the table had before
 * @param rows how many rows the table has now
 * @param directory where the database and the summary file are
 */
record RunSummary(long calls, long before, long rows, Progress.Window window, Path directory) {

    static final String SUMMARY_FILE = "calls-by-source.json";

    private static final int SOURCES_SHOWN = 5;
    private static final String LINE = "  %-20s %s%n";

    void print(Connection from, PrintStream out) throws IOException {
        Path near = near(directory);
        out.println();
        out.printf(Locale.ROOT, LINE, "source", from.toSandbox() ? "the sandbox (invented calls)" : from.baseUrl());
        out.printf(Locale.ROOT, LINE, "days", window.firstDay() + " to " + window.lastDay());
        out.printf(Locale.ROOT, LINE, "time zone", window.zone() + " (set " + Connection.TIME_ZONE + " to change it)");
        out.printf(Locale.ROOT, LINE, "calls read", read());
        out.printf(Locale.ROOT, LINE, "rows in the table", rows + (rows > calls ? " (including earlier runs)" : ""));
        out.printf(Locale.ROOT, LINE, "database", CallsTable.file(near));
        out.printf(Locale.ROOT, LINE, "calls by source", near.resolve(SUMMARY_FILE));
        printSources(out);
    }

    /** For example {@code 334}; after an earlier run, {@code 334 (332 again, 2 new)}. */
    private String read() {
        if (calls == 0) {
            return "0 (there are none in these days)";
        }
        long added = rows - before;
        return before == 0 ? "" + calls : calls + " (" + (calls - added) + " again, " + added + " new)";
    }

    private void printSources(PrintStream out) throws IOException {
        List<JsonNode> sources = new ArrayList<>();
        new ObjectMapper().readTree(directory.resolve(SUMMARY_FILE).toFile()).forEach(sources::add);
        sources.sort(Comparator.comparingLong(RunSummary::totalCalls).reversed());
        sources.stream()
                .limit(SOURCES_SHOWN)
                .forEach(source -> out.printf(
                        Locale.ROOT, "    %-25s %6d%n", source.path("key").asText("(unknown)"), totalCalls(source)));
        if (sources.size() > SOURCES_SHOWN) {
            out.printf(Locale.ROOT, "    and %s more%n", sources.size() - SOURCES_SHOWN);
        }
    }

    private static long totalCalls(JsonNode source) {
        return source.path("total_calls").asLong();
    }

    /** The shortest form of the path from the current directory. */
    private static Path near(Path path) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = path.toAbsolutePath().normalize();
        return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
    }
}
