package io.github.camelcallrail.client;

import io.github.camelcallrail.benchmarks.InMemoryCalls;
import io.github.camelcallrail.benchmarks.server.Profile;
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

/**
 * The time per call to convert a full page of JSON into records, including the checks of the walk. Everything else that
 * a consumer needs is network and Camel.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PageBenchmark {

    private static final int CALLS = 250;

    @Param({"FIELDS", "TRANSCRIPTS"})
    public Profile profile;

    private InMemoryCalls calls;

    @Setup
    public void setUp() {
        calls = new InMemoryCalls(profile, CALLS);
    }

    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void readPage(Blackhole sink) {
        calls.read().forEachRemaining(sink::consume);
    }
}
