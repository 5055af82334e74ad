package io.github.camelcallrail.transport;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.client.ApiRequest;
import io.github.camelcallrail.client.ApiResponse;
import io.github.camelcallrail.client.ConnectionPermits;
import io.github.camelcallrail.client.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Producer;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.support.UnitOfWorkHelper;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.service.ServiceSupport;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.io.CloseMode;

/**
 * Sends requests through camel-http, with one private endpoint and producer and a new exchange for each call, so that
 * no message of a route can affect the request.
 *
 * <p>Usable between start and stop, by many threads at the same time; it may be restarted. Stopping ends the calls in
 * flight with an {@link IOException}. Starting fails with a {@link io.github.camelcallrail.failure.CallRailFailure} of
 * kind {@code CONFIGURATION} if the TLS settings cannot be used; nothing is sent before the first call.
 */
public final class CamelHttpTransport extends ServiceSupport implements Transport {

    /** The characters that RFC 3986 allows; camel-http would change others. */
    private static final Pattern PATH = Pattern.compile("/(?!/)[\\w.~!$&'()*+,;=:@/%-]*+");

    private static final Pattern QUERY = Pattern.compile("[\\w.~!$&'()*+,;=:@/?%-]*+");
    private static final Pattern STRAY_PERCENT = Pattern.compile("%(?!\\p{XDigit}{2})");

    private final CamelContext context;
    private final ConnectionSettings settings;
    private final ConnectionPermits permits = new ConnectionPermits(ConnectionPool.CONNECTIONS);
    private volatile Connected connected;

    public CamelHttpTransport(CamelContext context, ConnectionSettings settings) {
        this.context = requireNonNull(context, "context is null");
        this.settings = requireNonNull(settings, "settings is null");
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if path or query is not percent-encoded as {@link ApiRequest} requires
     */
    @Override
    public ApiResponse send(ApiRequest request) throws IOException {
        checkEncoded(request);
        Connected current = connected;
        if (current == null) {
            throw new IOException("The connection to " + settings.baseUrl() + " is stopped");
        }
        Exchange exchange = current.endpoint.createExchange();
        Message message = exchange.getMessage();
        message.setHeader(Exchange.HTTP_METHOD, request.method().name());
        message.setHeader(Exchange.HTTP_PATH, request.path());
        if (!request.query().isEmpty()) {
            message.setHeader(Exchange.HTTP_RAW_QUERY, request.query());
        }
        request.json().ifPresent(json -> {
            message.setHeader(Exchange.CONTENT_TYPE, "application/json");
            message.setBody(json.getBytes(StandardCharsets.UTF_8));
        });
        try {
            current.producer.process(exchange);
        } catch (Exception e) {
            releaseConnection(exchange);
            throw new ConnectionFailures(settings, request).because(e);
        }
        return answer(exchange);
    }

    /** One permit for each connection. */
    @Override
    public ConnectionPermits permits() {
        return permits;
    }

    @Override
    protected void doStart() throws Exception {
        PoolingHttpClientConnectionManager pool = ConnectionPool.open(context, settings);
        HttpEndpoint endpoint = PrivateEndpoint.create(context, settings, pool);
        Producer producer = endpoint.createProducer();
        ServiceHelper.startService(endpoint.getComponent(), endpoint, producer);
        connected = new Connected(pool, endpoint, producer);
    }

    @Override
    protected void doStop() {
        Connected last = connected;
        connected = null;
        if (last != null) {
            // First, because a graceful close would wait for servers that reading threads are waiting for.
            last.pool.close(CloseMode.IMMEDIATE);
            ServiceHelper.stopService(last.producer, last.endpoint, last.endpoint.getComponent());
        }
    }

    @Override
    public String toString() {
        return "CamelHttpTransport[" + settings + "]";
    }

    private static ApiResponse answer(Exchange exchange) {
        Message message = exchange.getMessage();
        int status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        Map<String, String> headers = headers(message);
        if (message.getBody() instanceof InputStream body) {
            return new ApiResponse(status, headers, new ResponseBody(body));
        }
        releaseConnection(exchange);
        return new ApiResponse(status, headers, InputStream.nullInputStream());
    }

    /** The headers of the response, without those that camel-http adds. */
    private static Map<String, String> headers(Message message) {
        Map<String, String> headers = new HashMap<>();
        message.getHeaders().forEach((name, value) -> {
            Object last = value instanceof List<?> values && !values.isEmpty() ? values.get(values.size() - 1) : value;
            if (last instanceof String text && !name.startsWith("Camel")) {
                headers.put(name, text);
            }
        });
        return headers;
    }

    /** camel-http does this at the end of a route's exchange, which this exchange never reaches. */
    private static void releaseConnection(Exchange exchange) {
        UnitOfWorkHelper.doneSynchronizations(
                exchange, exchange.getExchangeExtension().handoverCompletions());
    }

    private static void checkEncoded(ApiRequest request) {
        if (!isEncoded(request.path(), PATH)) {
            throw new IllegalArgumentException("not a percent-encoded path: " + request.path());
        }
        if (!isEncoded(request.query(), QUERY)) {
            throw new IllegalArgumentException("the query of " + request + " is not percent-encoded");
        }
    }

    private static boolean isEncoded(String text, Pattern allowed) {
        return allowed.matcher(text).matches() && !STRAY_PERCENT.matcher(text).find();
    }

    private record Connected(PoolingHttpClientConnectionManager pool, HttpEndpoint endpoint, Producer producer) {}
}
