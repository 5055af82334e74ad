package io.github.camelcallrail.checkpoint;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.query.FieldSelection;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The fields by which records are compared, by name, so that any JVM and any later release can tell whether they are still the same.
 *
 * @param names the fields that every record has, without those that are not compared
 * @param others whether fields that CallRail sends unasked are compared too
 * @param without fields that are not compared where they come; {@code milestones.last_touch} is a part of one
 */
public record ComparedFields(SortedSet<String> names, boolean others, SortedSet<String> without) {

    public ComparedFields {
        names = sorted(names);
        without = sorted(without);
    }

    /**
     * The fields of a selection.
     *
     * @param ignored fields whose changes do not count
     */
    static ComparedFields of(FieldSelection selection, Collection<String> ignored) {
        SortedSet<String> names = new TreeSet<>(selection.present());
        selection.label().ifPresent(names::add);
        names.removeAll(ignored);
        SortedSet<String> without = new TreeSet<>(ignored);
        without.addAll(selection.removed());
        return new ComparedFields(names, selection.implicit(), without);
    }

    /** Sixteen hexadecimal digits that are the same for the same fields, in every JVM and for ever. */
    String hash() {
        return Hash64.hex(text());
    }

    /** What is hashed. Another text makes the records of the look-back of all users arrive again. */
    String text() {
        return "fingerprint " + Fingerprint.FORMAT + "\n" + "names " + String.join(",", names) + "\n" + "others "
                + others + "\n" + "without " + String.join(",", without);
    }

    /**
     * How these differ from those of before, as part of a log line.
     *
     * @param before what was compared before
     */
    String changesSince(ComparedFields before) {
        return "now compared: " + list(minus(names, before.names)) + "; no longer compared: "
                + list(minus(before.names, names)) + "; ignored before: " + list(before.without) + ", now: "
                + list(without);
    }

    private static Set<String> minus(Set<String> from, Set<String> what) {
        Set<String> rest = new TreeSet<>(from);
        rest.removeAll(what);
        return rest;
    }

    private static String list(Set<String> fields) {
        return fields.isEmpty() ? "none" : String.join(", ", fields);
    }

    private static SortedSet<String> sorted(Collection<String> fields) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(requireNonNull(fields, "fields is null")));
    }
}
