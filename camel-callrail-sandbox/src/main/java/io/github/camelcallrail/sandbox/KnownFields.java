package io.github.camelcallrail.sandbox;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names that the fields of a record may have. A misspelt name would otherwise be stored, and the record would
 * silently lack the value that a test depends on.
 *
 * @param stored names that the sandbox stores or reads in addition to those that a response contains
 */
record KnownFields(SandboxEndpoint endpoint, Collection<String> stored) {

    /** @throws IllegalArgumentException for the first name that is not known, with the closest one */
    void check(Collection<String> given) {
        given.stream()
                .filter(name -> sources().noneMatch(names -> names.contains(name)))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "'" + endpoint.report() + "' has no field '" + name + "'. " + advice(name));
                });
    }

    private Stream<Collection<String>> sources() {
        Stream<Collection<String>> ofLists = Stream.of(
                stored,
                endpoint.defaultFields(),
                endpoint.requestableFields(),
                endpoint.acceptedFields(),
                endpoint.unaskedFields(),
                endpoint.refusedFields());
        if (!SandboxEndpoints.hasObject(endpoint.report())) {
            return ofLists;
        }
        SandboxObject object = SandboxEndpoints.object(endpoint.report());
        return Stream.concat(ofLists, Stream.of(object.defaultFields(), object.requestableFields()));
    }

    private String advice(String name) {
        Set<String> names = sources().flatMap(Collection::stream).collect(Collectors.toCollection(TreeSet::new));
        return Spelling.closest(name, names)
                .map(closest -> "Did you mean '" + closest + "'?")
                .orElseGet(() -> "It has: " + String.join(", ", names));
    }
}
