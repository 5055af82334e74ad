package io.github.camelcallrail.transport;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.failure.CallRailFailure;
import java.net.URI;
import java.time.Duration;
import org.apache.camel.support.jsse.SSLContextParameters;

/**
 * The settings of a connection. Equal settings may share one transport.
 *
 * <p>Immutable, unless somebody changes the {@code sslContextParameters}, which are compared by identity. Invalid
 * values throw a {@link CallRailFailure} of kind {@code CONFIGURATION} that names the option.
 *
 * @param baseUrl absolute http or https URL, without a slash at its end; its path, if any, precedes the path of each
 *     request. {@link #checkBaseUrl} decides whether plain http is allowed.
 * @param apiKey the API key, as {@link ApiKey} accepts it; {@link #toString()} does not show it
 * @param sslContextParameters null for the JDK's trust store and protocols
 * @param proxyHost null for a direct connection
 * @param proxyPort 0 without a proxy
 * @param connectTimeout limits the TCP connect and the TLS handshake, each
 * @param responseTimeout limits each wait for data of the response's head or body; the whole response may take four
 *     times as long
 */
public record ConnectionSettings(
        URI baseUrl,
        String apiKey,
        SSLContextParameters sslContextParameters,
        String proxyHost,
        int proxyPort,
        Duration connectTimeout,
        Duration responseTimeout) {

    private static final int HIGHEST_PORT = 65_535;

    public ConnectionSettings {
        baseUrl = BaseUrl.checkForm(requireNonNull(baseUrl, "baseUrl is null").toString());
        apiKey = new ApiKey(requireNonNull(apiKey, "apiKey is null")).text();
        checkProxy(proxyHost, proxyPort);
        checkTimeout("connectTimeout", requireNonNull(connectTimeout, "connectTimeout is null"));
        checkTimeout("responseTimeout", requireNonNull(responseTimeout, "responseTimeout is null"));
    }

    /**
     * Parses a base URL and removes a slash at its end.
     *
     * @param allowPlainHttp whether http to another machine is allowed; to this machine it always is
     * @throws CallRailFailure of kind {@code CONFIGURATION} if the text is not a valid base URL, or the key would be
     *     sent unencrypted
     */
    public static URI checkBaseUrl(String text, boolean allowPlainHttp) {
        URI baseUrl = BaseUrl.checkForm(requireNonNull(text, "baseUrl is null"));
        if (!allowPlainHttp) {
            BaseUrl.checkSecrecy(baseUrl);
        }
        return baseUrl;
    }

    /** All settings except the key. */
    @Override
    public String toString() {
        return "ConnectionSettings[baseUrl=" + baseUrl
                + ", apiKey=xxxxxx, sslContextParameters=" + (sslContextParameters == null ? "none" : "given")
                + ", proxy=" + (proxyHost == null ? "none" : proxyHost + ":" + proxyPort)
                + ", connectTimeout=" + connectTimeout + ", responseTimeout=" + responseTimeout + "]";
    }

    private static void checkProxy(String proxyHost, int proxyPort) {
        if (proxyHost == null) {
            if (proxyPort != 0) {
                throw CallRailFailure.configuration(
                        "Option proxyPort is " + proxyPort + " but proxyHost is missing; set both or neither.");
            }
            return;
        }
        if (!proxyHost.matches("[A-Za-z0-9._-]+|\\[?[0-9A-Fa-f:.]+]?")) {
            throw CallRailFailure.configuration(
                    "Option proxyHost must be a host name or address alone, without scheme, user name or port.");
        }
        if (proxyPort < 1 || proxyPort > HIGHEST_PORT) {
            throw CallRailFailure.configuration("Option proxyPort must be from 1 to " + HIGHEST_PORT
                    + " when proxyHost is given, but is " + proxyPort + ".");
        }
    }

    private static void checkTimeout(String option, Duration timeout) {
        if (timeout.compareTo(Duration.ofMillis(1)) < 0 || timeout.compareTo(Duration.ofDays(1)) > 0) {
            throw CallRailFailure.configuration("Option " + option + " must be from 1 ms to 1 day, but is "
                    + timeout.toString() + "; an endless call would also prevent Camel from stopping.");
        }
    }
}
