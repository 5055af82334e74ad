package io.github.camelcallrail.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sandbox's own description of CallRail's reports, based on CallRail's documentation and third-party observations
 * of the service. It shares no code with the component, so that a mistake in one of them becomes visible.
 */
public final class SandboxEndpoints {

    private static final List<SandboxEndpoint> ALL = Stream.of(
                    CallEndpoints.ALL, CommunicationEndpoints.ALL, ConfigurationEndpoints.ALL)
            .flatMap(List::stream)
            .toList();

    private static final Map<String, SandboxEndpoint> BY_REPORT =
            ALL.stream().collect(Collectors.toMap(SandboxEndpoint::report, Function.identity()));

    private SandboxEndpoints() {}

    /** Every report the sandbox serves, in the order of the documentation. */
    public static List<SandboxEndpoint> all() {
        return ALL;
    }

    /**
     * The endpoint of one report.
     *
     * @throws IllegalArgumentException if there is no such report; the message lists the valid names
     */
    public static SandboxEndpoint of(String report) {
        SandboxEndpoint endpoint = BY_REPORT.get(report);
        if (endpoint == null) {
            throw new IllegalArgumentException("No report '" + report + "'. There are: "
                    + ALL.stream().map(SandboxEndpoint::report).collect(Collectors.joining(", ")));
        }
        return endpoint;
    }

    static Set<String> arrayKeys() {
        return ALL.stream()
                .map(SandboxEndpoint::arrayKey)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
