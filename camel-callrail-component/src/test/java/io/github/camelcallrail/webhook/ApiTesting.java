package io.github.camelcallrail.webhook;

import io.github.camelcallrail.client.ApiClient;
import io.github.camelcallrail.client.ApiResponse;
import io.github.camelcallrail.client.ConnectionPermits;
import io.github.camelcallrail.client.ConnectionWait;
import io.github.camelcallrail.client.RequestObserver;
import io.github.camelcallrail.client.RequestPolicy;
import io.github.camelcallrail.client.RetryPolicy;
import io.github.camelcallrail.client.RetryingClient;
import io.github.camelcallrail.client.ServerClock;
import io.github.camelcallrail.client.Transport;
import io.github.camelcallrail.quota.AccountPauses;
import io.github.camelcallrail.quota.CountedRequestBudget;
import io.github.camelcallrail.quota.Limits;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.SettableClock;
import io.github.camelcallrail.transport.ConnectionSettings;
import io.github.camelcallrail.transport.Transports;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Integrations behind the real transport, or behind one that a test scripts. As an extension of a test class, it is
 * closed after the last test.
 */
public final class ApiTesting implements AfterAllCallback, AutoCloseable {

    public static final Instant NOW = Instant.parse("2026-03-15T12:00:00Z");

    private static final RequestObserver UNOBSERVED = new RequestObserver() {
        @Override
        public void requested(String account) {}

        @Override
        public void refused(String account) {}
    };

    private final CamelContext context = new DefaultCamelContext();
    private final Transports transports = new Transports(context);

    ApiTesting() {
        context.start();
        transports.start();
    }

    WebhookIntegrations of(CallRailSandbox sandbox) {
        ConnectionSettings settings = new ConnectionSettings(
                URI.create(sandbox.baseUrl()),
                sandbox.apiKey(),
                null,
                null,
                0,
                Duration.ofSeconds(5),
                Duration.ofSeconds(5));
        return of(transports.of(settings), sandbox.accountId(), new SettableClock(NOW));
    }

    /** Reads are retried three times. */
    public static WebhookIntegrations of(Transport transport, String account, SettableClock clock) {
        RequestPolicy policy = new RequestPolicy(
                new CountedRequestBudget(),
                new AccountPauses(new Random(1)),
                new Limits(1000, 1000),
                Duration.ofMinutes(5),
                new ConnectionWait(Duration.ofSeconds(5), "budgetWait"),
                new RetryPolicy(3, Duration.ofSeconds(1), Duration.ofMinutes(5)),
                () -> true,
                UNOBSERVED);
        ApiClient client = new ApiClient(transport, clock, new ServerClock(URI.create("https://api.callrail.com")));
        return new WebhookIntegrations(
                new RetryingClient(client, ConnectionPermits.UNLIMITED, policy, clock, clock::advance), "v3", account);
    }

    public static ApiResponse response(int status, String json) {
        return new ApiResponse(
                status,
                Map.of("Content-Type", "application/json"),
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        close();
    }

    @Override
    public void close() {
        transports.stop();
        context.stop();
    }
}
