package io.github.camelcallrail;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Where a consumer's process waits for the test to let it go on: each gate is a line to the test, and the process
 * stands still until it is answered. A process whose test is gone ends at once.
 */
final class Gates implements Closeable {

    static final String GO = "go";

    private static final int NOBODY_THERE = 3;

    private final Socket socket;
    private final BufferedReader in;
    private final Writer out;

    /** @param port of this machine, at which the test listens */
    Gates(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8);
    }

    /** Tells where the process is, and waits to be let through. */
    void pass(String where) {
        tell(where);
        if (!GO.equals(command())) {
            throw halt("told something else than to go");
        }
    }

    void tell(String line) {
        try {
            out.write(line + "\n");
            out.flush();
        } catch (IOException e) {
            throw halt(e.toString());
        }
    }

    /** Waits for what the test says next. */
    String command() {
        try {
            String line = in.readLine();
            if (line == null) {
                throw halt("the test is gone");
            }
            return line;
        } catch (IOException e) {
            throw halt(e.toString());
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** Without another step of the consumer, whose exchange would only fail. */
    private static IllegalStateException halt(String reason) {
        System.err.println(reason);
        Runtime.getRuntime().halt(NOBODY_THERE);
        return new IllegalStateException(reason);
    }
}
