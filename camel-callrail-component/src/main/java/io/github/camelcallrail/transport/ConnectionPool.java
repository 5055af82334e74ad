package io.github.camelcallrail.transport;

import static io.github.camelcallrail.failure.FailureKind.CONFIGURATION;

import io.github.camelcallrail.failure.CallRailFailure;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.apache.camel.CamelContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Creates the connection pool of a transport. */
final class ConnectionPool {

    /** More simultaneous calls wait, before they are counted. They would use up the API's hourly quota soon anyway. */
    static final int CONNECTIONS = 20;

    /** So that a new DNS entry of the API is noticed. */
    private static final TimeValue LIFETIME = TimeValue.ofMinutes(10);

    /** A poll comes minutes after the last one, when the server has often closed the connection. */
    private static final TimeValue TRUSTED_WHEN_IDLE_FOR = TimeValue.ofSeconds(1);

    /**
     * The total time for a response, as a multiple of responseTimeout, so that a trickling response does not block a
     * route forever. At the default of 30 s, a full page of transcripts, 7.5 MB, needs only half a megabit per second,
     * and less if compressed.
     */
    private static final int RESPONSE_TIMEOUTS_PER_RESPONSE = 4;

    /** The total time for one response with a file; what is missing is requested again. */
    private static final Duration FILE_TIMEOUT = Duration.ofMinutes(10);

    private ConnectionPool() {}

    /** @throws CallRailFailure of kind {@code CONFIGURATION} if the key or trust store cannot be used */
    static PoolingHttpClientConnectionManager open(CamelContext context, ConnectionSettings settings) {
        PoolingHttpClientConnectionManagerBuilder builder = PoolingHttpClientConnectionManagerBuilder.create();
        if (settings.baseUrl().getScheme().equalsIgnoreCase("https") || settings.sslContextParameters() != null) {
            builder.setTlsSocketStrategy(tls(sslContext(context, settings), settings.connectTimeout()));
        } else {
            // Reading the certificates of the JDK takes long.
            builder.setTlsSocketStrategy(ConnectionPool::noTls);
        }
        Duration totalTimeout = totalTimeout(settings);
        return open(builder, settings, () -> new UnloggedConnection(totalTimeout, false));
    }

    /**
     * The connections for files, to public addresses only.
     *
     * @throws CallRailFailure of kind {@code CONFIGURATION} if the trust store cannot be used
     */
    static PoolingHttpClientConnectionManager openForFiles(CamelContext context, ConnectionSettings settings) {
        Duration usual = totalTimeout(settings);
        Duration totalTimeout = usual.compareTo(FILE_TIMEOUT) > 0 ? usual : FILE_TIMEOUT;
        return open(
                PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new PublicAddresses(settings))
                        .setTlsSocketStrategy(tls(sslContext(context, settings), settings.connectTimeout())),
                settings,
                () -> new UnloggedConnection(totalTimeout, true));
    }

    private static PoolingHttpClientConnectionManager open(
            PoolingHttpClientConnectionManagerBuilder builder,
            ConnectionSettings settings,
            Supplier<UnloggedConnection> connections) {
        Timeout connectTimeout = timeout(settings.connectTimeout());
        Timeout responseTimeout = timeout(settings.responseTimeout());
        return builder.setConnectionFactory(socket -> connections.get())
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(connectTimeout).build())
                .setDefaultSocketConfig(
                        SocketConfig.custom().setSoTimeout(responseTimeout).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connectTimeout)
                        .setSocketTimeout(responseTimeout)
                        .setValidateAfterInactivity(TRUSTED_WHEN_IDLE_FOR)
                        .setTimeToLive(LIFETIME)
                        .build())
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS)
                .build();
    }

    private static Duration totalTimeout(ConnectionSettings settings) {
        return settings.responseTimeout().multipliedBy(RESPONSE_TIMEOUTS_PER_RESPONSE);
    }

    private static SSLSocket noTls(Socket socket, String target, int port, Object attachment, HttpContext context)
            throws IOException {
        throw new IOException("Option 'baseUrl' is not an https URL, so there is no TLS");
    }

    /** Limits the whole handshake, because the timeout of a socket applies to each read. */
    private static TlsSocketStrategy tls(SSLContext sslContext, Duration most) {
        TlsSocketStrategy strategy =
                ClientTlsStrategyBuilder.create().setSslContext(sslContext).buildClassic();
        return (socket, target, port, attachment, context) -> {
            try (Deadline limit = new Deadline("the TLS handshake", most, () -> closeQuietly(socket))) {
                try {
                    return strategy.upgrade(socket, target, port, attachment, context);
                } catch (IOException e) {
                    throw limit.explained(e);
                }
            }
        };
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed nevertheless, and reads from it fail.
        }
    }

    static Timeout timeout(Duration duration) {
        return Timeout.ofMilliseconds(duration.toMillis());
    }

    private static SSLContext sslContext(CamelContext context, ConnectionSettings settings) {
        if (settings.sslContextParameters() == null) {
            return SSLContexts.createDefault();
        }
        try {
            return settings.sslContextParameters().createSSLContext(context);
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            throw CallRailFailure.of(CONFIGURATION, "Option sslContextParameters cannot be used: " + e.getMessage(), e);
        }
    }
}
