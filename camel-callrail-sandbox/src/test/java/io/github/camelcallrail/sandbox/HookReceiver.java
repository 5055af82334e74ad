package io.github.camelcallrail.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Receives webhooks, as an application does. */
final class HookReceiver implements AutoCloseable {

    record Hook(String method, String path, String query, com.sun.net.httpserver.Headers headers, byte[] body) {

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

        String header(String name) {
            return headers.getFirst(name);
        }

        /** Whether the signature is right for this key. */
        boolean isSignedWith(String key) {
            return new SigningKey(key).sign(body).equals(header("Signature"));
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Hook> hooks = new ArrayList<>();
    private volatile int status = 204;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    HookReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::receive);
        server.start();
    }

    String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    /** The status of each response from now on. */
    void answer(int status) {
        this.status = status;
    }

    /** Responds only after the latch is open. */
    void waitFor(CountDownLatch latch) {
        gate = latch;
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
        server.stop(0);
        threads.shutdownNow();
    }

    private void receive(HttpExchange exchange) throws IOException {
        Hook hook = new Hook(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                exchange.getRequestURI().getRawQuery(),
                exchange.getRequestHeaders(),
                exchange.getRequestBody().readAllBytes());
        synchronized (hooks) {
            hooks.add(hook);
        }
        try {
            gate.await();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }
}
