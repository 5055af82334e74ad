package io.github.camelcallrail.benchmarks.cold;

import io.github.camelcallrail.benchmarks.RunArguments;
import io.github.camelcallrail.benchmarks.contender.ContenderEntry;
import io.github.camelcallrail.benchmarks.contender.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The processes that are compared: each starts, reads once, writes a file and ends. */
enum ColdContender {
    CONSUMER("component, consumer"),
    STREAM("component, producer, stream and streaming split"),
    INCREMENTAL("component, incremental consumer, state in a directory"),
    ROUTE("route written by hand: loop, camel-http, camel-jackson, split"),
    LOOP("bare loop: java.net.http and Jackson in one thread, no Camel"),
    PYTHON("bare loop in Python: urllib and json"),
    EMPTY("a Camel context without any route, started and stopped");

    private final String description;

    ColdContender(String description) {
        this.description = description;
    }

    static ColdContender of(String name) {
        return Arrays.stream(values())
                .filter(contender -> contender.text().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no cold contender '" + name + "', only "
                        + Arrays.stream(values()).map(ColdContender::text).toList()));
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    String description() {
        return description;
    }

    /** Whether it reads anything. */
    boolean reads() {
        return this != EMPTY;
    }

    /**
     * The command line of the process.
     *
     * @param jvm the JVM, for those that need one
     * @param directory for the file with the calls, the state and the script
     */
    List<String> command(ColdJvm jvm, Source source, Path directory) {
        return switch (this) {
            case PYTHON ->
                List.of(
                        "python3",
                        directory.resolve(PythonLoop.NAME).toString(),
                        source.address() + "?" + source.queryBeforePage(),
                        Source.API_KEY,
                        calls(directory).toString());
            case EMPTY -> jvm.command(EmptyContext.class, List.of());
            case INCREMENTAL -> reading(jvm, source, directory, "stateDirectory=" + directory.resolve("state"));
            case CONSUMER, STREAM, ROUTE, LOOP -> reading(jvm, source, directory, "");
        };
    }

    private List<String> reading(ColdJvm jvm, Source source, Path directory, String options) {
        RunArguments run = new RunArguments(ContenderEntry.of(text(), options), source);
        List<String> arguments = new ArrayList<>(run.words());
        arguments.add(calls(directory).toString());
        return jvm.command(ColdRun.class, arguments);
    }

    /** The file to which the calls are written. */
    static Path calls(Path directory) {
        return directory.resolve("calls.jsonl");
    }
}
