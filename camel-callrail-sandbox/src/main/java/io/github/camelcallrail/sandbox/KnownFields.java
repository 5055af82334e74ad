package io.github.camelcallrail.sandbox;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names that the fields of a record may have. A misspelt name would otherwise be stored, and the record would
 * silently lack the value that a test depends on.
 */
record KnownFields(String report, Set<String> names) {

    /** @param stored names that the sandbox stores or reads in addition to those that a response contains */
    static KnownFields of(SandboxEndpoint endpoint, Collection<String> stored) {
        Set<String> names = new TreeSet<>(stored);
        List.of(
                        endpoint.defaultFields(),
                        endpoint.requestableFields(),
                        endpoint.acceptedFields(),
                        endpoint.unaskedFields(),
                        endpoint.refusedFields())
                .forEach(names::addAll);
        if (SandboxEndpoints.hasObject(endpoint.report())) {
            SandboxObject object = SandboxEndpoints.object(endpoint.report());
            names.addAll(object.defaultFields());
            names.addAll(object.requestableFields());
        }
        return new KnownFields(endpoint.report(), names);
    }

    /** @throws IllegalArgumentException for the first name that is not known, with the closest one */
    void check(Collection<String> given) {
        given.stream().filter(name -> !names.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("'" + report + "' has no field '" + name + "'. " + advice(name));
        });
    }

    private String advice(String name) {
        return Spelling.closest(name, names)
                .map(closest -> "Did you mean '" + closest + "'?")
                .orElseGet(() -> "It has: " + String.join(", ", names));
    }
}
