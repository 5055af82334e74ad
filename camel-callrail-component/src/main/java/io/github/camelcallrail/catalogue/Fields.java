package io.github.camelcallrail.catalogue;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The columns of a report's records.
 *
 * @param rule what the query parameter {@code fields} does
 * @param unasked the columns that come unasked, in the order of the documentation
 * @param asked the documented columns that come only when asked for
 * @param accepted undocumented columns that CallRail is known to take; sent only when a user names them
 * @param secrets those of {@code asked} that hold a secret; sent only when a user names them
 * @param refused columns that exist elsewhere but that the list form refuses, with the reason
 * @param changing columns that change though nobody changed the record, such as a count of all calls of a person;
 *     {@code milestones.last_touch} is a part of one
 */
public record Fields(
        Rule rule,
        List<Field> unasked,
        List<Field> asked,
        List<String> accepted,
        Set<String> secrets,
        Map<String, String> refused,
        Set<String> changing) {

    /** What the query parameter {@code fields} does. Source: apidocs.callrail.com, "Field Selection". */
    public enum Rule {
        /** Its names come in addition to the default columns. */
        ADDS,
        /** Exactly its names come. */
        SELECTS,
        /** None is documented, so none is sent. */
        NONE
    }

    public Fields {
        requireNonNull(rule, "rule is null");
        unasked = List.copyOf(unasked);
        asked = List.copyOf(asked);
        accepted = List.copyOf(accepted);
        secrets = Set.copyOf(secrets);
        refused = Map.copyOf(refused);
        changing = Set.copyOf(changing);
    }

    static Fields adding(List<Field> unasked, List<Field> asked) {
        return new Fields(Rule.ADDS, unasked, asked, List.of(), Set.of(), Map.of(), Set.of());
    }

    static Fields selecting(List<Field> all) {
        return new Fields(Rule.SELECTS, all, List.of(), List.of(), Set.of(), Map.of(), Set.of());
    }

    /** Metrics of a summary: CallRail computes the first alone unless others are named. */
    static Fields metrics(List<Field> all) {
        return new Fields(
                Rule.SELECTS, all.subList(0, 1), all.subList(1, all.size()), List.of(), Set.of(), Map.of(), Set.of());
    }

    static Fields fixed(List<Field> all) {
        return new Fields(Rule.NONE, all, List.of(), List.of(), Set.of(), Map.of(), Set.of());
    }

    Fields alsoAccepting(String... names) {
        return new Fields(rule, unasked, asked, List.of(names), secrets, refused, changing);
    }

    Fields keepingSecret(String... names) {
        return new Fields(rule, unasked, asked, accepted, Set.of(names), refused, changing);
    }

    Fields refusing(Map<String, String> reasons) {
        return new Fields(rule, unasked, asked, accepted, secrets, reasons, changing);
    }

    Fields changingByThemselves(String... names) {
        return new Fields(rule, unasked, asked, accepted, secrets, refused, Set.of(names));
    }

    /** The names of the columns that come unasked. */
    public List<String> defaults() {
        return names(unasked);
    }

    /** The names of the documented columns that come only when asked for. */
    public List<String> onRequest() {
        return names(asked);
    }

    /** Every documented column except secrets: what a user gets who asks for nothing special. */
    public List<Field> columns() {
        return Stream.concat(unasked.stream(), asked.stream())
                .filter(field -> !secrets.contains(field.name()))
                .toList();
    }

    /** The names of {@link #columns()}. */
    public List<String> documented() {
        return names(columns());
    }

    /** Every column that may be named. */
    public Set<String> known() {
        Set<String> names = new LinkedHashSet<>(defaults());
        names.addAll(onRequest());
        names.addAll(accepted);
        return names;
    }

    private static List<String> names(List<Field> fields) {
        return fields.stream().map(Field::name).toList();
    }
}
