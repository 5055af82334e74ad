package io.github.camelcallrail.documentation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToIntFunction;

/** Another machine that routes of the documents send to by HTTP. It remembers what it got. */
final class Machine implements AutoCloseable {

    /**
     * @param line method and path
     * @param type of the content
     * @param headers the names of all of them
     */
    record Got(String line, String type, List<String> headers, String body) {}

    private final HttpServer server;
    private final List<Got> got = new CopyOnWriteArrayList<>();

    /** @param status what it answers to what it got */
    Machine(ToIntFunction<Got> status) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, status));
        server.start();
    }

    private void answer(HttpExchange exchange, ToIntFunction<Got> status) throws IOException {
        try (exchange) {
            Got request = new Got(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    List.copyOf(exchange.getRequestHeaders().keySet()),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            got.add(request);
            exchange.sendResponseHeaders(status.applyAsInt(request), -1);
        }
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    List<Got> got() {
        return got;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
