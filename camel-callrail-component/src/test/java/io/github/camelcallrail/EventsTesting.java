package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.junit.jupiter.api.BeforeEach;

/** A test of a route that receives events from the sandbox by Vert.x. */
abstract class EventsTesting extends SandboxTest {

    static final Duration ENOUGH = Duration.ofSeconds(20);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    final Queue<Exchange> received = new ConcurrentLinkedQueue<>();
    /** How many of the next events the route fails for. */
    final AtomicInteger failures = new AtomicInteger();

    int port;

    @BeforeEach
    void choosePort() throws IOException {
        port = otherPort();
        serve();
    }

    static int otherPort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    /** Has the context receive requests. */
    void serve() {
        VertxPlatformHttpServerConfiguration server = new VertxPlatformHttpServerConfiguration();
        server.setBindHost("127.0.0.1");
        server.setBindPort(port);
        try {
            context.addService(new VertxPlatformHttpServer(server));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts a route that registers its URL and receives the events of the first company. */
    void receive(String options) throws Exception {
        receiveBy("companyId=" + company() + "&accountId=" + account() + "&webhookExternalUrl=" + external()
                + (options.isEmpty() ? "" : "&" + options));
    }

    void receiveBy(String options) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("webhook:callrail:events?webhookPath=/hooks&" + options)
                        .routeId("events")
                        .process(EventsTesting.this::process);
            }
        });
        context.start();
    }

    void process(Exchange exchange) {
        received.add(exchange.copy());
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("told to fail");
        }
    }

    String external() {
        return "http://127.0.0.1:" + port;
    }

    /** Waits until the sandbox has sent everything, and so many events have come. */
    List<Exchange> arrived(int count) {
        assertThat(sandbox.webhooks().awaitIdle(ENOUGH)).isTrue();
        await().atMost(ENOUGH).untilAsserted(() -> assertThat(received).hasSize(count));
        return new ArrayList<>(received);
    }

    List<String> recordIds(List<Exchange> exchanges) {
        return exchanges.stream()
                .map(exchange -> exchange.getMessage().getHeader(CallRailConstants.RECORD_ID, String.class))
                .toList();
    }

    HttpRequest.Builder post(String body, String contentType) {
        return HttpRequest.newBuilder(URI.create(external() + "/hooks"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    int send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    String signature(String body) {
        return signature(sandbox.webhooks().signingKey(), body);
    }

    static String signature(String key, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
