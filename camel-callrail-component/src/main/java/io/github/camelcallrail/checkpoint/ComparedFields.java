package io.github.camelcallrail.checkpoint;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.query.FieldSelection;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The names of the fields by which records are compared, so that any JVM and any later release can tell whether these
 * fields are still the same.
 *
 * @param names the compared fields that every record has
 * @param unrequested whether fields that CallRail sends without being requested are compared too
 * @param excluded fields that are not compared when they occur; {@code milestones.last_touch} is a part of a field
 */
public record ComparedFields(SortedSet<String> names, boolean unrequested, SortedSet<String> excluded) {

    public ComparedFields {
        names = sorted(names);
        excluded = sorted(excluded);
    }

    /**
     * The compared fields of a selection.
     *
     * @param ignored fields whose changes are ignored
     */
    static ComparedFields of(FieldSelection selection, Collection<String> ignored) {
        SortedSet<String> names = new TreeSet<>(selection.present());
        selection.label().ifPresent(names::add);
        names.removeAll(ignored);
        SortedSet<String> excluded = new TreeSet<>(ignored);
        excluded.addAll(selection.removed());
        return new ComparedFields(names, selection.implicit(), excluded);
    }

    /** Sixteen hexadecimal digits; equal fields have equal digits in every JVM and every release. */
    String hash() {
        return Hash64.hex(text());
    }

    /** The text that is hashed. If it changes, the records of the look-back arrive again for all users. */
    String text() {
        return "fingerprint " + Fingerprint.FORMAT + "\n" + "names " + String.join(",", names) + "\n" + "others "
                + unrequested + "\n" + "without " + String.join(",", excluded);
    }

    /**
     * Describes how these fields differ from earlier ones, as part of a log line.
     *
     * @param before the fields compared before
     */
    String changesSince(ComparedFields before) {
        return "now compared: " + listed(minus(names, before.names)) + "; no longer compared: "
                + listed(minus(before.names, names)) + "; ignored before: " + listed(before.excluded) + ", now: "
                + listed(excluded);
    }

    private static Set<String> minus(Set<String> from, Set<String> what) {
        Set<String> rest = new TreeSet<>(from);
        rest.removeAll(what);
        return rest;
    }

    private static String listed(Set<String> fields) {
        return fields.isEmpty() ? "none" : String.join(", ", fields);
    }

    private static SortedSet<String> sorted(Collection<String> fields) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(requireNonNull(fields, "fields is null")));
    }
}
