package io.github.camelcallrail.transport;

import io.github.camelcallrail.client.ApiRequest;
import io.github.camelcallrail.client.ApiResponse;
import io.github.camelcallrail.client.Transport;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;

/** A started context with transports, and short ways to ask. */
final class TransportFixture implements AutoCloseable {

    static final String KEY = "secret-key-0123456789";
    static final String AUTHORIZATION = "Token token=\"" + KEY + "\"";

    final CamelContext context = new DefaultCamelContext();
    final Transports transports = new Transports(context);

    TransportFixture() {
        context.start();
        transports.start();
    }

    static ConnectionSettings settings(URI baseUrl) {
        return settings(baseUrl, Duration.ofSeconds(5), null);
    }

    static ConnectionSettings settings(URI baseUrl, Duration responseTimeout, SSLContextParameters tls) {
        return new ConnectionSettings(baseUrl, KEY, tls, null, 0, Duration.ofSeconds(2), responseTimeout);
    }

    ApiResponse get(URI baseUrl, String path, String query) throws IOException {
        return transports.of(settings(baseUrl)).send(ApiRequest.get(path, query));
    }

    static ApiResponse get(Transport transport) throws IOException {
        return transport.send(ApiRequest.get("/v3/a.json", "search=5551234"));
    }

    static String text(ApiResponse response) throws IOException {
        try (response) {
            return new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        transports.stop();
        context.stop();
    }
}
