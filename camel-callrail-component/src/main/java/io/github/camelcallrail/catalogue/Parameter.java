package io.github.camelcallrail.catalogue;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.failure.AllowedValues;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.window.Interval;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One thing that a report can be asked, beside dates, columns and pages.
 *
 * @param option the option that a user writes: {@code companyId}, {@code groupBy}, {@code filter.direction}
 * @param name the query parameter that CallRail reads: {@code company_id}, {@code group_by}, {@code tracker_ids[]}
 * @param type what kind of value it takes
 * @param values the documented values; empty when any text will do
 * @param repeatable whether several values may be given, any of which matches
 * @param required whether the report cannot be asked without it
 */
public record Parameter(
        String option, String name, Type type, List<String> values, boolean repeatable, boolean required) {

    /** What kind of value a parameter takes, which decides how it is read, checked and sent. */
    public enum Type {
        /** Any text, or one of the documented values. */
        TEXT,
        /** The id of one object: letters and digits. Where several are allowed, commas separate them too. */
        ID,
        /** A step of a time series. */
        INTERVAL,
        /** What a list is sorted by. It is sent with the order of the walk, which depends on it. */
        SORTING
    }

    /** What a filter's option begins with. */
    public static final String FILTER_PREFIX = "filter.";

    private static final Pattern ENCODED_PLUS = Pattern.compile("^%2[Bb](?=\\d)");

    public Parameter {
        requireNonNull(option, "option is null");
        requireNonNull(name, "name is null");
        requireNonNull(type, "type is null");
        values = List.copyOf(values);
    }

    static Parameter option(String option, String name, String... values) {
        return new Parameter(option, name, Type.TEXT, List.of(values), false, false);
    }

    static Parameter id(String option, String name) {
        return new Parameter(option, name, Type.ID, List.of(), false, false);
    }

    static Parameter interval(String option, String name, String... values) {
        return new Parameter(option, name, Type.INTERVAL, List.of(values), false, false);
    }

    static Parameter sorting(String option, String name, String... values) {
        return new Parameter(option, name, Type.SORTING, List.of(values), false, false);
    }

    static Parameter filter(String name, String... values) {
        return option(FILTER_PREFIX + name, name, values);
    }

    static Parameter flag(String name) {
        return filter(name, "true", "false");
    }

    Parameter needed() {
        return new Parameter(option, name, type, values, repeatable, true);
    }

    Parameter orSeveral() {
        return new Parameter(option, name, type, values, true, required);
    }

    /** The name to send with several values: CallRail reads {@code tags[]} as a list, and {@code tags} as one. */
    public String arrayName() {
        return name.endsWith("[]") ? name : name + "[]";
    }

    /**
     * The name to send with these values: that of a list for several, and for one that has a comma in it, where some reports would
     * otherwise take it for two. Source: apidocs.callrail.com, "Summarizing Call Data".
     */
    public String nameFor(List<String> given) {
        boolean list = given.size() > 1 || repeatable && given.stream().anyMatch(value -> value.contains(","));
        return list ? arrayName() : name;
    }

    /** Whether this parameter is a filter, which users write with {@value #FILTER_PREFIX} before its name. */
    public boolean filter() {
        return option.startsWith(FILTER_PREFIX);
    }

    /**
     * The values to send for those that a user gave.
     *
     * @throws CallRailFailure of kind CONFIGURATION unless they are among the documented ones, and one only where one is allowed
     */
    public List<String> read(Report report, List<String> given) {
        // An interval first, because it recognizes a duration that is meant for the option 'delay'.
        List<String> values = type == Type.INTERVAL
                ? given.stream().map(Interval::of).map(Interval::text).toList()
                : given;
        check(report, values);
        if (type == Type.ID) {
            values.forEach(id -> checkId(option, id));
        }
        return values;
    }

    /**
     * An id becomes part of a path, and several in one text are a mistake that CallRail would answer with nothing.
     *
     * @throws CallRailFailure of kind CONFIGURATION
     */
    public static String checkId(String option, String id) {
        if (!id.matches("[A-Za-z0-9_-]+")) {
            throw CallRailFailure.configuration(
                    "Option '%s' cannot be '%s': an id has letters and digits only.".formatted(option, id));
        }
        return id;
    }

    private void check(Report report, List<String> given) {
        String what = "Option '%s' of report '%s'".formatted(option, report);
        if (given.isEmpty() || given.stream().anyMatch(String::isBlank)) {
            throw CallRailFailure.configuration("%s has no value: leave it out, or give it one.".formatted(what));
        }
        given.forEach(value -> requirePlus(what, value));
        if (given.size() > 1 && !repeatable) {
            throw CallRailFailure.configuration("%s takes one value, not %s: %s".formatted(what, given.size(), given));
        }
        if (!values.isEmpty()) {
            given.forEach(value -> {
                Synonyms.requireNone(what, option, value);
                AllowedValues.require(what, value, values);
            });
        }
    }

    /** No value begins with a blank, or with the code of a plus: these are phone numbers that lost their plus on the way here. */
    private static void requirePlus(String what, String value) {
        if (Character.isWhitespace(value.charAt(0))) {
            throw CallRailFailure.configuration(
                    what + " begins with a blank. Take the blank away or, where it was a +, write the + as +.");
        }
        if (ENCODED_PLUS.matcher(value).find()) {
            throw CallRailFailure.configuration(
                    what + " has %2B in its value, which is not decoded here: write + instead.");
        }
    }
}
