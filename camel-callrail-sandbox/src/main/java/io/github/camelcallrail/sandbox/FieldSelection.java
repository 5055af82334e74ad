package io.github.camelcallrail.sandbox;

import io.github.camelcallrail.sandbox.SandboxEndpoint.FieldRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The fields of a response: the endpoint's defaults and those the request names. */
record FieldSelection(Set<String> names) {

    /**
     * The fields of the records in a list. Source: apidocs.callrail.com, Field Selection. One unknown name rejects the
     * whole request: third-party live observation.
     *
     * @param refused whether a test wants this name to be rejected
     */
    static FieldSelection of(SandboxEndpoint endpoint, Query query, Predicate<String> refused) {
        List<String> unasked = new ArrayList<>(endpoint.defaultFields());
        unasked.addAll(endpoint.unaskedFields());
        return of(endpoint.fieldRule(), unasked, query, refused.negate().and(endpoint::accepts));
    }

    /** The fields of a single object, on the same terms. */
    static FieldSelection of(SandboxObject object, Query query, Predicate<String> refused) {
        return of(
                object.fieldRule(),
                object.defaultFields(),
                query,
                refused.negate().and(object::accepts));
    }

    private static FieldSelection of(FieldRule rule, List<String> unasked, Query query, Predicate<String> accepted) {
        List<String> asked = rule == FieldRule.NONE ? List.of() : asked(query);
        asked.stream().filter(accepted.negate()).findFirst().ifPresent(name -> {
            throw new RejectedRequestException(400, "Invalid value for fields: " + name);
        });
        boolean selects = rule == FieldRule.SELECTS && !asked.isEmpty();
        Set<String> names = new LinkedHashSet<>(selects ? List.of() : unasked);
        names.addAll(asked);
        return new FieldSelection(names);
    }

    /** The names in the parameter {@code fields}. */
    static List<String> asked(Query query) {
        return query.many("fields").stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    Map<String, Object> of(StoredRecord record) {
        Map<String, Object> answer = new LinkedHashMap<>();
        for (String name : names) {
            Object value = record.get(name);
            if (value != null || record.fields().containsKey(name)) {
                answer.put(name, value);
            }
        }
        return answer;
    }
}
