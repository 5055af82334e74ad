package io.github.camelcallrail.transport;

import static io.github.camelcallrail.failure.FailureKind.CONFIGURATION;

import io.github.camelcallrail.failure.CallRailFailure;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** The connections of one transport. */
final class ConnectionPool {

    /**
     * More calls at once than this wait for each other, before they count. The API's hourly quota is used up long
     * before.
     */
    static final int CONNECTIONS = 20;

    /** So that a moved API is found again by its new DNS entry. */
    private static final TimeValue LIFETIME = TimeValue.ofMinutes(10);

    /** A poll comes minutes after the last one, when the other side has often hung up. */
    private static final TimeValue TRUSTED_WHEN_IDLE_FOR = TimeValue.ofSeconds(1);

    /**
     * Times responseTimeout that an answer may take altogether, so that one that drips does not hold a route for ever. A full
     * page of transcripts, 7.5 MB, so needs no more than half a megabit a second at the default of 30 s, and less when zipped.
     */
    private static final int WHOLE_ANSWER = 4;

    private ConnectionPool() {}

    /** @throws CallRailFailure of kind {@code CONFIGURATION} when the key or trust store cannot be used */
    static PoolingHttpClientConnectionManager open(CamelContext context, ConnectionSettings settings) {
        Timeout connectTimeout = timeout(settings.connectTimeout());
        Timeout responseTimeout = timeout(settings.responseTimeout());
        Duration wholeAnswer = settings.responseTimeout().multipliedBy(WHOLE_ANSWER);
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(socket -> new UnloggedConnection(wholeAnswer))
                .setTlsSocketStrategy(tls(sslContext(context, settings), settings.connectTimeout()))
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

    /** With a limit on the whole handshake, because the time-out of the socket is one for each of its reads. */
    private static TlsSocketStrategy tls(SSLContext sslContext, Duration most) {
        TlsSocketStrategy strategy =
                ClientTlsStrategyBuilder.create().setSslContext(sslContext).buildClassic();
        return (socket, target, port, attachment, context) -> {
            try (Deadline limit = new Deadline("the TLS handshake", most, () -> drop(socket))) {
                try {
                    return strategy.upgrade(socket, target, port, attachment, context);
                } catch (IOException e) {
                    throw limit.explained(e);
                }
            }
        };
    }

    private static void drop(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed all the same, and whoever reads from it fails.
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
