package io.github.camelcallrail.transport;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** An HTTP/1.1 server that keeps each request byte for byte, and answers with the bytes it is told. */
final class ScriptedServer implements AutoCloseable {

    /** What to answer. A null answer hangs up; one with {@code Connection: close} hangs up after it. */
    interface Script {
        byte[] answer(Received request) throws Exception;
    }

    /** Writes an answer as it likes; afterwards the server hangs up. */
    interface Writing {
        void write(Received request, OutputStream out) throws Exception;
    }

    /** @param connection which of the server's connections it came over, from 1 */
    record Received(int connection, String requestLine, List<String> headers) {
        List<String> header(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ": ";
            return headers.stream()
                    .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(header -> header.substring(start.length()))
                    .toList();
        }
    }

    final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final ServerSocket socket;
    private final Script script;
    private final Writing writing;

    ScriptedServer(Script script) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), script);
    }

    ScriptedServer(ServerSocket socket, Script script) {
        this(socket, script, null);
    }

    private ScriptedServer(ServerSocket socket, Script script, Writing writing) {
        this.socket = socket;
        this.script = script;
        this.writing = writing;
        daemon(this::accept);
    }

    static ScriptedServer writing(Writing writing) throws IOException {
        return new ScriptedServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), null, writing);
    }

    static byte[] answer(int status, String body, String... headers) {
        return (head(status, headers) + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    static String head(int status, String... headers) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Reason\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.toString();
    }

    URI url() {
        return URI.create("http://localhost:" + port());
    }

    int port() {
        return socket.getLocalPort();
    }

    Received only() {
        if (received.size() != 1) {
            throw new AssertionError("not one request but " + received);
        }
        return received.get(0);
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket each : open) {
            each.close();
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket accepted = socket.accept();
                open.add(accepted);
                int connection = connections.incrementAndGet();
                daemon(() -> serve(accepted, connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client, int connection) {
        try (client;
                InputStream in = new BufferedInputStream(client.getInputStream());
                OutputStream out = client.getOutputStream()) {
            client.setTcpNoDelay(true);
            for (Received request = read(in, connection); request != null; request = read(in, connection)) {
                received.add(request);
                if (writing != null) {
                    writing.write(request, out);
                    return;
                }
                byte[] answer = script.answer(request);
                if (answer == null) {
                    return;
                }
                out.write(answer);
                out.flush();
                if (new String(answer, StandardCharsets.ISO_8859_1).contains("Connection: close\r\n")) {
                    return;
                }
            }
        } catch (IOException e) {
            // The client has hung up, which is its right.
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Received read(InputStream in, int connection) throws IOException {
        String requestLine = line(in);
        if (requestLine == null) {
            return null;
        }
        List<String> headers = new ArrayList<>();
        for (String header = line(in); header != null && !header.isEmpty(); header = line(in)) {
            headers.add(header);
        }
        return new Received(connection, requestLine, List.copyOf(headers));
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                return null;
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }
}
