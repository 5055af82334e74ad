package io.github.camelcallrail.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Receives webhooks, as an application does: one for each connection. The JDK's server would break some of the
 * connections that end after one request.
 */
final class HookReceiver implements AutoCloseable {

    record Hook(IncomingRequest request, byte[] body) {

        String path() {
            return request.path();
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (IOException e) {
                throw new AssertionError("Not JSON: " + text(), e);
            }
        }

        /** Null if there is no such header. */
        String header(String name) {
            List<String> values = request.headers().get(name.toLowerCase(Locale.ROOT));
            return values == null ? null : values.get(0);
        }

        /** Whether the signature is right for this key. */
        boolean isSignedWith(String key) {
            return new SigningKey(key).sign(body).equals(header("Signature"));
        }
    }

    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Hook> hooks = new ArrayList<>();
    private volatile int status = 204;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    HookReceiver() {
        try {
            listener = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    String url(String path) {
        return "http://localhost:" + listener.getLocalPort() + path;
    }

    /** The status of each response from now on. */
    void answer(int status) {
        this.status = status;
    }

    /** Responds only after the latch is open. */
    void waitFor(CountDownLatch latch) {
        gate = latch;
    }

    /** Waits until so many requests have arrived, even if they have no response yet. */
    void awaitHooks(int count) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        synchronized (hooks) {
            while (hooks.size() < count) {
                long left = end - System.nanoTime();
                assertThat(left)
                        .as("time left for %s of %s requests", hooks.size(), count)
                        .isPositive();
                TimeUnit.NANOSECONDS.timedWait(hooks, left);
            }
        }
    }

    List<Hook> hooks() {
        synchronized (hooks) {
            return List.copyOf(hooks);
        }
    }

    /** The requests for one path. */
    List<Hook> hooks(String path) {
        return hooks().stream().filter(hook -> hook.path().equals(path)).toList();
    }

    @Override
    public void close() {
        gate.countDown();
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdown();
    }

    private void accept() {
        try {
            while (!listener.isClosed()) {
                Socket connection = listener.accept();
                threads.execute(() -> serve(connection));
            }
        } catch (IOException closed) {
            // Nothing more arrives.
        }
    }

    private void serve(Socket connection) {
        try (connection;
                InputStream in = new BufferedInputStream(connection.getInputStream())) {
            IncomingRequest request = MediaWire.read(in);
            int length =
                    Integer.parseInt(request.headers().get("content-length").get(0));
            Hook hook = new Hook(request, in.readNBytes(length));
            synchronized (hooks) {
                hooks.add(hook);
                hooks.notifyAll();
            }
            gate.await();
            byte[] response = ("HTTP/1.1 " + status + " Status\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
            connection.getOutputStream().write(response);
        } catch (IOException gone) {
            // The sandbox has closed the connection.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
