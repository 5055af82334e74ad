package io.github.camelcallrail.transport;

import io.github.camelcallrail.failure.CallRailFailure;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** Checks a base URL. Messages quote it only if it cannot contain a secret. */
final class BaseUrl {

    /** By text, never by DNS: otherwise whoever controls the DNS response could have the key sent unencrypted. */
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]", Pattern.CASE_INSENSITIVE);

    private BaseUrl() {}

    static URI checkForm(String text) {
        String trimmed = text.strip();
        if (trimmed.matches(".*[@?#].*")) {
            throw CallRailFailure.configuration(
                    "Option baseUrl must not contain a user name, query or fragment; the key belongs in option"
                            + " apiKey.");
        }
        URI uri = parse(trimmed);
        boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        if (!web || uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw notAnUrl(trimmed);
        }
        return trimmed.endsWith("/") ? checkForm(trimmed.substring(0, trimmed.length() - 1)) : uri;
    }

    static void checkSecrecy(URI baseUrl) {
        if ("http".equalsIgnoreCase(baseUrl.getScheme()) && !isLoopback(baseUrl.getHost())) {
            throw CallRailFailure.configuration("Option baseUrl is " + baseUrl
                    + ", over which the API key would travel unencrypted to another machine. Use https,"
                    + " or set allowPlainHttp=true if the network in between is yours.");
        }
    }

    /** Whether a host is that of the base URL; all names of this machine are the same host. */
    static boolean isSameHost(URI baseUrl, String host) {
        return host.equalsIgnoreCase(baseUrl.getHost()) || isLoopback(baseUrl.getHost()) && isLoopback(host);
    }

    private static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host).matches();
    }

    private static URI parse(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw notAnUrl(text);
        }
    }

    private static CallRailFailure notAnUrl(String text) {
        return CallRailFailure.configuration("Option baseUrl must be an absolute http or https URL"
                + " such as https://api.callrail.com, but is '" + text + "'.");
    }
}
