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
 * One report: its path, the parameters it accepts and the fields it returns. An entry of the {@link ReportCatalogue}.
 *
 * @param name as users write it: {@code form-submissions}
 * @param path below the API version, with {@code {account}} where the account's id goes
 * @param shape how the response holds the records
 * @param arrayKey name of the list of records in the response
 * @param precision precision of the dates that the report accepts; empty if it accepts none
 * @param timeField the field that the dates filter by; empty if there is none
 * @param order how the list is sorted by default; empty if it cannot be sorted
 * @param fields the fields of its records
 * @param parameters all other parameters that it accepts
 * @param maxPageSize the maximum number of records per request
 * @param relativePaging whether pages can also be fetched by following links
 * @param marks what else is known about it
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

    /** What is known about a report besides its parameters. */
    public enum Mark {
        /**
         * No source names it in version 2 of the API. The twelve reports of the requirements were read by version 2,
         * and clients of its time also read accounts and integrations.
         */
        ONLY_IN_VERSION_3,
        /**
         * CallRail lists it newest first and cannot sort it; a record moves to the top when its time changes. Source:
         * apidocs.callrail.com, "Listing All Conversations", "Listing SMS Threads".
         */
        NEWEST_FIRST,
        /**
         * CallRail responds with HTTP 403 for many accounts, whatever the role of the user. Source: third-party live
         * observation.
         */
        FORBIDDEN_TO_MANY,
        /** It is not a report of CallRail: this component computes its records from responses of many. */
        COMPUTED_HERE
    }

    /** How a response holds the records. */
    public enum Shape {
        /** Pages of records that have ids. */
        LIST,
        /** One response: totals, and one record per group if a grouping was requested. */
        SUMMARY,
        /** One response: totals, and one record per step in time. */
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

    Report dated(DatePrecision dates, String field) {
        return with(Optional.of(dates), Optional.of(field), order, relativePaging, marks);
    }

    Report undated() {
        return with(Optional.empty(), Optional.empty(), order, relativePaging, marks);
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

    /** Whether the report has a mark. */
    public boolean is(Mark mark) {
        return marks.contains(mark);
    }

    /**
     * Fails if a version of the API does not have this report.
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

    /** Whether the report is returned in pages. */
    public boolean paged() {
        return shape == Shape.LIST;
    }

    /** Whether the report belongs to one account; only the list of accounts does not. */
    public boolean ofAccount() {
        return path.contains("{account}");
    }

    /** The fields that every selection includes: the id, and the time that the dates filter by. */
    public List<String> keyFields() {
        List<String> names = new ArrayList<>();
        if (shape == Shape.LIST) {
            names.add("id");
        }
        timeField.ifPresent(names::add);
        return names;
    }

    /** The field that names the group or step of a computed record; a record of totals lacks it. */
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

    /** The fields of a record without option {@code fields}, in the order of the documentation. */
    public List<Field> recordFields() {
        return Stream.concat(labelField().stream(), fields.nonSecret().stream()).toList();
    }

    /** The parameter of an option; empty if the report does not have it. */
    public Optional<Parameter> parameter(String option) {
        return parameters.stream().filter(p -> p.option().equals(option)).findFirst();
    }

    /** The names of the filters of this report, without prefix. */
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
