package io.github.camelcallrail.benchmarks.cold;

import io.github.camelcallrail.benchmarks.RunArguments;
import io.github.camelcallrail.benchmarks.contender.Contender;
import io.github.camelcallrail.benchmarks.contender.Sink;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The main class of a process that reads once, writes the calls to a file and ends. It prints how long it read, how
 * much processor time the process used, and how much memory.
 */
final class ColdRun {

    private static final int BUFFER = 1 << 16;

    private ColdRun() {}

    public static void main(String... words) throws Exception {
        RunArguments run = RunArguments.of(words);
        try (OutputStream lines =
                        new BufferedOutputStream(Files.newOutputStream(Path.of(words[RunArguments.LENGTH])), BUFFER);
                Contender contender = run.open(new Sink(lines))) {
            long begin = System.nanoTime();
            contender.read();
            long reading = System.nanoTime() - begin;
            Duration processor =
                    ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
            System.out.println(reading + " " + processor.toNanos() + " " + ResidentSet.largest());
        }
        // Ends at once: the threads of the JDK's HTTP client would live on for a while.
        System.out.flush();
        Runtime.getRuntime().exit(0);
    }
}
