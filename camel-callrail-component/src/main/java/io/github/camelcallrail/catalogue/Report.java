package io.github.camelcallrail.catalogue;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.window.DatePrecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one report is: where it is, what can be asked of it, and what comes back. A row of the {@link ReportCatalogue}.
 *
 * @param name as users write it: {@code form-submissions}
 * @param path below the API version, with {@code {account}} where the account's id goes
 * @param shape how the answer holds the rows
 * @param arrayKey name of the list in the answer
 * @param precision what dates the report takes; empty when it takes none
 * @param timeField the column that the dates filter by; empty where there is none
 * @param order what the list is sorted by when a user says nothing; empty where it cannot be sorted
 * @param fields the columns
 * @param parameters everything else that can be asked
 * @param maxPageSize the most rows that one request brings
 * @param relativePaging whether pages can also be had by following links
 * @param marks what else is known of it
 */
public record Report(
        String name,
        String path,
        Shape shape,
        String arrayKey,
        Optional<DatePrecision> precision,
        Optional<String> timeField,
        Optional<SortOrder> order,
        Fields fields,
        List<Parameter> parameters,
        int maxPageSize,
        boolean relativePaging,
        Set<Mark> marks) {

    /** What is known of a report beyond how it is asked for. */
    public enum Mark {
        /**
         * No source names it in version 2 of the API. The twelve reports of the requirements were read by version 2, and clients
         * of its time also read accounts and integrations.
         */
        ONLY_IN_VERSION_3,
        /** CallRail answers HTTP 403 to many accounts, whoever asks. Source: third-party live observation. */
        REFUSED_TO_MANY
    }

    /** How an answer holds the rows. */
    public enum Shape {
        /** Pages of rows that have ids. */
        LIST,
        /** One answer: totals, and a row per group when groups were asked for. */
        SUMMARY,
        /** One answer: totals, and a row per step in time. */
        SERIES
    }

    /** Source: apidocs.callrail.com, "Offset Pagination". */
    static final int USUAL_MAX_PAGE_SIZE = 250;

    public Report {
        requireNonNull(name, "name is null");
        requireNonNull(path, "path is null");
        requireNonNull(shape, "shape is null");
        requireNonNull(arrayKey, "arrayKey is null");
        requireNonNull(fields, "fields is null");
        parameters = List.copyOf(parameters);
        marks = Set.copyOf(marks);
    }

    static Report list(String name, String path, String arrayKey, Fields fields, Parameter... parameters) {
        return new Report(
                name,
                path,
                Shape.LIST,
                arrayKey,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                fields,
                List.of(parameters),
                USUAL_MAX_PAGE_SIZE,
                false,
                Set.of());
    }

    static Report computed(
            String name, String path, Shape shape, String arrayKey, Fields fields, List<Parameter> parameters) {
        return new Report(
                name,
                path,
                shape,
                arrayKey,
                Optional.of(DatePrecision.DAY_OR_MINUTE),
                Optional.empty(),
                Optional.empty(),
                fields,
                parameters,
                1,
                false,
                Set.of());
    }

    Report dated(DatePrecision dates, String column) {
        return with(Optional.of(dates), Optional.of(column), order, relativePaging, marks);
    }

    Report orderedBy(SortOrder newOrder) {
        return with(precision, timeField, Optional.of(newOrder), relativePaging, marks);
    }

    Report pagedByLinksToo() {
        return with(precision, timeField, order, true, marks);
    }

    Report marked(Mark... newMarks) {
        return with(precision, timeField, order, relativePaging, Set.of(newMarks));
    }

    private Report with(
            Optional<DatePrecision> newPrecision,
            Optional<String> newTimeField,
            Optional<SortOrder> newOrder,
            boolean links,
            Set<Mark> newMarks) {
        return new Report(
                name,
                path,
                shape,
                arrayKey,
                newPrecision,
                newTimeField,
                newOrder,
                fields,
                parameters,
                maxPageSize,
                links,
                newMarks);
    }

    /** Whether something is known of the report. */
    public boolean is(Mark mark) {
        return marks.contains(mark);
    }

    /**
     * Fails where a version of the API has no such report.
     *
     * @param apiVersion {@code v2} or {@code v3}
     * @throws CallRailFailure of kind CONFIGURATION
     */
    public void requireIn(String apiVersion) {
        if (apiVersion.equals("v2") && is(Mark.ONLY_IN_VERSION_3)) {
            throw CallRailFailure.configuration(
                    ("Option 'apiVersion' cannot be 'v2' for report '%s', which version 2 of the API"
                                    + " is not known to have. Set apiVersion=v3 on this endpoint.")
                            .formatted(this));
        }
    }

    /** Whether an answer comes in pages. */
    public boolean paged() {
        return shape == Shape.LIST;
    }

    /** Whether the report belongs to one account; only the list of accounts does not. */
    public boolean ofAccount() {
        return path.contains("{account}");
    }

    /** The columns that no selection leaves out: the id, and the time that the dates filter by. */
    public List<String> keyColumns() {
        List<String> names = new ArrayList<>();
        if (shape == Shape.LIST) {
            names.add("id");
        }
        timeField.ifPresent(names::add);
        return names;
    }

    /** The column that says which group or step a computed row stands for; a row of totals lacks it. */
    public Optional<String> label() {
        return labelField().map(Field::name);
    }

    private Optional<Field> labelField() {
        return switch (shape) {
            case LIST -> Optional.empty();
            case SUMMARY -> Optional.of(MetricFields.GROUP);
            case SERIES -> Optional.of(MetricFields.STEP);
        };
    }

    /** The columns of a record when a user asks for nothing special, in the order of the documentation. */
    public List<Field> columns() {
        return Stream.concat(labelField().stream(), fields.columns().stream()).toList();
    }

    /** The parameter that an option stands for, if the report has it. */
    public Optional<Parameter> parameter(String option) {
        return parameters.stream().filter(p -> p.option().equals(option)).findFirst();
    }

    /** The names of the filters that the report has, without prefix. */
    public List<String> filters() {
        return parameters.stream()
                .filter(Parameter::filter)
                .map(Parameter::name)
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
