package io.github.camelcallrail.check;

import io.github.camelcallrail.catalogue.Field;
import io.github.camelcallrail.catalogue.Field.Type;
import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.report.CallRailRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Proves that the fields of records are those of the catalogue, with its types. All look at the first pages of the
 * reports and send no request.
 */
record ValueChecks(Samples samples) {

    private static final Set<Type> MAY_BE_TEXT = Set.of(Type.TEXT, Type.IDENTIFIER, Type.ANY);
    private static final int MOST_SHOWN = 10;
    private static final String NONE = "No records could be read.";

    /** Values have the types of the catalogue. Other checks look at ids that are text, at null and at empty text. */
    Finding types() {
        return finding(
                found((field, value) -> !isTextId(field) && !value.equals("") && !JsonTypes.matches(field.type(), value)
                        ? field.name() + " is " + JsonTypes.name(value) + ", not " + JsonTypes.name(field.type())
                        : ""),
                "Fields have their documented types.",
                "Fields with other types: ");
    }

    /** Ids that are documented as text are text. */
    Finding textIds() {
        return finding(
                found((field, value) -> isTextId(field) && !JsonTypes.matches(field.type(), value) ? field.name() : ""),
                "Ids are text.",
                "Ids that are not text: ");
    }

    /** Missing values are null: no field that is not a text is empty text. */
    Finding nulls() {
        List<CallRailRecord> objects = samples.read().stream()
                .flatMap(sample -> sample.objects().stream())
                .toList();
        boolean anyNull = objects.stream().anyMatch(record -> record.containsValue(null));
        Map<String, Set<String>> empty =
                found((field, value) -> value.equals("") && !MAY_BE_TEXT.contains(field.type()) ? field.name() : "");
        if (!anyNull && empty.isEmpty()) {
            return Finding.unknown("No field without a value was seen.");
        }
        return finding(empty, "Missing values are null.", "Empty text in place of null: ");
    }

    /** Records have no fields that the catalogue lacks. */
    Finding knownFields() {
        Map<String, Set<String>> unknown = new TreeMap<>();
        for (Sample sample : samples.read()) {
            Set<String> known = known(sample.report());
            Set<String> names = sample.objects().stream()
                    .flatMap(record -> record.keySet().stream())
                    .filter(name -> !known.contains(name))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!names.isEmpty()) {
                unknown.put(sample.report().name(), names);
            }
        }
        return finding(unknown, "Records have only known fields.", "Unknown fields: ");
    }

    /** Records have the fields that were requested. */
    Finding requestedFields() {
        Map<String, Set<String>> missing = new TreeMap<>();
        for (Sample sample : samples.read()) {
            Set<String> names = new LinkedHashSet<>(sample.requested());
            names.removeIf(name -> sample.records().stream().allMatch(record -> record.containsKey(name)));
            if (!names.isEmpty()) {
                missing.put(sample.report().name(), names);
            }
        }
        return finding(missing, "Records have the requested fields.", "Requested fields that are missing: ");
    }

    private Finding finding(Map<String, Set<String>> differences, String good, String bad) {
        if (samples.read().stream().allMatch(sample -> sample.objects().isEmpty())) {
            return Finding.unknown(NONE);
        }
        return differences.isEmpty()
                ? Finding.ok(good)
                : Finding.differs(
                        bad
                                + differences.entrySet().stream()
                                        .map(report -> report.getKey() + ": " + shown(report.getValue()))
                                        .collect(Collectors.joining("; "))
                                + ".",
                        Advice.VALUES);
    }

    /** Differences begin with the name of a field of the catalogue, unless they are a name that came from CallRail. */
    private static String shown(Collection<String> differences) {
        List<String> sentences = differences.stream()
                .filter(text -> text.contains(" "))
                .limit(MOST_SHOWN)
                .toList();
        String more = differences.size() > MOST_SHOWN ? ", %s more".formatted(differences.size() - MOST_SHOWN) : "";
        return sentences.isEmpty() ? FieldNamesShown.of(differences) : String.join(", ", sentences) + more;
    }

    /** What a test finds in the values of the fields of the catalogue, by report. */
    private Map<String, Set<String>> found(Difference difference) {
        Map<String, Set<String>> found = new TreeMap<>();
        for (Sample sample : samples.read()) {
            Set<String> ofReport = new LinkedHashSet<>();
            for (Field field : fields(sample.report())) {
                sample.objects().stream()
                        .map(record -> record.get(field.name()))
                        .filter(value -> value != null)
                        .map(value -> difference.of(field, value))
                        .filter(text -> !text.isEmpty())
                        .forEach(ofReport::add);
            }
            if (!ofReport.isEmpty()) {
                found.put(sample.report().name(), ofReport);
            }
        }
        return found;
    }

    private static List<Field> fields(Report report) {
        List<Field> fields = new ArrayList<>(report.recordFields());
        report.fields().onlyRequested().stream()
                .filter(field -> !fields.contains(field))
                .forEach(fields::add);
        return fields;
    }

    private static Set<String> known(Report report) {
        return Stream.of(
                        report.fields().known(),
                        report.fields().unasked(),
                        report.fields().rejected().keySet(),
                        report.keyFields())
                .flatMap(Collection::stream)
                .collect(Collectors.collectingAndThen(Collectors.toSet(), names -> {
                    report.label().ifPresent(names::add);
                    return names;
                }));
    }

    private static boolean isTextId(Field field) {
        return field.type() == Type.TEXT
                        && (field.name().equals("id") || field.name().endsWith("_id"))
                || field.type() == Type.TEXTS && field.name().endsWith("_ids");
    }

    /** Tells how a value differs from what is assumed of its field; empty text if it does not. */
    private interface Difference {
        String of(Field field, Object value);
    }
}
