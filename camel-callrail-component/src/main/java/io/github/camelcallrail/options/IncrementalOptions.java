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
 * The options of incremental consumers, checked against the options that cannot be combined with them.
 *
 * @param lookback how far to look back for changes
 * @param ignored fields whose changes are ignored
 */
public record IncrementalOptions(Lookback lookback, Set<String> ignored) {

    /** Options that need {@code incremental}. */
    private static final List<String> DEPENDENT =
            List.of("lookback", "stateDirectory", "stateRepository", "stateKey", "ignoreChangesIn");

    /** Those that say where the state is. */
    private static final Set<String> OF_STATE = Set.of("stateDirectory", "stateRepository", "stateKey");

    /**
     * Options that would leave records out, or return them in an order in which progress cannot be tracked, with the
     * reason.
     */
    private static final Map<String, String> EXCLUDED = excluded();

    private static Map<String, String> excluded() {
        String end = "an incremental consumer always reads up to now";
        String sorted = "an incremental consumer needs an order in which it can track its progress";
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

    /** The names of these options that a source sets; an endpoint inherits them. */
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
     * The options of a consumer; empty if it is not incremental, or only by a default that is meant for other reports.
     *
     * @param inherited names of the options that are defaults for all endpoints
     * @param given the query options of the endpoint itself
     * @throws CallRailFailure of kind CONFIGURATION
     */
    static Optional<IncrementalOptions> of(
            Report report, OptionSource source, Set<String> inherited, QueryOptions given) {
        if (!source.flag("incremental")) {
            requireAbsent(source, inherited, "Option '%s' is for incremental consumers: add incremental=true.");
            return Optional.empty();
        }
        if (!report.paged()) {
            if (inherited.contains("incremental")) {
                return Optional.empty();
            }
            throw CallRailFailure.configuration(
                    ("Option 'incremental' is not supported by report '%s': its records are computed and have no ids."
                                    + " Poll it as a whole, and let the sink replace what it has.")
                            .formatted(report));
        }
        requireCombinable(report, given);
        requireOnePlace(source, inherited);
        return Optional.of(new IncrementalOptions(
                lookback(report, source, inherited), ignored(report, source.text("ignoreChangesIn"))));
    }

    /** Fails if an endpoint that is not a consumer has options of incremental consumers. */
    static void requireNotGiven(String what, OptionSource source, Set<String> inherited) {
        if (source.flag("incremental") && !inherited.contains("incremental")) {
            throw CallRailFailure.configuration(
                    "Option 'incremental' is for consumers, that is, for 'from' in a route; %s reads only on request."
                            .formatted(what));
        }
        requireAbsent(source, inherited, "Option '%s' is for consumers, that is, for 'from' in a route.");
    }

    /** Fails if an endpoint that only names the state of a consumer has other options of incremental consumers. */
    static void requireOnlyState(String what, OptionSource source, Set<String> inherited) {
        if (source.flag("incremental") && !inherited.contains("incremental")) {
            throw CallRailFailure.configuration(
                    "Option 'incremental' is for consumers, that is, for 'from' in a route; %s reads nothing itself."
                            .formatted(what));
        }
        requireAbsent(
                source,
                inherited,
                DEPENDENT.stream().filter(option -> !OF_STATE.contains(option)).toList(),
                "Option '%s' is for consumers, that is, for 'from' in a route.");
        requireOnePlace(source, inherited);
    }

    /** Whether a default that is meant for all reports also applies to incremental consumers. */
    static boolean combinable(String option) {
        return !EXCLUDED.containsKey(option);
    }

    private static void requireAbsent(OptionSource source, Set<String> inherited, String message) {
        requireAbsent(source, inherited, DEPENDENT, message);
    }

    private static void requireAbsent(
            OptionSource source, Set<String> inherited, List<String> options, String message) {
        options.forEach(option -> {
            if (source.has(option) && !inherited.contains(option)) {
                throw CallRailFailure.configuration(message.formatted(option));
            }
        });
    }

    private static void requireCombinable(Report report, QueryOptions given) {
        EXCLUDED.forEach((option, reason) -> {
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
                    ("Option 'dateRange=%s' of report '%s' cannot be combined with incremental=true: it ends before"
                                    + " today, and an incremental consumer always reads up to now. Set where to start"
                                    + " with startDate or daysBack.")
                            .formatted(range.get(0), report));
        }
    }

    private static void requireOnePlace(OptionSource source, Set<String> inherited) {
        if (source.has("stateDirectory")
                && source.has("stateRepository")
                && inherited.contains("stateDirectory") == inherited.contains("stateRepository")) {
            throw CallRailFailure.configuration(
                    "Options 'stateDirectory' and 'stateRepository' are two places for the same state: set only one"
                            + " of them.");
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
                    ("Option 'lookback' is not supported by report '%s', which has no dates: every poll compares the"
                                    + " whole list with what was sent.")
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
            String field = name.split("\\.", 2)[0];
            Set<String> known = report.fields().known();
            if (!known.contains(field)) {
                throw CallRailFailure.configuration(
                        "Option 'ignoreChangesIn': report '%s' has no field '%s'%s Its fields: %s"
                                .formatted(report, field, NearestMatch.hint(field, known), String.join(", ", known)));
            }
        }
        return names;
    }
}
