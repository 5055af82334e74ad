package io.github.camelcallrail.catalogue;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.failure.AllowedValues;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.window.Interval;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One parameter of a report besides dates, fields and pages.
 *
 * @param option the option that a user writes: {@code companyId}, {@code groupBy}, {@code filter.direction}
 * @param name the query parameter that CallRail reads: {@code company_id}, {@code group_by}, {@code tracker_ids[]}
 * @param type what kind of value it takes
 * @param values the documented values; empty if any text is allowed
 * @param repeatable whether it accepts several values, any of which may match
 * @param required whether the report cannot be read without it
 * @param kind the kind of object whose id it takes; empty if that is not checked
 */
public record Parameter(
        String option,
        String name,
        Type type,
        List<String> values,
        boolean repeatable,
        boolean required,
        Optional<ObjectKind> kind) {

    /** The kind of value that a parameter accepts, which decides how it is parsed, checked and sent. */
    public enum Type {
        /** Any text, or one of the documented values. */
        TEXT,
        /** The id of one object: letters and digits. If several are allowed, commas may separate them. */
        ID,
        /** A step of a time series. */
        INTERVAL,
        /** Sort field or direction of a list. The walk depends on this order and sends it itself. */
        SORTING
    }

    /** The prefix of the option of every filter. */
    public static final String FILTER_PREFIX = "filter.";

    private static final Pattern ENCODED_PLUS = Pattern.compile("^%2[Bb](?=\\d)");

    public Parameter {
        requireNonNull(option, "option is null");
        requireNonNull(name, "name is null");
        requireNonNull(type, "type is null");
        requireNonNull(kind, "kind is null");
        values = List.copyOf(values);
    }

    static Parameter option(String option, String name, String... values) {
        return of(option, name, Type.TEXT, values);
    }

    static Parameter id(String option, String name) {
        return of(option, name, Type.ID);
    }

    /** The id of the object that a path is about. */
    static Parameter id(String option, String name, ObjectKind kind) {
        return new Parameter(option, name, Type.ID, List.of(), false, true, Optional.of(kind));
    }

    static Parameter interval(String option, String name, String... values) {
        return of(option, name, Type.INTERVAL, values);
    }

    static Parameter sorting(String option, String name, String... values) {
        return of(option, name, Type.SORTING, values);
    }

    private static Parameter of(String option, String name, Type type, String... values) {
        return new Parameter(option, name, type, List.of(values), false, false, Optional.empty());
    }

    static Parameter filter(String name, String... values) {
        return option(FILTER_PREFIX + name, name, values);
    }

    static Parameter flag(String name) {
        return filter(name, "true", "false");
    }

    Parameter needed() {
        return new Parameter(option, name, type, values, repeatable, true, kind);
    }

    Parameter orSeveral() {
        return new Parameter(option, name, type, values, true, required, kind);
    }

    /** The name to send with several values: CallRail reads {@code tags[]} as a list, and {@code tags} as one. */
    public String arrayName() {
        return name.endsWith("[]") ? name : name + "[]";
    }

    /**
     * The name to send with these values: the list form for several values, and for a single value with a comma,
     * which some reports would otherwise split in two. Source: apidocs.callrail.com, "Summarizing Call Data".
     */
    public String nameFor(List<String> given) {
        boolean list = given.size() > 1 || repeatable && given.stream().anyMatch(value -> value.contains(","));
        return list ? arrayName() : name;
    }

    /** Whether this parameter is a filter, whose option starts with {@value #FILTER_PREFIX}. */
    public boolean filter() {
        return option.startsWith(FILTER_PREFIX);
    }

    /**
     * The values to send for the values that a user gave.
     *
     * @throws CallRailFailure of kind CONFIGURATION if a value is not documented, or if there are several and only one
     *     is allowed
     */
    public List<String> read(Report report, List<String> given) {
        // Intervals are checked first, because that check recognizes a duration meant for option 'delay'.
        List<String> values = type == Type.INTERVAL
                ? given.stream().map(Interval::of).map(Interval::text).toList()
                : given;
        check(report, values);
        if (type == Type.ID) {
            values.forEach(id -> checkId(option, id));
            kind.ifPresent(expected -> values.forEach(id -> expected.require(option, id)));
        }
        return values;
    }

    /**
     * Checks an id. It becomes part of a path, and for several ids in one text CallRail would return nothing.
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

    /** Rejects a value that starts with a blank or with the code of a plus: a phone number whose plus was lost. */
    private static void requirePlus(String what, String value) {
        if (Character.isWhitespace(value.charAt(0))) {
            throw CallRailFailure.configuration(
                    what + " starts with a blank. Remove the blank or, if it was a +, write the + as +.");
        }
        if (ENCODED_PLUS.matcher(value).find()) {
            throw CallRailFailure.configuration(
                    what + " has %2B in its value, which is not decoded here: write + instead.");
        }
    }
}
