package io.github.camelcallrail.checkpoint;

import io.github.camelcallrail.benchmarks.InMemoryCalls;
import io.github.camelcallrail.benchmarks.server.Profile;
import io.github.camelcallrail.catalogue.ReportCatalogue;
import io.github.camelcallrail.report.CallRailRecord;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** The time to detect by its fingerprint whether one call changed: the cost of {@code incremental} per record read. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FingerprintBenchmark {

    private static final int CALLS = 250;

    @Param({"FIELDS", "TRANSCRIPTS"})
    public Profile profile;

    private final Fingerprint fingerprint =
            new Fingerprint(ReportCatalogue.of("calls").fields().changing());

    private List<CallRailRecord> calls;

    @Setup
    public void setUp() {
        calls = new InMemoryCalls(profile, CALLS).records();
    }

    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void fingerprint(Blackhole sink) {
        for (CallRailRecord call : calls) {
            sink.consume(fingerprint.of(call));
        }
    }
}
