package io.github.camelcallrail.sandbox;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * An HTTP server that can also break the rules of HTTP, which a finished one cannot. It answers one request for each
 * connection and closes it.
 */
final class MediaServer implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;

    private final ServerSocket listener;
    private final Function<IncomingRequest, MediaResponse> answers;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "callrail-media");
        thread.setDaemon(true);
        return thread;
    });

    private MediaServer(ServerSocket listener, Function<IncomingRequest, MediaResponse> answers) {
        this.listener = listener;
        this.answers = answers;
    }

    /** Starts a server on a free port that only this machine can reach. */
    static MediaServer start(Function<IncomingRequest, MediaResponse> answers) {
        try {
            MediaServer server = new MediaServer(new ServerSocket(0, 128, InetAddress.getByName("127.0.0.1")), answers);
            server.threads.execute(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("No port is free for media", e);
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() {
        closeQuietly(listener);
        threads.shutdownNow();
        open.forEach(MediaServer::closeQuietly);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                begin(listener.accept());
            } catch (IOException closed) {
                // The next turn ends the loop if the server is closed, and otherwise accepts the next connection.
            }
        }
    }

    private void begin(Socket connection) {
        open.add(connection);
        try {
            threads.execute(() -> serve(connection));
        } catch (RejectedExecutionException closed) {
            // It was accepted while the server was being closed.
            closeQuietly(connection);
        }
    }

    private void serve(Socket connection) {
        try (connection;
                InputStream in = new BufferedInputStream(connection.getInputStream());
                OutputStream out = new BufferedOutputStream(connection.getOutputStream(), 1 << 16)) {
            connection.setSoTimeout(PATIENCE_MILLIS);
            IncomingRequest request = MediaWire.read(in);
            if (request != null) {
                MediaResponse response = answers.apply(request);
                TimeUnit.NANOSECONDS.sleep(response.delay().toNanos());
                MediaWire.write(response, out);
            }
        } catch (IOException gone) {
            // The client has what it wants, or the server was closed.
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(connection);
        }
    }

    private static void closeQuietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            // Nothing is left to close.
        }
    }
}
