package io.github.camelcallrail.benchmarks.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lists calls on a local port as CallRail does, and nothing else, at the lowest possible cost, because the client is
 * what is measured. One thread per connection, plain sockets, prepared bytes; any key is accepted.
 */
public final class CallServer implements AutoCloseable {

    /** The only account. */
    public static final String ACCOUNT = "ACC0199000000007000800000000000001";

    private final CallGrid grid;
    private final CallTemplates templates;
    private final Duration latency;
    private final boolean gzip;
    private final ServerSocket listening;
    private final Map<Thread, Socket> connections = new ConcurrentHashMap<>();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong cpuOfEnded = new AtomicLong();

    /**
     * Starts a server.
     *
     * @param latency from the end of a request to the start of its response, however long the response takes to build
     * @param gzip whether to compress for clients that request it
     */
    public CallServer(CallGrid grid, CallTemplates templates, Duration latency, boolean gzip) {
        this.grid = grid;
        this.templates = templates;
        this.latency = latency;
        this.gzip = gzip;
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread("call-server", this::accept).start();
    }

    /** {@code http://localhost:PORT}, without a trailing slash. */
    public String baseUrl() {
        return "http://localhost:" + listening.getLocalPort();
    }

    /** How many requests arrived. */
    public long requests() {
        return requests.get();
    }

    /** The processor time the server has used. */
    public long cpuNanos() {
        return cpuOfEnded.get()
                + connections.keySet().stream()
                        .mapToLong(thread ->
                                Math.max(0, ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId())))
                        .sum();
    }

    /** The ids of the server's threads. */
    public Set<Long> threadIds() {
        Set<Long> ids = new HashSet<>();
        connections.keySet().forEach(thread -> ids.add(thread.getId()));
        return ids;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                Thread thread = thread("call-server-connection", () -> serve(socket));
                connections.put(thread, socket);
                thread.start();
            } catch (IOException e) {
                // The socket was closed, which ends the loop.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            new Connection(socket, new CallPages(grid, templates), latency, gzip, requests::incrementAndGet).serve();
        } catch (IOException e) {
            // The client closed the connection.
        } finally {
            cpuOfEnded.addAndGet(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
            connections.remove(Thread.currentThread());
        }
    }

    private static Thread thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket socket : connections.values()) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
