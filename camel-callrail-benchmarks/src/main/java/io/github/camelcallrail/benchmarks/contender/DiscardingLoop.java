package io.github.camelcallrail.benchmarks.contender;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Requests all pages and reads only their length. This is the maximum speed that the server allows; a contender that
 * comes close to it is limited by the server.
 */
final class DiscardingLoop implements Contender {

    private static final String LENGTH = "Content-Length: ";

    private final Source source;
    private final Sink sink;
    private final Socket socket;
    private final InputStream in;

    DiscardingLoop(Source source, Sink sink) {
        this.source = source;
        this.sink = sink;
        URI address = URI.create(source.address());
        try {
            socket = new Socket(address.getHost(), address.getPort());
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void read() throws IOException {
        String path = URI.create(source.address()).getPath() + "?" + source.queryBeforePage();
        int size = source.grid().size();
        for (int taken = 0, page = 1; taken < size; taken += source.pageSize(), page++) {
            socket.getOutputStream()
                    .write("GET %s%s HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .formatted(path, page)
                            .getBytes(StandardCharsets.US_ASCII));
            in.skipNBytes(length());
            sink.pass(Math.min(source.pageSize(), size - taken));
        }
    }

    /** Reads the headers of a response and returns the length of its body. */
    private int length() throws IOException {
        int length = 0;
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (line.startsWith(LENGTH)) {
                length = Integer.parseInt(line.substring(LENGTH.length()));
            }
        }
        return length;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next == -1) {
                throw new EOFException("The server closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
