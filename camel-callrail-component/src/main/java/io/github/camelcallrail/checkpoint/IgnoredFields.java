package io.github.camelcallrail.checkpoint;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The fields that are not compared, at one level of a record.
 *
 * @param names the ignored fields of this level
 * @param nested the ignored fields within fields of this level, by field
 */
record IgnoredFields(Set<String> names, Map<String, IgnoredFields> nested) {

    private static final IgnoredFields NONE = new IgnoredFields(Set.of(), Map.of());

    IgnoredFields {
        names = Set.copyOf(names);
        nested = Map.copyOf(nested);
    }

    /** @param paths fields, and parts of fields such as {@code milestones.last_touch} */
    static IgnoredFields of(Collection<String> paths) {
        Set<String> names = new HashSet<>();
        Map<String, Set<String>> nested = new HashMap<>();
        for (String path : paths) {
            List<String> steps = List.of(path.split("\\.", 2));
            if (steps.size() == 1) {
                names.add(path);
            } else {
                nested.computeIfAbsent(steps.get(0), name -> new HashSet<>()).add(steps.get(1));
            }
        }
        return new IgnoredFields(
                names,
                nested.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> of(entry.getValue()))));
    }

    boolean has(String name) {
        return names.contains(name);
    }

    /** The ignored fields within a field. */
    IgnoredFields within(String name) {
        return nested.getOrDefault(name, NONE);
    }
}
