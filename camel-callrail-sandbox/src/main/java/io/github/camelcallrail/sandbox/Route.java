package io.github.camelcallrail.sandbox;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The resource that a path identifies.
 *
 * @param account as written in the path; empty for the list of accounts
 * @param id as written in the path; empty if the path has none
 * @param part the number of a media file, as written in the path; empty if the path has none
 * @param numericIds whether this is version 2, which uses numeric ids
 */
record Route(Resource resource, String account, String id, String part, boolean numericIds) {

    private record Template(Resource resource, Pattern pattern) {

        /** Groups that the path does not have are empty, so that every template has all of them. */
        static Template of(Resource resource) {
            StringBuilder pattern = new StringBuilder("/v(?<version>[23])");
            List<String> groups = List.of("account", "id", "part");
            String path = resource.path();
            for (String literal : path.split("(?<=})|(?=\\{)")) {
                String group = literal.substring(1, Math.max(1, literal.length() - 1));
                boolean placeholder = literal.startsWith("{") && groups.contains(group);
                pattern.append(placeholder ? "(?<" + group + ">[^/]+)" : Pattern.quote(literal));
            }
            groups.stream()
                    .filter(group -> !path.contains("{" + group + "}"))
                    .forEach(group -> pattern.append("(?<").append(group).append(">)"));
            return new Template(resource, Pattern.compile(pattern.toString()));
        }

        Route route(String path) {
            Matcher matcher = pattern.matcher(path);
            if (!matcher.matches()) {
                return null;
            }
            boolean version2 = matcher.group("version").equals("2");
            if (version2 && !resource.inVersion2()) {
                return null;
            }
            String id = matcher.group("id");
            // The id of an account is its own account.
            boolean ofAccount = resource.path().equals("/a/{id}.json");
            return new Route(resource, ofAccount ? id : matcher.group("account"), id, matcher.group("part"), version2);
        }
    }

    private static final List<Template> TEMPLATES =
            Resource.ALL.stream().map(Template::of).toList();

    /** Empty if the API has no such path. The suffix may be omitted only if the query requests JSON instead. */
    static Optional<Route> of(String path, Query query) {
        Optional<Route> route = matching(path);
        boolean json = "json".equals(query.one("format"));
        return route.isPresent() || !json ? route : matching(path + ".json");
    }

    SandboxEndpoint endpoint() {
        return resource.endpoint();
    }

    private static Optional<Route> matching(String path) {
        return TEMPLATES.stream()
                .map(template -> template.route(path))
                .filter(Objects::nonNull)
                .findFirst();
    }
}
