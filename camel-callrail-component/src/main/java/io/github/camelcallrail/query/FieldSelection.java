package io.github.camelcallrail.query;

import io.github.camelcallrail.catalogue.Fields;
import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.NearestMatch;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.report.RecordLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which fields of one report are requested, and which of the returned fields are kept.
 *
 * @param sent the names to send as {@code fields}; empty if the parameter is not sent
 * @param present the fields that every record has, with null where CallRail sent none
 * @param kept exactly these fields in this order; empty to keep all returned fields
 * @param removed fields to remove; empty if {@code kept} is given
 * @param label the field that names the group or step of a computed record, always kept; empty for lists
 */
public record FieldSelection(
        List<String> sent, Set<String> present, Set<String> kept, Set<String> removed, Optional<String> label) {

    /** The option that selects fields. */
    public static final String OPTION = "fields";

    /** The option value that leaves the fields to CallRail. */
    public static final String API_DEFAULT = "default";

    public FieldSelection {
        sent = List.copyOf(sent);
        present = Collections.unmodifiableSet(new LinkedHashSet<>(present));
        kept = Collections.unmodifiableSet(new LinkedHashSet<>(kept));
        removed = Set.copyOf(removed);
    }

    /**
     * Parses the value of option {@code fields} for a report.
     *
     * @param option null for every documented field, {@value #API_DEFAULT}, a list such as
     *     {@code id,start_time,note}, or a minus list such as {@code -transcription,-note}
     */
    public static FieldSelection of(Report report, String option) {
        Fields fields = report.fields();
        if (option == null || option.isBlank()) {
            return requesting(report, fields.nonSecretNames(), Set.of());
        }
        if (option.trim().equals(API_DEFAULT)) {
            return new FieldSelection(
                    List.of(), new LinkedHashSet<>(fields.defaults()), Set.of(), Set.of(), report.label());
        }
        List<String> names =
                Arrays.stream(option.split(",", -1)).map(String::trim).toList();
        boolean minus = names.get(0).startsWith("-");
        if (names.stream().anyMatch(name -> name.startsWith("-") != minus)) {
            throw CallRailFailure.configuration(
                    ("Option 'fields' of report '%s' mixes names to include with names to leave"
                                    + " out: '%s'. Write either 'a,b' or '-a,-b'.")
                            .formatted(report.name(), option));
        }
        List<String> plain = names.stream()
                .map(name -> minus ? name.substring(1) : name)
                .peek(name -> check(report, name))
                .toList();
        return minus ? without(report, plain) : only(report, plain);
    }

    private static FieldSelection without(Report report, List<String> names) {
        for (String key : report.keyFields()) {
            if (names.contains(key)) {
                throw CallRailFailure.configuration(
                        "Option 'fields' of report '%s' cannot leave out '%s': every record has it."
                                .formatted(report.name(), key));
            }
        }
        List<String> rest = new ArrayList<>(report.fields().nonSecretNames());
        rest.removeAll(names);
        return requesting(report, rest, Set.copyOf(names));
    }

    private static FieldSelection only(Report report, List<String> names) {
        Set<String> fields = new LinkedHashSet<>();
        report.keyFields().stream().filter(key -> !names.contains(key)).forEach(fields::add);
        fields.addAll(names);
        FieldSelection selection = requesting(report, List.copyOf(fields), Set.of());
        return new FieldSelection(selection.sent, fields, fields, Set.of(), report.label());
    }

    private static FieldSelection requesting(Report report, List<String> names, Set<String> removed) {
        Fields fields = report.fields();
        List<String> defaults = fields.defaults();
        List<String> sent =
                switch (fields.rule()) {
                    case ADDS ->
                        names.stream().filter(name -> !defaults.contains(name)).toList();
                    case SELECTS -> names;
                    case NONE -> List.of();
                };
        Set<String> present = new LinkedHashSet<>();
        report.keyFields().forEach(present::add);
        present.addAll(names);
        return new FieldSelection(sent, present, Set.of(), removed, report.label());
    }

    private static void check(Report report, String name) {
        Fields fields = report.fields();
        Set<String> known = new LinkedHashSet<>(report.keyFields());
        known.addAll(fields.known());
        if (fields.rejected().containsKey(name)) {
            throw CallRailFailure.configuration("Option 'fields' of report '%s' cannot name '%s': %s."
                    .formatted(report.name(), name, fields.rejected().get(name)));
        }
        if (!known.contains(name)) {
            throw CallRailFailure.configuration("Report '%s' has no field '%s'%s Its fields: %s"
                    .formatted(report.name(), name, NearestMatch.hint(name, known), String.join(", ", known)));
        }
    }

    /** Whether the requested fields were chosen by this component, not listed by the user. */
    public boolean implicit() {
        return kept.isEmpty();
    }

    /** The same selection, with only these fields requested. */
    public FieldSelection sending(List<String> names) {
        return new FieldSelection(names, present, kept, removed, label);
    }

    /** How objects with these fields, in this order, become the records that a user gets. */
    public RecordLayout layout(List<String> received) {
        Set<String> fields = new LinkedHashSet<>();
        if (kept.isEmpty()) {
            fields.addAll(received);
            fields.removeAll(removed);
            fields.addAll(present);
        } else {
            label.filter(received::contains).ifPresent(fields::add);
            fields.addAll(kept);
        }
        return new RecordLayout(received, fields);
    }

    /** The record that a user gets for an object as it was received. */
    public CallRailRecord record(Map<String, Object> received) {
        return layout(new ArrayList<>(received.keySet()))
                .record(received.values().toArray());
    }
}
