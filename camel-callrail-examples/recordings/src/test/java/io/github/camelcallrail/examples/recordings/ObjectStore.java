package io.github.camelcallrail.examples.recordings;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * As much of an S3-compatible store as one upload needs: {@code PUT /bucket/key}, in one piece or in chunks with
 * checksums behind them. Every bucket exists. It rejects an upload whose length is not the announced one. Thread-safe.
 */
final class ObjectStore implements AutoCloseable {

    /** What was uploaded. */
    record StoredObject(String contentType, long announced, byte[] bytes) {}

    private final Map<String, StoredObject> objects = new ConcurrentHashMap<>();
    private final HttpServer server;

    ObjectStore() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** By bucket and key: {@code bucket/key}. */
    Map<String, StoredObject> objects() {
        return Map.copyOf(objects);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean put = exchange.getRequestMethod().equals("PUT");
            exchange.sendResponseHeaders(!put || stored(exchange) ? 200 : 400, -1);
        }
    }

    private boolean stored(HttpExchange exchange) throws IOException {
        byte[] received = exchange.getRequestBody().readAllBytes();
        Headers headers = exchange.getRequestHeaders();
        String decoded = headers.getFirst("x-amz-decoded-content-length");
        byte[] bytes = decoded == null ? received : joined(received);
        long announced = Long.parseLong(decoded == null ? headers.getFirst("Content-Length") : decoded);
        if (bytes.length == announced) {
            String name = exchange.getRequestURI().getPath().substring(1);
            objects.put(name, new StoredObject(headers.getFirst("Content-Type"), announced, bytes));
        }
        return bytes.length == announced;
    }

    /** The chunks without their sizes and signatures: each begins with {@code 1f40;chunk-signature=...}. */
    private static byte[] joined(byte[] received) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        InputStream in = new ByteArrayInputStream(received);
        for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
            bytes.write(in.readNBytes(size));
            line(in);
        }
        return bytes.toByteArray();
    }

    private static int chunkSize(InputStream in) throws IOException {
        return Integer.parseInt(line(in).replaceFirst(";.*", ""), 16);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }
}
