package io.github.camelcallrail.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a path of the API identifies.
 *
 * @param name by which faults and the journal know its requests; see {@link SandboxEndpoints}
 * @param path the path below the version
 * @param endpoint the list; null if it is none
 * @param object the single object; null if it is none
 */
record Resource(
        Kind kind, String name, String path, SandboxEndpoint endpoint, SandboxObject object, boolean inVersion2) {

    enum Kind {
        LIST,
        SUMMARY,
        OBJECT,
        CHILDREN,
        RECORDING,
        MEDIA
    }

    private static final String OBJECT_PREFIX = "object:";

    /** Literal paths come before those with an id, so that a summary is not the call with the id {@code summary}. */
    static final List<Resource> ALL = all();

    /** Other names of the same requests. */
    private static final Map<String, String> ALIASES = Map.of(
            OBJECT_PREFIX + "conversations", "messages",
            OBJECT_PREFIX + "sms-threads", "thread-messages");

    private static List<Resource> all() {
        List<Resource> all = new ArrayList<>();
        SandboxEndpoints.all().forEach(endpoint -> all.add(list(endpoint)));
        Map<String, SandboxObject> objects = new LinkedHashMap<>();
        SandboxEndpoints.objects().forEach(object -> objects.put(object.path(), object));
        for (SandboxEndpoint children : SandboxEndpoints.children()) {
            // A conversation and its messages have one path.
            all.add(children(children, objects.remove(children.path())));
        }
        objects.values().forEach(object -> all.add(object(object)));
        for (String path : List.of("/a/{account}/calls/{id}/recording.json", "/a/{account}/calls/{id}/recording")) {
            all.add(new Resource(Kind.RECORDING, "recording", path, null, null, true));
        }
        String media = "/a/{account}/text-messages/{id}/media/{part}";
        all.add(new Resource(Kind.MEDIA, "media", media, null, null, true));
        return List.copyOf(all);
    }

    private static Resource list(SandboxEndpoint endpoint) {
        Kind kind = endpoint.paged() ? Kind.LIST : Kind.SUMMARY;
        return new Resource(kind, endpoint.report(), endpoint.path(), endpoint, null, endpoint.inVersion2());
    }

    private static Resource children(SandboxEndpoint endpoint, SandboxObject parent) {
        return new Resource(Kind.CHILDREN, endpoint.report(), endpoint.path(), endpoint, parent, endpoint.inVersion2());
    }

    private static Resource object(SandboxObject object) {
        boolean inVersion2 = SandboxEndpoints.of(object.report()).inVersion2();
        return new Resource(Kind.OBJECT, OBJECT_PREFIX + object.report(), object.path(), null, object, inVersion2);
    }

    /** Whether this is something that a request with this method can read or write. */
    boolean allows(String method) {
        return switch (method) {
            case "GET" -> true;
            case "POST" -> name.equals("integrations");
            case "PUT", "DELETE" -> name.equals(OBJECT_PREFIX + "integrations");
            default -> false;
        };
    }

    /**
     * The name of the requests that this name means.
     *
     * @throws IllegalArgumentException if there is none; the message lists the valid names
     */
    static String named(String name) {
        String requests = ALIASES.getOrDefault(name, name);
        if (ALL.stream().noneMatch(resource -> resource.name().equals(requests))) {
            throw new IllegalArgumentException("No report '" + name + "'. There are: "
                    + Stream.concat(
                                    ALL.stream().map(Resource::name),
                                    ALIASES.keySet().stream().sorted())
                            .distinct()
                            .collect(Collectors.joining(", ")));
        }
        return requests;
    }
}
