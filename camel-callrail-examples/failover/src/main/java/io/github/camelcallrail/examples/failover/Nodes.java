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
 * Nodes, each a process of its own, and what they print. Not thread-safe, except that {@link #close()} may be called at any
 * time, from any thread.
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

    /** One line that a node printed; null for its text when there are no more. */
    record Line(String node, String text) {}

    /**
     * @param arguments what to start Java with, as a file of arguments
     * @param environment what is added to the environment of each node
     * @param properties what all nodes are told
     * @param printer is given each line that is waited over, with the name of its node in front
     */
    Nodes(Path arguments, Map<String, String> environment, Map<String, String> properties, Consumer<String> printer) {
        this.arguments = arguments;
        this.environment = environment;
        this.properties = properties;
        this.printer = printer;
    }

    /** Starts a node; does not wait for it. */
    synchronized void start(String name) throws IOException {
        if (closed) {
            throw new IllegalStateException("No node is started any more");
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
     * Waits until a node prints a text, and prints what all of them print meanwhile.
     *
     * @return the name of the node
     * @throws IllegalStateException if a node ends that nobody killed, or if it takes minutes
     */
    String await(String text) throws InterruptedException {
        while (true) {
            Line line = lines.poll(PATIENCE_MINUTES, TimeUnit.MINUTES);
            if (line == null) {
                throw new IllegalStateException(
                        "No node has printed anything for minutes, but '" + text + "' is awaited");
            }
            if (line.text() != null) {
                printer.accept(line.node() + "  " + line.text());
                if (line.text().contains(text)) {
                    return line.node();
                }
            } else if (isRunning(line.node())) {
                throw new IllegalStateException("Node " + line.node() + " has ended by itself");
            }
        }
    }

    /** Ends a node as {@code kill -9} does: it cannot finish anything. Returns when it is dead. */
    void kill(String name) throws InterruptedException {
        Process process;
        synchronized (this) {
            process = running.remove(name);
        }
        process.destroyForcibly().waitFor();
    }

    /** Asks all nodes to end. */
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
