package io.github.camelcallrail.examples.failover;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Nodes, each in its own process, and their output. Not thread-safe, except that {@link #close()} may be called at any
 * time and from any thread.
 */
final class Nodes implements AutoCloseable {

    private static final long PATIENCE_MINUTES = 5;

    private final Path arguments;
    private final Map<String, String> environment;
    private final Map<String, String> properties;
    private final Consumer<String> printer;
    private final Map<String, Process> running = new LinkedHashMap<>();
    private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>();
    private boolean closed;

    /** One line of a node's output; its text is null at the end of the output. */
    record Line(String node, String text) {}

    /**
     * @param arguments the arguments file to start Java with
     * @param environment variables to add to the environment of each node
     * @param properties system properties of all nodes
     * @param printer receives each line read while waiting, prefixed with the name of its node
     */
    Nodes(Path arguments, Map<String, String> environment, Map<String, String> properties, Consumer<String> printer) {
        this.arguments = arguments;
        this.environment = environment;
        this.properties = properties;
        this.printer = printer;
    }

    /** Starts a node without waiting for it. */
    synchronized void start(String name) throws IOException {
        if (closed) {
            throw new IllegalStateException("Closed: no more nodes can be started");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + arguments);
        properties.forEach((property, value) -> command.add("-D" + property + "=" + value));
        command.add(Node.class.getName());
        command.add(name);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        running.put(name, process);
        Thread reader = new Thread(() -> read(name, process), name);
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Waits until a node prints a text, and meanwhile prints the output of all nodes.
     *
     * @return the name of the node
     * @throws IllegalStateException if a node ends without having been killed, or if no output arrives for minutes
     */
    String await(String text) throws InterruptedException {
        while (true) {
            Line line = lines.poll(PATIENCE_MINUTES, TimeUnit.MINUTES);
            if (line == null) {
                throw new IllegalStateException(
                        "No node has printed anything for minutes while waiting for '" + text + "'");
            }
            if (line.text() != null) {
                printer.accept(line.node() + "  " + line.text());
                if (line.text().contains(text)) {
                    return line.node();
                }
            } else if (isRunning(line.node())) {
                throw new IllegalStateException("Node " + line.node() + " has ended unexpectedly");
            }
        }
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
        closed = true;
        running.values().forEach(Process::destroy);
        running.clear();
    }

    private synchronized boolean isRunning(String name) {
        return running.containsKey(name);
    }

    private void read(String name, Process process) {
        try (BufferedReader output = process.inputReader()) {
            for (String text = output.readLine(); text != null; text = output.readLine()) {
                lines.add(new Line(name, text));
            }
        } catch (IOException e) {
            if (isRunning(name)) {
                throw new UncheckedIOException(e);
            }
        } finally {
            lines.add(new Line(name, null));
        }
    }
}
