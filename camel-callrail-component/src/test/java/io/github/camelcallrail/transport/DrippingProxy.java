package io.github.camelcallrail.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Passes on what one client and one server say to each other; while it drips, the server's part one byte at a time. */
final class DrippingProxy implements AutoCloseable {

    volatile boolean drips;
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    DrippingProxy(int serverPort) throws IOException {
        daemon(() -> {
            try (Socket client = socket.accept();
                    Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
                client.setTcpNoDelay(true);
                daemon(() -> client.getInputStream().transferTo(server.getOutputStream()));
                pass(server.getInputStream(), client.getOutputStream());
            }
        });
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void pass(InputStream from, OutputStream to) throws IOException {
        byte[] bytes = new byte[16 * 1024];
        for (int count = from.read(bytes); count >= 0; count = from.read(bytes)) {
            if (drips) {
                drip(bytes, count, to);
            } else {
                to.write(bytes, 0, count);
            }
        }
    }

    private static void drip(byte[] bytes, int count, OutputStream to) throws IOException {
        for (int i = 0; i < count; i++) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            to.write(bytes[i]);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // One of the two has hung up.
                    }
                },
                "dripping-proxy");
        thread.setDaemon(true);
        thread.start();
    }
}
