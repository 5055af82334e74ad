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
 * Lists calls on a port of this machine as CallRail does, and nothing else, as cheaply as that can be done: what is measured is
 * the client. A thread for each connection, plain sockets, bytes made before; any key is accepted.
 */
public final class CallServer implements AutoCloseable {

    /** The only account there is. */
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
     * Starts one.
     *
     * @param latency from the end of a request to the begin of its answer, however long the answer takes to make
     * @param gzip whether to compress for clients that ask for it
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

    /** {@code http://localhost:PORT}, without a slash at the end. */
    public String baseUrl() {
        return "http://localhost:" + listening.getLocalPort();
    }

    /** How many requests came. */
    public long requests() {
        return requests.get();
    }

    /** What it has used of the processors. */
    public long cpuNanos() {
        return cpuOfEnded.get()
                + connections.keySet().stream()
                        .mapToLong(thread ->
                                Math.max(0, ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId())))
                        .sum();
    }

    /** The ids of its threads. */
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
                // It was closed, which the loop sees.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            new Connection(socket, new CallPages(grid, templates), latency, gzip, requests::incrementAndGet).serve();
        } catch (IOException e) {
            // The client hung up.
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
