package io.github.camelcallrail.transport;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The hosts that files may be downloaded from, and how. The host of the base URL is always one of them. Immutable.
 *
 * @param baseUrl where the API lives
 * @param patterns host names in lower case, with * for any characters except a dot
 */
public record FileHosts(URI baseUrl, List<String> patterns) {

    private static final String OPTION = "mediaHosts";

    public FileHosts {
        requireNonNull(baseUrl, "baseUrl is null");
        patterns = List.copyOf(patterns);
    }

    /**
     * Parses option {@code mediaHosts}.
     *
     * @throws CallRailFailure of kind CONFIGURATION if it is not a list of host names
     */
    public static FileHosts of(URI baseUrl, String hosts) {
        List<String> patterns = Arrays.stream(hosts.split(",", -1))
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .toList();
        patterns.forEach(host -> {
            if (!host.matches("[a-z0-9*-]+(\\.[a-z0-9*-]+)*") || host.equals("*")) {
                throw CallRailFailure.configuration(
                        "Option '%s' cannot contain '%s'. It takes host names such as *.callrail.com, separated by commas."
                                .formatted(OPTION, host));
            }
        });
        return new FileHosts(baseUrl, patterns);
    }

    /**
     * Fails unless a link may be followed: to an allowed host, by https at its usual port. To the host of the base URL,
     * other ports are allowed, and http if the base URL is an http URL.
     *
     * @throws CallRailFailure of kind REFUSED that names the host, and nothing else of the link
     */
    void requireAllowed(URI link) {
        if (link.getHost() == null || link.getRawUserInfo() != null) {
            throw refused(
                    "CallRail links to a file with a URL that has no host, or has a user name. It is not followed.");
        }
        String host = link.getHost().toLowerCase(Locale.ROOT);
        boolean ofBase = BaseUrl.isSameHost(baseUrl, host);
        boolean secure = "https".equalsIgnoreCase(link.getScheme())
                || ofBase && "http".equalsIgnoreCase(link.getScheme()) && "http".equalsIgnoreCase(baseUrl.getScheme());
        if (!secure) {
            throw refused("CallRail links to a file on host '%s' without https. It is not followed.".formatted(host));
        }
        if (!ofBase && patterns.stream().noneMatch(pattern -> matches(pattern, host))) {
            throw refused(
                    "CallRail links to a file on host '%s', which is not allowed. If it is right, add it to option '%s'."
                            .formatted(host, OPTION));
        }
        if (!ofBase && link.getPort() != -1 && link.getPort() != 443) {
            throw refused("CallRail links to a file on host '%s' with port %s. It is not followed."
                    .formatted(host, Integer.toString(link.getPort())));
        }
    }

    private static boolean matches(String pattern, String host) {
        return host.matches(pattern.replace(".", "\\.").replace("*", "[^.]+"));
    }

    private static CallRailFailure refused(String message) {
        return CallRailFailure.of(FailureKind.REFUSED, message);
    }
}
