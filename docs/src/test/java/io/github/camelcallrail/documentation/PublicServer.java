package io.github.camelcallrail.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;

/** Receives requests for routes of the documents, at a port of this machine in place of the public address. */
final class PublicServer {

    /** The addresses that documents use. */
    private static final String ADDRESSES = "https://hooks\\.example\\.com|http://localhost:8080";

    private final int port;

    PublicServer() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A route with the address of this server, and with an id of a company that there is. */
    String adapted(String route, String company) {
        return route.replaceAll(ADDRESSES, "http://127.0.0.1:" + port)
                .replace("COM0190aa22bb33cc44dd55ee66ff778899", company);
    }

    void serve(CamelContext context) throws Exception {
        VertxPlatformHttpServerConfiguration server = new VertxPlatformHttpServerConfiguration();
        server.setBindHost("127.0.0.1");
        server.setBindPort(port);
        context.addService(new VertxPlatformHttpServer(server));
    }
}
