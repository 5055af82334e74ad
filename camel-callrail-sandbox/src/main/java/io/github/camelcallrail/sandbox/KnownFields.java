package io.github.camelcallrail.sandbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The names that the fields of a record may have. A misspelt name would otherwise be stored, and the record would
 * silently lack the value that a test depends on.
 *
 * @param stored names that the sandbox stores or reads in addition to those that a response contains
 */
record KnownFields(SandboxEndpoint endpoint, Collection<String> stored) {

    /** @throws IllegalArgumentException for the first name that is not known, with the closest one */
    void check(Collection<String> given) {
        List<Collection<String>> lists = lists();
        given.stream()
                .filter(name -> lists.stream().noneMatch(names -> names.contains(name)))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "'" + endpoint.report() + "' has no field '" + name + "'. " + advice(name));
                });
    }

    private List<Collection<String>> lists() {
        List<Collection<String>> lists = new ArrayList<>(List.of(
                stored,
                endpoint.defaultFields(),
                endpoint.requestableFields(),
                endpoint.acceptedFields(),
                endpoint.unaskedFields(),
                endpoint.refusedFields()));
        if (SandboxEndpoints.hasObject(endpoint.report())) {
            SandboxObject object = SandboxEndpoints.object(endpoint.report());
            lists.addAll(List.of(object.defaultFields(), object.requestableFields()));
        }
        return lists;
    }

    private String advice(String name) {
        Set<String> names = lists().stream().flatMap(Collection::stream).collect(Collectors.toCollection(TreeSet::new));
        return Spelling.closest(name, names)
                .map(closest -> "Did you mean '" + closest + "'?")
                .orElseGet(() -> "It has: " + String.join(", ", names));
    }
}
