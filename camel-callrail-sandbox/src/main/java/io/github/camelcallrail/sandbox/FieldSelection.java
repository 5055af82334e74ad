package io.github.camelcallrail.sandbox;

import io.github.camelcallrail.sandbox.SandboxEndpoint.FieldRule;
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
     * Source: apidocs.callrail.com, Field Selection. One unknown name rejects the whole request: third-party live
     * observation.
     *
     * @param refused whether a test wants this name to be rejected
     */
    static FieldSelection of(SandboxEndpoint endpoint, Query query, Predicate<String> refused) {
        List<String> asked = asked(query);
        Set<String> names = new LinkedHashSet<>();
        boolean selects = endpoint.fieldRule() == FieldRule.SELECTS && !asked.isEmpty();
        if (!selects) {
            names.addAll(endpoint.defaultFields());
            names.addAll(endpoint.unaskedFields());
        }
        if (endpoint.fieldRule() != FieldRule.NONE) {
            asked.forEach(name -> check(endpoint, name, refused));
            names.addAll(asked);
        }
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

    private static void check(SandboxEndpoint endpoint, String name, Predicate<String> refused) {
        if (!endpoint.accepts(name) || refused.test(name)) {
            throw new RejectedRequestException(400, "Invalid value for fields: " + name);
        }
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
