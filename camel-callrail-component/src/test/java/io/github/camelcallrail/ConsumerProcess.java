package io.github.camelcallrail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A JVM that runs a {@link GatedConsumer}, as the test holds it. It begins to start at once, and is heard of at the
 * first poll. Every wait has an end; a process that ends without being killed fails the test with what it printed.
 */
final class ConsumerProcess implements AutoCloseable {

    private static final int LONGEST_WAIT_MILLIS = 60_000;

    private final ServerSocket server;
    private final Path output;
    private final Process process;
    private Socket socket;
    private BufferedReader in;
    private Writer out;
    private volatile boolean killed;

    /**
     * @param output a file for what it prints
     * @param arguments what {@link GatedConsumer#main} wants beside the port
     */
    ConsumerProcess(Path output, String... arguments) throws IOException {
        this(List.of(), output, arguments);
    }

    /**
     * @param options of the JVM
     * @param output a file for what it prints
     * @param arguments what {@link GatedConsumer#main} wants beside the port
     */
    ConsumerProcess(List<String> options, Path output, String... arguments) throws IOException {
        this.server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        this.output = output;
        List<String> command = ShortLivedJvm.command(options, GatedConsumer.class);
        command.add(String.valueOf(server.getLocalPort()));
        command.addAll(List.of(arguments));
        this.process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    /** Lets it poll at that time. */
    void poll(Instant now) throws IOException {
        if (socket == null) {
            connect();
        }
        say("poll " + now);
    }

    private void connect() throws IOException {
        server.setSoTimeout(LONGEST_WAIT_MILLIS);
        try {
            socket = server.accept();
        } catch (SocketTimeoutException e) {
            throw failure("does not begin", e);
        }
        socket.setSoTimeout(LONGEST_WAIT_MILLIS);
        socket.setTcpNoDelay(true);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8);
    }

    /** Lets it through the gate at which it waits. */
    void go() throws IOException {
        say(Gates.GO);
    }

    private void say(String line) throws IOException {
        out.write(line + "\n");
        out.flush();
    }

    /** What it tells next, at which it waits; empty when it was killed. */
    Optional<String> next() throws IOException {
        Optional<String> line = read();
        if (line.isEmpty() && !killed) {
            // Before that not all is printed.
            awaitEnd();
            throw failure("ended by itself", null);
        }
        return line;
    }

    private Optional<String> read() throws IOException {
        try {
            return Optional.ofNullable(in.readLine());
        } catch (SocketTimeoutException e) {
            throw failure("is not heard of", e);
        } catch (SocketException e) {
            // How the end shows where something was on its way to the process.
            if (killed) {
                return Optional.empty();
            }
            throw failure("cannot be heard", e);
        }
    }

    private AssertionError failure(String what, IOException cause) throws IOException {
        return new AssertionError(
                "The consumer's process " + what + ". It printed: " + Files.readString(output), cause);
    }

    /** Ends it by SIGKILL, so that it does nothing more; it is gone when this returns. */
    void kill() {
        killed = true;
        process.destroyForcibly();
        awaitEnd();
    }

    /** Lets it end by itself, and gives back with which code it did. */
    int end() throws IOException {
        say("end");
        awaitEnd();
        return process.exitValue();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("The consumer's process does not end.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
        try {
            server.close();
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
