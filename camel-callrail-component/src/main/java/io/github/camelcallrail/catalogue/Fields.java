package io.github.camelcallrail.catalogue;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fields of a report's records.
 *
 * @param rule how the query parameter {@code fields} works
 * @param byDefault the fields returned by default, in the order of the documentation
 * @param onlyRequested the documented fields that are returned only on request
 * @param accepted undocumented fields that CallRail is known to accept; requested only when a user names them
 * @param unasked undocumented fields that CallRail is known to return without a request; a user cannot name them
 * @param secrets fields of {@code onlyRequested} that hold a secret; requested only when a user names them
 * @param rejected fields that exist elsewhere but that the list rejects, each with the reason
 * @param changing fields that change although the record was not edited, such as the number of calls of a person;
 *     {@code milestones.last_touch} is part of a field
 */
public record Fields(
        Rule rule,
        List<Field> byDefault,
        List<Field> onlyRequested,
        List<String> accepted,
        List<String> unasked,
        Set<String> secrets,
        Map<String, String> rejected,
        Set<String> changing) {

    /** How the query parameter {@code fields} works. Source: apidocs.callrail.com, "Field Selection". */
    public enum Rule {
        /** The named fields are added to the default fields. */
        ADDS,
        /** Exactly the named fields are returned. */
        SELECTS,
        /** The parameter is not documented for this report, so it is not sent. */
        NONE
    }

    public Fields {
        requireNonNull(rule, "rule is null");
        byDefault = List.copyOf(byDefault);
        onlyRequested = List.copyOf(onlyRequested);
        accepted = List.copyOf(accepted);
        unasked = List.copyOf(unasked);
        secrets = Set.copyOf(secrets);
        rejected = Map.copyOf(rejected);
        changing = Set.copyOf(changing);
    }

    static Fields adding(List<Field> byDefault, List<Field> onlyRequested) {
        return new Fields(Rule.ADDS, byDefault, onlyRequested, List.of(), List.of(), Set.of(), Map.of(), Set.of());
    }

    static Fields selecting(List<Field> all) {
        return new Fields(Rule.SELECTS, all, List.of(), List.of(), List.of(), Set.of(), Map.of(), Set.of());
    }

    /** The metrics of a summary: unless others are named, CallRail computes only the first. */
    static Fields metrics(List<Field> all) {
        return new Fields(
                Rule.SELECTS,
                all.subList(0, 1),
                all.subList(1, all.size()),
                List.of(),
                List.of(),
                Set.of(),
                Map.of(),
                Set.of());
    }

    static Fields fixed(List<Field> all) {
        return new Fields(Rule.NONE, all, List.of(), List.of(), List.of(), Set.of(), Map.of(), Set.of());
    }

    /** Also has fields that this component computes, at the end. */
    Fields withComputed(List<Field> computed) {
        return new Fields(
                rule,
                Stream.concat(byDefault.stream(), computed.stream()).toList(),
                onlyRequested,
                accepted,
                unasked,
                secrets,
                rejected,
                changing);
    }

    /** The fields of the single form of a record: it does not reject these, and has them in place of its own. */
    Fields single(Field... others) {
        List<String> names = Stream.of(others).map(Field::name).toList();
        return new Fields(
                rule,
                byDefault,
                Stream.concat(onlyRequested.stream().filter(field -> !names.contains(field.name())), Stream.of(others))
                        .toList(),
                accepted,
                unasked,
                secrets,
                rejected.entrySet().stream()
                        .filter(reason -> !names.contains(reason.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                changing);
    }

    Fields alsoAccepting(String... names) {
        return new Fields(rule, byDefault, onlyRequested, List.of(names), unasked, secrets, rejected, changing);
    }

    Fields alsoReturning(String... names) {
        return new Fields(rule, byDefault, onlyRequested, accepted, List.of(names), secrets, rejected, changing);
    }

    Fields keepingSecret(String... names) {
        return new Fields(rule, byDefault, onlyRequested, accepted, unasked, Set.of(names), rejected, changing);
    }

    Fields rejecting(Map<String, String> reasons) {
        return new Fields(rule, byDefault, onlyRequested, accepted, unasked, secrets, reasons, changing);
    }

    Fields changingByThemselves(String... names) {
        return new Fields(rule, byDefault, onlyRequested, accepted, unasked, secrets, rejected, Set.of(names));
    }

    /** The names of the fields returned by default. */
    public List<String> defaults() {
        return names(byDefault);
    }

    /** The names of the documented fields that are returned only on request. */
    public List<String> onRequest() {
        return names(onlyRequested);
    }

    /** All documented fields except secrets; these are requested without option {@code fields}. */
    public List<Field> nonSecret() {
        return Stream.concat(byDefault.stream(), onlyRequested.stream())
                .filter(field -> !secrets.contains(field.name()))
                .toList();
    }

    /** The names of {@link #nonSecret()}. */
    public List<String> nonSecretNames() {
        return names(nonSecret());
    }

    /** The names of all fields that option {@code fields} accepts. */
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
