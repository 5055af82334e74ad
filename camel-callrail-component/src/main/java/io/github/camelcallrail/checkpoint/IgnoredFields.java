package io.github.camelcallrail.checkpoint;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Columns that are not compared, at one level of a record.
 *
 * @param names those of this level
 * @param below those within columns of this level, by column
 */
record IgnoredFields(Set<String> names, Map<String, IgnoredFields> below) {

    private static final IgnoredFields NONE = new IgnoredFields(Set.of(), Map.of());

    IgnoredFields {
        names = Set.copyOf(names);
        below = Map.copyOf(below);
    }

    /** @param paths columns, and parts of columns such as {@code milestones.last_touch} */
    static IgnoredFields of(Collection<String> paths) {
        Set<String> names = new HashSet<>();
        Map<String, Set<String>> below = new HashMap<>();
        for (String path : paths) {
            List<String> steps = List.of(path.split("\\.", 2));
            if (steps.size() == 1) {
                names.add(path);
            } else {
                below.computeIfAbsent(steps.get(0), name -> new HashSet<>()).add(steps.get(1));
            }
        }
        return new IgnoredFields(
                names,
                below.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> of(entry.getValue()))));
    }

    boolean has(String name) {
        return names.contains(name);
    }

    /** Those within a column. */
    IgnoredFields within(String name) {
        return below.getOrDefault(name, NONE);
    }
}
