package io.github.camelcallrail.dashboard;

import java.util.Locale;
import java.util.Set;

/** The names of this machine that lead nowhere else. */
final class LocalHosts {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private LocalHosts() {}

    static boolean contains(String host) {
        return NAMES.contains(host.toLowerCase(Locale.ROOT));
    }
}
