package io.github.camelcallrail.sandbox;

import java.util.Collection;
import java.util.LinkedHashMap;
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
 *
 * <p>Each path has exactly one name, by which {@link Faults}, {@link Journal}, {@link RecordedRequest} and
 * {@link CallRailSandbox.Builder#forbid} know its requests:
 *
 * <ul>
 *   <li>a list, a summary or a list of children by its report: {@code calls}, {@code calls-summary},
 *       {@code page-views};
 *   <li>a single object by {@code object:} and its report: {@code object:calls}. What is set for {@code calls} does not
 *       apply to it;
 *   <li>a conversation or SMS thread, whose single form also lists its messages, by these: {@code messages} and
 *       {@code thread-messages}. Where a test gives a name, {@code object:conversations} and
 *       {@code object:sms-threads} mean the same;
 *   <li>a request that writes by its path: {@code integrations} to create one, {@code object:integrations} to change or
 *       disable it;
 *   <li>{@code recording} and {@code media}, the requests for the link to a recording and to a media file.
 * </ul>
 */
public final class SandboxEndpoints {

    private static final List<SandboxEndpoint> ALL = Stream.of(
                    CallEndpoints.ALL, CommunicationEndpoints.ALL, ConfigurationEndpoints.ALL)
            .flatMap(List::stream)
            .toList();

    private static final Map<String, SandboxEndpoint> BY_REPORT =
            byReport(Stream.concat(ALL.stream(), ChildEndpoints.ALL.stream()).toList(), SandboxEndpoint::report);

    private static final Map<String, SandboxObject> OBJECTS =
            byReport(ObjectEndpoints.all(BY_REPORT::get), SandboxObject::report);

    private SandboxEndpoints() {}

    /** Every report the sandbox serves, in the order of the documentation; without the {@link #children()}. */
    public static List<SandboxEndpoint> all() {
        return ALL;
    }

    /** The lists that belong to one record, such as the messages of a conversation. */
    public static List<SandboxEndpoint> children() {
        return ChildEndpoints.ALL;
    }

    /** The records that can be requested by their id, one entry per report. */
    public static List<SandboxObject> objects() {
        return List.copyOf(OBJECTS.values());
    }

    /**
     * The endpoint of one report or list of children.
     *
     * @throws IllegalArgumentException if there is none; the message lists the valid names
     */
    public static SandboxEndpoint of(String report) {
        return known("No report '" + report + "'", BY_REPORT.get(report), BY_REPORT.keySet());
    }

    /**
     * The single object of one report.
     *
     * @throws IllegalArgumentException if its records cannot be requested by id; the message lists the valid names
     */
    public static SandboxObject object(String report) {
        return known("No single object of '" + report + "'", OBJECTS.get(report), OBJECTS.keySet());
    }

    /**
     * The report whose records have these children: {@code calls} for {@code page-views}.
     *
     * @throws IllegalArgumentException if there are no such children; the message lists the valid names
     */
    public static String parentOf(String children) {
        Map<String, String> parents = ChildEndpoints.PARENTS;
        return known("No children '" + children + "'", parents.get(children), parents.keySet());
    }

    /** Whether records of the report can be requested by id. */
    static boolean hasObject(String report) {
        return OBJECTS.containsKey(report);
    }

    static Set<String> arrayKeys() {
        return BY_REPORT.values().stream()
                .map(SandboxEndpoint::arrayKey)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static <T> Map<String, T> byReport(List<T> entries, Function<T, String> report) {
        Map<String, T> map = new LinkedHashMap<>();
        entries.forEach(entry -> map.put(report.apply(entry), entry));
        return map;
    }

    private static <T> T known(String problem, T found, Collection<String> names) {
        if (found == null) {
            throw new IllegalArgumentException(problem + ". There are: " + String.join(", ", names));
        }
        return found;
    }
}
