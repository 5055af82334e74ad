package io.github.camelcallrail.options;

import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.checkpoint.Lookback;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.NearestMatch;
import io.github.camelcallrail.query.QueryOptions;
import io.github.camelcallrail.window.DateSelection;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How to read incrementally, and what cannot be combined with it.
 *
 * @param lookback how far to look back for changes
 * @param ignored columns whose changes alone are none
 */
public record IncrementalOptions(Lookback lookback, Set<String> ignored) {

    /** Options that need {@code incremental}, in the order in which messages name them. */
    private static final List<String> DEPENDENT =
            List.of("lookback", "stateDirectory", "stateRepository", "stateKey", "ignoreChangesIn");

    /** What would leave records out, or let them come in an order in which nobody can say how far a reading got. */
    private static final Map<String, String> IMPOSSIBLE = impossible();

    private static Map<String, String> impossible() {
        String end = "an incremental consumer always reads up to now";
        String sorted = "an incremental consumer needs the order in which it can say how far it got";
        Map<String, String> reasons = new LinkedHashMap<>();
        reasons.put("date", end);
        reasons.put("endDate", end);
        reasons.put("endDaysBack", end);
        reasons.put("sort", sorted);
        reasons.put("order", sorted);
        reasons.put(
                "maxRecords", "an incremental consumer leaves nothing out; option 'maxMessagesPerPoll' limits a poll");
        reasons.put("pagination", "an incremental consumer needs pages that can be checked");
        return reasons;
    }

    /** The options that a source sets, so that it is known which of them an endpoint inherits. */
    public static Set<String> namesIn(OptionSource source) {
        Set<String> names = new LinkedHashSet<>();
        if (source.flag("incremental")) {
            names.add("incremental");
        }
        DEPENDENT.forEach(option -> {
            if (source.has(option)) {
                names.add(option);
            }
        });
        return names;
    }

    /**
     * What a consumer's options mean; empty when it is not incremental, or only by a default that is meant for other reports.
     *
     * @param inherited names of options that are defaults for all endpoints
     * @param given the query options of the endpoint itself
     * @throws CallRailFailure of kind CONFIGURATION
     */
    static Optional<IncrementalOptions> of(
            Report report, OptionSource source, Set<String> inherited, QueryOptions given) {
        if (!source.flag("incremental")) {
            requireNone(source, inherited, "Option '%s' is for incremental consumers: add incremental=true.");
            return Optional.empty();
        }
        if (!report.paged()) {
            if (inherited.contains("incremental")) {
                return Optional.empty();
            }
            throw CallRailFailure.configuration(
                    ("Option 'incremental' is not supported by report '%s': its rows are computed, and have no ids. Poll it as"
                                    + " a whole, and let the sink replace what it has.")
                            .formatted(report));
        }
        requirePossible(report, given);
        requireOnePlace(source, inherited);
        return Optional.of(new IncrementalOptions(
                lookback(report, source, inherited), ignored(report, source.text("ignoreChangesIn"))));
    }

    /** Fails for an endpoint that is told to be incremental and is no consumer. */
    static void requireNotGiven(String what, OptionSource source, Set<String> inherited) {
        if (source.flag("incremental") && !inherited.contains("incremental")) {
            throw CallRailFailure.configuration(
                    "Option 'incremental' is for consumers, that is, for 'from' in a route; %s reads what it is asked."
                            .formatted(what));
        }
        requireNone(source, inherited, "Option '%s' is for consumers, that is, for 'from' in a route.");
    }

    /** Whether a default that is meant for all reports may stay where a consumer is incremental. */
    static boolean possible(String option) {
        return !IMPOSSIBLE.containsKey(option);
    }

    private static void requireNone(OptionSource source, Set<String> inherited, String message) {
        DEPENDENT.forEach(option -> {
            if (source.has(option) && !inherited.contains(option)) {
                throw CallRailFailure.configuration(message.formatted(option));
            }
        });
    }

    private static void requirePossible(Report report, QueryOptions given) {
        IMPOSSIBLE.forEach((option, reason) -> {
            boolean harmless = option.equals("pagination") && !given.all(option).contains("relative");
            if (given.names().contains(option) && !harmless) {
                throw CallRailFailure.configuration(
                        "Option '%s' of report '%s' cannot be combined with incremental=true: %s. Leave it out."
                                .formatted(option, report, reason));
            }
        });
        List<String> range = given.all("dateRange");
        if (!range.isEmpty()
                && !DateSelection.of(Map.of("dateRange", range.get(0))).endsToday()) {
            throw CallRailFailure.configuration(
                    ("Option 'dateRange=%s' of report '%s' cannot be combined with incremental=true: it ends before today, and"
                                    + " an incremental consumer always reads up to now. Say where to start by startDate or daysBack.")
                            .formatted(range.get(0), report));
        }
    }

    private static void requireOnePlace(OptionSource source, Set<String> inherited) {
        if (source.has("stateDirectory")
                && source.has("stateRepository")
                && inherited.contains("stateDirectory") == inherited.contains("stateRepository")) {
            throw CallRailFailure.configuration(
                    "Options 'stateDirectory' and 'stateRepository' are two places for one state: give one of them.");
        }
        DEPENDENT.forEach(option -> {
            if (source.value(option) instanceof String text && text.isBlank()) {
                throw CallRailFailure.configuration(
                        "Option '%s' has no value: leave it out, or give it one.".formatted(option));
            }
        });
    }

    private static Lookback lookback(Report report, OptionSource source, Set<String> inherited) {
        String text = source.text("lookback");
        boolean dated = report.precision().isPresent();
        if (text != null && !dated && !inherited.contains("lookback")) {
            throw CallRailFailure.configuration(
                    ("Option 'lookback' is not supported by report '%s', which has no dates: at every poll the whole list is"
                                    + " compared with what was sent.")
                            .formatted(report));
        }
        return Lookback.of(text == null || !dated ? Lookback.DEFAULT : text);
    }

    private static Set<String> ignored(Report report, String text) {
        Set<String> names = new LinkedHashSet<>();
        if (text != null) {
            Arrays.stream(text.split(",", -1)).map(String::strip).forEach(names::add);
        }
        for (String name : names) {
            String column = name.split("\\.", 2)[0];
            Set<String> known = report.fields().known();
            if (!known.contains(column)) {
                throw CallRailFailure.configuration(
                        "Option 'ignoreChangesIn': report '%s' has no field '%s'%s Its fields: %s"
                                .formatted(report, column, NearestMatch.hint(column, known), String.join(", ", known)));
            }
        }
        return names;
    }
}
