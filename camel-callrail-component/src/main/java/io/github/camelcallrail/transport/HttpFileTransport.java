package io.github.camelcallrail.transport;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.client.ApiResponse;
import io.github.camelcallrail.client.FileTransport;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.support.service.ServiceSupport;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.io.CloseMode;

/**
 * Requests files with a client of its own, which does not know the API key.
 *
 * <p>Usable between start and stop, by many threads at the same time. Stopping ends the downloads in progress with an
 * {@link IOException}.
 */
final class HttpFileTransport extends ServiceSupport implements FileTransport {

    private static final String STOPPED = "the component is stopped";

    private final CamelContext context;
    private final ConnectionSettings settings;
    private final FileHosts hosts;
    private volatile Connected connected;

    HttpFileTransport(CamelContext context, ConnectionSettings settings, FileHosts hosts) {
        this.context = requireNonNull(context, "context is null");
        this.settings = requireNonNull(settings, "settings is null");
        this.hosts = requireNonNull(hosts, "hosts is null");
    }

    @Override
    public ApiResponse open(URI link, long from, Optional<String> validator) throws IOException {
        hosts.requireAllowed(link);
        Connected current = connected;
        if (current == null) {
            throw new IOException(STOPPED);
        }
        HttpGet request = new HttpGet(link.getRawPath().isEmpty() ? "/" : link.getRawPath());
        HttpClientContext exchange = HttpClientContext.create();
        UnloggedQuery.set(exchange, link.getRawQuery());
        if (from > 0) {
            request.setHeader(HttpHeaders.RANGE, "bytes=" + from + "-");
            validator.ifPresent(version -> request.setHeader(HttpHeaders.IF_RANGE, version));
        }
        ClassicHttpResponse response;
        try {
            response = current.client.executeOpen(HttpHost.create(link), request, exchange);
        } catch (PublicAddresses.PrivateAddressException e) {
            throw CallRailFailure.of(
                    FailureKind.REFUSED,
                    "CallRail links to a file on host '%s', which has an address in a private network. It is not followed."
                            .formatted(link.getHost()));
        } catch (ConnectionRequestTimeoutException e) {
            throw new IOException(
                    "other downloads used all %s connections for files".formatted(ConnectionPool.CONNECTIONS));
        } catch (IllegalStateException e) {
            // The pool was closed meanwhile.
            throw new IOException(STOPPED);
        } catch (IOException e) {
            // Neither the message nor the exception of the client: they may quote the link.
            throw new IOException("host '%s' gave no response: %s"
                    .formatted(link.getHost(), e.getClass().getSimpleName()));
        }
        return new ApiResponse(response.getCode(), headers(response), body(response));
    }

    private static Map<String, String> headers(ClassicHttpResponse response) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : response.getHeaders()) {
            headers.put(header.getName(), header.getValue() == null ? "" : header.getValue());
        }
        return headers;
    }

    private static InputStream body(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        InputStream content = entity == null ? InputStream.nullInputStream() : entity.getContent();
        return new FilterInputStream(content) {
            @Override
            public void close() throws IOException {
                try (response) {
                    super.close();
                }
            }
        };
    }

    @Override
    protected void doStart() {
        PoolingHttpClientConnectionManager pool = ConnectionPool.openForFiles(context, settings);
        connected = new Connected(pool, PrivateEndpoint.fileClient(settings, pool));
    }

    @Override
    protected void doStop() throws IOException {
        Connected last = connected;
        connected = null;
        if (last != null) {
            last.pool.close(CloseMode.IMMEDIATE);
            last.client.close();
        }
    }

    private record Connected(PoolingHttpClientConnectionManager pool, CloseableHttpClient client) {}
}
