package io.github.camelcallrail.sandbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The report that a path identifies.
 *
 * @param account as written in the path; empty for the list of accounts
 * @param numericIds whether this is version 2, which uses numeric ids
 */
record Route(SandboxEndpoint endpoint, String account, boolean numericIds) {

    private static final Pattern PATH = Pattern.compile("/v([23])/a(?:/([^/]+))?((?:/[a-z_-]+)*)(\\.json)?");
    private static final Map<String, SandboxEndpoint> BY_TAIL = new HashMap<>();

    static {
        SandboxEndpoints.all().forEach(endpoint -> BY_TAIL.put(tail(endpoint), endpoint));
    }

    /** Empty if the API has no such path. The suffix may be omitted only if the query requests JSON instead. */
    static Optional<Route> of(String path, Query query) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String suffix = matcher.group(4) != null || "json".equals(query.one("format")) ? ".json" : "";
        String account = matcher.group(2) == null ? "" : matcher.group(2);
        SandboxEndpoint endpoint = BY_TAIL.get((account.isEmpty() ? "" : "/*") + matcher.group(3) + suffix);
        boolean version2 = matcher.group(1).equals("2");
        return Optional.ofNullable(endpoint)
                .filter(found -> !version2 || found.inVersion2())
                .map(found -> new Route(found, account, version2));
    }

    private static String tail(SandboxEndpoint endpoint) {
        return endpoint.path().replace("{account}", "*").substring("/a".length());
    }
}
