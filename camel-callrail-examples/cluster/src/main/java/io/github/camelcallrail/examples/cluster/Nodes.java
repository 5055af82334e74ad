package io.github.camelcallrail.examples.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Nodes, each in its own process, and their output. Thread-safe. */
final class Nodes implements AutoCloseable {

    private final Path arguments;
    private final Map<String, String> environment;
    private final Map<String, String> properties;
    private final BiConsumer<String, String> output;
    private final Map<String, Process> running = new LinkedHashMap<>();

    /**
     * @param arguments the arguments file to start Java with
     * @param environment variables to add to the environment of each node
     * @param properties system properties of all nodes
     * @param output receives the name of a node and each line that it prints, in a thread of this node
     */
    Nodes(
            Path arguments,
            Map<String, String> environment,
            Map<String, String> properties,
            BiConsumer<String, String> output) {
        this.arguments = arguments;
        this.environment = environment;
        this.properties = properties;
        this.output = output;
    }

    /** Starts a node without waiting for it. */
    synchronized void start(String name) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + arguments);
        properties.forEach((property, value) -> command.add("-D" + property + "=" + value));
        command.add(Node.class.getName());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // In the environment, because every user of the machine can see the arguments of a process.
        builder.environment().putAll(environment);
        builder.environment().put("POD_NAME", name);
        Process process = builder.start();
        running.put(name, process);
        Thread reader = new Thread(() -> read(name, process), name);
        reader.setDaemon(true);
        reader.start();
    }

    synchronized List<String> names() {
        return List.copyOf(running.keySet());
    }

    /** Ends a node as {@code kill -9} does, without letting it finish anything. Returns once it has ended. */
    void kill(String name) throws InterruptedException {
        Process process;
        synchronized (this) {
            process = running.remove(name);
        }
        process.destroyForcibly().waitFor();
    }

    /** Requests all nodes to stop. */
    @Override
    public synchronized void close() {
        running.values().forEach(Process::destroy);
        running.clear();
    }

    private void read(String name, Process process) {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.accept(name, line);
            }
        } catch (IOException e) {
            if (process.isAlive()) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
