package io.github.camelcallrail.transport;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.failure.CallRailFailure;
import java.net.URI;
import java.time.Duration;
import org.apache.camel.support.jsse.SSLContextParameters;

/**
 * Everything that makes two connections different. Two equal settings may share one transport.
 *
 * <p>Immutable, as long as nobody changes the {@code sslContextParameters}, which are compared by identity. Values that
 * cannot work fail with a {@link CallRailFailure} of kind {@code CONFIGURATION} that names the option.
 *
 * @param baseUrl absolute http or https URL, kept without a slash at its end; its path, if any, is put before each
 *     request's path. {@link #checkBaseUrl} decides whether plain http is allowed.
 * @param apiKey the CallRail key, as {@link ApiKey} takes it; {@link #toString()} does not show it
 * @param sslContextParameters null for the trust and the protocols of the JDK
 * @param proxyHost null for a direct connection
 * @param proxyPort 0 without a proxy
 * @param connectTimeout bounds each of: the TCP connect, the TLS handshake
 * @param responseTimeout bounds each wait for data, of the answer's head as of its body; four times as long bounds the whole
 *     answer, however steadily it comes
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
     * The base URL that the text says, without a slash at its end.
     *
     * @param allowPlainHttp whether http to another machine is allowed; to this one it always is
     * @throws CallRailFailure of kind {@code CONFIGURATION} when it cannot be one, or would send the key unencrypted
     */
    public static URI checkBaseUrl(String text, boolean allowPlainHttp) {
        URI baseUrl = BaseUrl.checkForm(requireNonNull(text, "baseUrl is null"));
        if (!allowPlainHttp) {
            BaseUrl.checkSecrecy(baseUrl);
        }
        return baseUrl;
    }

    /** Everything but the key. */
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
                        "Option proxyPort is " + proxyPort + " but proxyHost is missing; give both or neither.");
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
                    + timeout.toString() + "; a call without end would also keep Camel from stopping.");
        }
    }
}
