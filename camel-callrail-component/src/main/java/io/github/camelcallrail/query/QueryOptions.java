package io.github.camelcallrail.query;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.window.DateSelection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Options by the names that users write, filters with their prefix, each with its values: several only if the option
 * was repeated. Options that were not given are absent. Immutable.
 */
public record QueryOptions(Map<String, List<String>> values) {

    /** No options. */
    public static final QueryOptions NONE = new QueryOptions(Map.of());

    public QueryOptions {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Their names, in the order in which they were given. */
    public Set<String> names() {
        return values.keySet();
    }

    /** The values of an option; empty if it was not given. */
    public List<String> all(String option) {
        return values.getOrDefault(option, List.of());
    }

    /**
     * These options, overridden by others. A date option among the others replaces all date options here, because
     * {@code date} and {@code daysBack}, say, are two ways to give the same window.
     */
    public QueryOptions overriddenBy(QueryOptions others) {
        boolean newDates = others.names().stream().anyMatch(DateSelection.OPTIONS::contains);
        Map<String, List<String>> all =
                new LinkedHashMap<>(only(option -> !newDates || !DateSelection.OPTIONS.contains(option)).values);
        all.putAll(others.values);
        return new QueryOptions(all);
    }

    /** The options whose name matches. */
    public QueryOptions only(Predicate<String> option) {
        Map<String, List<String>> kept = new LinkedHashMap<>(values);
        kept.keySet().removeIf(option.negate());
        return new QueryOptions(kept);
    }

    /** The value of an option that accepts one value. */
    Optional<String> text(String option) {
        List<String> given = all(option);
        if (given.size() > 1) {
            throw CallRailFailure.configuration("Option '%s' takes one value, not %s: %s"
                    .formatted(option, given.size(), String.join(", ", given)));
        }
        Optional<String> value = given.stream().findFirst().map(String::trim);
        if (value.filter(String::isEmpty).isPresent()) {
            throw CallRailFailure.configuration(
                    "Option '%s' has no value: leave it out, or give it one.".formatted(option));
        }
        return value;
    }

    /** The value of an option that accepts a whole number from 1 to a maximum. */
    OptionalLong count(String option, long maximum) {
        Optional<String> text = text(option);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        if (text.get().matches("\\d{1,18}")) {
            long count = Long.parseLong(text.get());
            if (count >= 1 && count <= maximum) {
                return OptionalLong.of(count);
            }
        }
        String bound = maximum == Long.MAX_VALUE ? "1 or more" : "1 to " + maximum;
        throw CallRailFailure.configuration(
                "Option '%s' cannot be '%s'. It takes a whole number, %s.".formatted(option, text.get(), bound));
    }

    /** The date options, each with its value. */
    Map<String, String> dates() {
        Map<String, String> dates = new LinkedHashMap<>();
        DateSelection.OPTIONS.forEach(option -> text(option).ifPresent(value -> dates.put(option, value)));
        return dates;
    }
}
