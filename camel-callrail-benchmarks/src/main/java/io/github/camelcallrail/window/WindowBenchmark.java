package io.github.camelcallrail.window;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The time to compute the dates of one poll (once per poll) and of one segment of a walk (once every twenty pages), to
 * show that it is negligible compared with a request.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WindowBenchmark {

    public Instant now = Instant.parse("2026-03-15T16:30:00Z");
    public ZoneId zone = ZoneId.of("America/New_York");

    private final DateSelection selection = DateSelection.of(Map.of("daysBack", "7"));
    private final DateWindow window = selection.resolve(now, zone, DatePrecision.MINUTE);
    private final RollingWindow rolling = new RollingWindow(zone, DatePrecision.MINUTE);

    @Benchmark
    public DateWindow wholeReport() {
        return selection.resolve(now, zone, DatePrecision.MINUTE);
    }

    @Benchmark
    public Optional<DateWindow> incrementalPoll() {
        return rolling.since(now.minusSeconds(3_600), now);
    }

    @Benchmark
    public DateWindow nextSegment() {
        return window.startingAt(now.minusSeconds(3_600));
    }
}
