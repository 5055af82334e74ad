package io.github.camelcallrail.sandbox;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names that the fields of a record may have. A misspelt name would otherwise be stored, and the record would
 * silently lack the value that a test depends on.
 */
record KnownFields(String report, Set<String> names) {

    /** More mistakes than this are another word. */
    private static final int MISTAKES = 3;

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
        return new KnownFields(endpoint.report(), names);
    }

    /** @throws IllegalArgumentException for the first name that is not known, with the closest one */
    void check(Collection<String> given) {
        given.stream().filter(name -> !names.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("'" + report + "' has no field '" + name + "'. " + advice(name));
        });
    }

    private String advice(String name) {
        String closest = names.stream()
                .min(Comparator.comparingInt(known -> distance(name, known)))
                .orElseThrow();
        return distance(name, closest) <= MISTAKES
                ? "Did you mean '" + closest + "'?"
                : "It has: " + String.join(", ", names);
    }

    /** How many letters must be inserted, deleted or replaced (Levenshtein). */
    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int column = 0; column < above.length; column++) {
            above[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] here = new int[above.length];
            here[0] = row;
            for (int column = 1; column < here.length; column++) {
                int replaced = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
                here[column] = Math.min(above[column - 1] + replaced, 1 + Math.min(above[column], here[column - 1]));
            }
            above = here;
        }
        return above[other.length()];
    }
}
