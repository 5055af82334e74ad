package io.github.camelcallrail.benchmarks;

import io.github.camelcallrail.benchmarks.contender.Contender;
import io.github.camelcallrail.benchmarks.contender.ContenderEntry;
import io.github.camelcallrail.benchmarks.contender.Sink;
import io.github.camelcallrail.benchmarks.contender.Source;
import io.github.camelcallrail.benchmarks.server.CallGrid;
import java.time.Instant;
import java.util.List;

/**
 * What a contender reads in its own process, as words on the command line of that process.
 *
 * @param entry the contender
 * @param source what it reads
 */
public record RunArguments(ContenderEntry entry, Source source) {

    /** The number of words. */
    public static final int LENGTH = 9;

    /** Parses what {@link #words} gives; further words are ignored. */
    public static RunArguments of(String... words) {
        CallGrid grid = new CallGrid(
                Instant.parse(words[3]),
                Integer.parseInt(words[4]),
                Integer.parseInt(words[5]),
                Integer.parseInt(words[6]));
        return new RunArguments(
                ContenderEntry.of(words[0], words[1]),
                new Source(words[2], grid, Integer.parseInt(words[7]), Boolean.parseBoolean(words[8])));
    }

    public List<String> words() {
        CallGrid grid = source.grid();
        return List.of(
                entry.name(),
                entry.common(),
                source.baseUrl(),
                grid.start().toString(),
                Integer.toString(grid.perMinute()),
                Integer.toString(grid.minutesApart()),
                Integer.toString(grid.size()),
                Integer.toString(source.pageSize()),
                Boolean.toString(source.zoneKnown()));
    }

    public Contender open(Sink sink) {
        return entry.open(source, sink);
    }
}
