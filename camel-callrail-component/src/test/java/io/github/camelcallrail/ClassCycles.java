package io.github.camelcallrail;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the classes that depend on each other, directly or by way of others. Nested classes count as the class around
 * them.
 */
final class ClassCycles {

    private final Map<String, Set<String>> dependencies = new TreeMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> lowest = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final List<Set<String>> cycles = new ArrayList<>();

    /** The cycles of two or more classes, each as the names of its classes. */
    static List<Set<String>> of(JavaClasses classes) {
        ClassCycles found = new ClassCycles();
        classes.forEach(type -> found.dependencies
                .computeIfAbsent(topLevel(type), name -> new TreeSet<>())
                .addAll(dependencies(type)));
        found.dependencies.keySet().forEach(found::visit);
        return found.cycles;
    }

    private static List<String> dependencies(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(Dependency::getTargetClass)
                .map(ClassCycles::topLevel)
                .toList();
    }

    private static String topLevel(JavaClass type) {
        return type.getBaseComponentType().getName().replaceFirst("\\$.*", "");
    }

    /** Tarjan's algorithm for strongly connected components. */
    private void visit(String name) {
        if (numbers.containsKey(name) || !dependencies.containsKey(name)) {
            return;
        }
        int number = numbers.size();
        numbers.put(name, number);
        lowest.put(name, number);
        open.push(name);
        for (String other : dependencies.get(name)) {
            visit(other);
            if (open.contains(other)) {
                lowest.merge(name, lowest.get(other), Math::min);
            }
        }
        if (lowest.get(name) == number) {
            Set<String> cycle = new TreeSet<>();
            String member;
            do {
                member = open.pop();
                cycle.add(member);
            } while (!member.equals(name));
            if (cycle.size() > 1) {
                cycles.add(cycle);
            }
        }
    }
}
