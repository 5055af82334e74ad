package io.github.camelcallrail.report;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The columns of a report's records.
 *
 * @param rule what the query parameter {@code fields} does
 * @param defaults the columns that come unasked, in the order of the documentation
 * @param onRequest the documented columns that come only when asked for
 * @param accepted undocumented columns that CallRail is known to take; sent only when a user names them
 * @param secrets those of {@code onRequest} that hold a secret; sent only when a user names them
 * @param refused columns that exist elsewhere but that the list form refuses, with the reason
 * @param changing columns that change though nobody changed the record, such as a count of all calls of a person;
 *     {@code milestones.last_touch} is a part of one
 */
public record Fields(
        Rule rule,
        List<String> defaults,
        List<String> onRequest,
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
        defaults = List.copyOf(defaults);
        onRequest = List.copyOf(onRequest);
        accepted = List.copyOf(accepted);
        secrets = Set.copyOf(secrets);
        refused = Map.copyOf(refused);
        changing = Set.copyOf(changing);
    }

    static Fields adding(List<String> defaults, List<String> onRequest) {
        return new Fields(Rule.ADDS, defaults, onRequest, List.of(), Set.of(), Map.of(), Set.of());
    }

    static Fields selecting(List<String> all) {
        return new Fields(Rule.SELECTS, all, List.of(), List.of(), Set.of(), Map.of(), Set.of());
    }

    /** Metrics of a summary: CallRail computes the first alone unless others are named. */
    static Fields metrics(String first, String... others) {
        return new Fields(Rule.SELECTS, List.of(first), List.of(others), List.of(), Set.of(), Map.of(), Set.of());
    }

    static Fields fixed(String... names) {
        return new Fields(Rule.NONE, List.of(names), List.of(), List.of(), Set.of(), Map.of(), Set.of());
    }

    Fields alsoAccepting(String... names) {
        return new Fields(rule, defaults, onRequest, List.of(names), secrets, refused, changing);
    }

    Fields keepingSecret(String... names) {
        return new Fields(rule, defaults, onRequest, accepted, Set.of(names), refused, changing);
    }

    Fields refusing(Map<String, String> reasons) {
        return new Fields(rule, defaults, onRequest, accepted, secrets, reasons, changing);
    }

    Fields changingByThemselves(String... names) {
        return new Fields(rule, defaults, onRequest, accepted, secrets, refused, Set.of(names));
    }

    /** Every documented column except secrets: what a user gets who asks for nothing special. */
    public List<String> documented() {
        List<String> names = new ArrayList<>(defaults);
        onRequest.stream().filter(name -> !secrets.contains(name)).forEach(names::add);
        return names;
    }

    /** Every column that may be named. */
    public Set<String> known() {
        Set<String> names = new LinkedHashSet<>(defaults);
        names.addAll(onRequest);
        names.addAll(accepted);
        return names;
    }
}
