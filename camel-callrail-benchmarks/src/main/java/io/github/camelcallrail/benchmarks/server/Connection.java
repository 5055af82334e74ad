package io.github.camelcallrail.benchmarks.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Responds to the requests of one connection, one after the other, until the client closes it. Supports only the HTTP
 * needed for GET requests.
 */
final class Connection {

    private static final String PATH = "/v3/a/" + CallServer.ACCOUNT + "/calls.json";

    /** For clients that ask for the time zone of the days. */
    private static final String COMPANIES_PATH = "/v3/a/" + CallServer.ACCOUNT + "/companies.json";

    private static final byte[] COMPANIES =
            ("{\"page\":1,\"per_page\":250,\"total_pages\":1,\"total_records\":1,\"companies\":[{\"id\":"
                            + "\"COM0199000000007000800000000000001\",\"name\":\"Example\",\"status\":\"active\","
                            + "\"time_zone\":\"UTC\"}]}")
                    .getBytes(StandardCharsets.US_ASCII);

    private final InputStream in;
    private final OutputStream out;
    private final CallPages pages;
    private final long latencyNanos;
    private final boolean gzip;
    private final Runnable asked;
    private final ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    private final StringBuilder line = new StringBuilder();

    Connection(Socket socket, CallPages pages, Duration latency, boolean gzip, Runnable asked) throws IOException {
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
        this.pages = pages;
        this.latencyNanos = latency.toNanos();
        this.gzip = gzip;
        this.asked = asked;
    }

    void serve() throws IOException {
        for (String request = line(); !request.isEmpty(); request = line()) {
            boolean compress = false;
            for (String header = line(); !header.isEmpty(); header = line()) {
                String lower = header.toLowerCase(Locale.ROOT);
                compress |= gzip && lower.startsWith("accept-encoding:") && lower.contains("gzip");
            }
            // Before the response: a client that has received it may read the count.
            asked.run();
            answer(request, compress, System.nanoTime() + latencyNanos);
        }
    }

    private void answer(String request, boolean compress, long due) throws IOException {
        String[] target = request.split(" ")[1].split("\\?", 2);
        if (target[0].equals(COMPANIES_PATH)) {
            await(due);
            head("200 OK", COMPANIES.length, "");
            out.write(COMPANIES);
            return;
        }
        if (!target[0].equals(PATH)) {
            error("404 Not Found", "the only path is " + PATH);
            return;
        }
        CallPages.Body body;
        try {
            body = pages.page(PageRequest.of(target.length == 1 ? "" : target[1]));
        } catch (RuntimeException e) {
            error("400 Bad Request", e.getMessage());
            return;
        }
        if (compress) {
            compress(body);
        }
        await(due);
        if (compress) {
            head("200 OK", compressed.size(), "Content-Encoding: gzip\r\n");
            compressed.writeTo(out);
        } else {
            head("200 OK", body.length(), "");
            body.writeTo(out);
        }
    }

    private static void await(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Compresses at the lowest level, because the server's processor time is not available to the client. */
    private void compress(CallPages.Body body) throws IOException {
        compressed.reset();
        try (OutputStream zip = new FastGzip(compressed)) {
            body.writeTo(zip);
        }
    }

    private void error(String status, String message) throws IOException {
        byte[] body = "{\"error\":\"%s\"}".formatted(message).getBytes(StandardCharsets.UTF_8);
        head(status, body.length, "");
        out.write(body);
    }

    private void head(String status, int length, String more) throws IOException {
        out.write("HTTP/1.1 %s\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: %s\r\n%s\r\n"
                .formatted(status, length, more)
                .getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * The next line without its line break; empty at the end of the headers and when the client closed the connection.
     */
    private String line() throws IOException {
        line.setLength(0);
        for (int next = in.read(); next != '\n' && next != -1; next = in.read()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private static final class FastGzip extends GZIPOutputStream {
        private FastGzip(OutputStream out) throws IOException {
            super(out, 1 << 14);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
