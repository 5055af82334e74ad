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
 * What one path of the API gives: its parameters and the fields of its records. An entry of the
 * {@link ReportCatalogue}. Most are reports, which list records; some give a single record or a file.
 *
 * @param name as users write it: {@code form-submissions}
 * @param path below the API version, with {@code {account}} where the account's id goes, and {@code {id}} where the id
 *     of the object goes that it is about
 * @param shape how the response holds the records
 * @param arrayKey name of the list of records in the response; of a single record the name of a list of children that
 *     comes with it and is not part of it, or empty
 * @param precision precision of the dates that the report accepts; empty if it accepts none
 * @param timeField the field that the dates filter by; empty if there is none
 * @param order how the list is sorted by default; empty if it cannot be sorted
 * @param fields the fields of its records
 * @param parameters all other parameters that it accepts
 * @param maxPageSize the maximum number of records per request
 * @param relativePaging whether pages can also be fetched by following links
 * @param marks what else is known about it
 * @param single how one of its records is read by its id; empty if that is not possible
 * @param childKey how its records are told apart, if they belong to one parent; empty for all others
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
        Set<Mark> marks,
        Optional<Report> single,
        Optional<ChildKey> childKey) {

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
        SERIES,
        /** One response, which is the record. */
        RECORD,
        /** A file, or a link to one. */
        FILE
    }

    /** Source: apidocs.callrail.com, "Offset Pagination". */
    static final int USUAL_MAX_PAGE_SIZE = 250;

    public Report {
        requireNonNull(name, "name is null");
        requireNonNull(path, "path is null");
        requireNonNull(shape, "shape is null");
        requireNonNull(arrayKey, "arrayKey is null");
        requireNonNull(fields, "fields is null");
        requireNonNull(single, "single is null");
        requireNonNull(childKey, "childKey is null");
        parameters = List.copyOf(parameters);
        marks = Set.copyOf(marks);
    }

    static Report list(String name, String path, String arrayKey, Fields fields, Parameter... parameters) {
        return of(name, path, Shape.LIST, arrayKey, fields, USUAL_MAX_PAGE_SIZE, parameters);
    }

    static Report computed(
            String name, String path, Shape shape, String arrayKey, Fields fields, List<Parameter> parameters) {
        return of(name, path, shape, arrayKey, fields, 1, parameters.toArray(Parameter[]::new))
                .with(Optional.of(DatePrecision.DAY_OR_MINUTE), Optional.empty(), Optional.empty(), false, Set.of());
    }

    /** A file that belongs to an object. */
    static Report file(String name, String path, Parameter... parameters) {
        return of(name, path, Shape.FILE, "", Fields.fixed(List.of()), 1, parameters)
                .marked(Mark.ONLY_IN_VERSION_3);
    }

    private static Report of(
            String name,
            String path,
            Shape shape,
            String arrayKey,
            Fields fields,
            int maxPageSize,
            Parameter... parameters) {
        return new Report(
                name,
                path,
                shape,
                arrayKey,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                fields,
                List.of(parameters),
                maxPageSize,
                false,
                Set.of(),
                Optional.empty(),
                Optional.empty());
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
                newMarks,
                single,
                childKey);
    }

    /** The same report, whose records can also be read one by one: the single form has the same fields. */
    Report readableById(ObjectKind kind, String singlePath) {
        return readableById(kind, singlePath, fields, "");
    }

    /**
     * The same report, whose records can also be read one by one.
     *
     * @param singleFields the fields of the single form
     * @param children the name of a list of children, which comes page by page with the single form and is not part of
     *     the record; empty if there is none
     */
    Report readableById(ObjectKind kind, String singlePath, Fields singleFields, String children) {
        Report form = of(name, singlePath, Shape.RECORD, children, singleFields, 1, Parameter.id("id", "id", kind))
                .marked(
                        is(Mark.FORBIDDEN_TO_MANY)
                                ? new Mark[] {Mark.ONLY_IN_VERSION_3, Mark.FORBIDDEN_TO_MANY}
                                : new Mark[] {Mark.ONLY_IN_VERSION_3});
        return ofObjects(fields, maxPageSize, Optional.of(form), childKey);
    }

    /** The same report, whose records belong to one parent and come newest first. */
    Report ofParent(ChildKey key, int pageSize) {
        return ofObjects(fields.withComputed(key.computed()), pageSize, single, Optional.of(key))
                .marked(Mark.ONLY_IN_VERSION_3, Mark.NEWEST_FIRST);
    }

    private Report ofObjects(Fields newFields, int pageSize, Optional<Report> form, Optional<ChildKey> key) {
        return new Report(
                name,
                path,
                shape,
                arrayKey,
                precision,
                timeField,
                order,
                newFields,
                parameters,
                pageSize,
                relativePaging,
                marks,
                form,
                key);
    }

    /** What a producer can do with it; the first is what it does by default. */
    public List<Operation> operations() {
        return switch (shape) {
            case LIST -> operationsOfList();
            case SUMMARY, SERIES ->
                is(Mark.COMPUTED_HERE) ? List.of(Operation.LIST) : List.of(Operation.LIST, Operation.EXPLAIN);
            case RECORD -> List.of(Operation.GET);
            case FILE -> List.of(Operation.DOWNLOAD);
        };
    }

    private List<Operation> operationsOfList() {
        List<Operation> supported = new ArrayList<>(List.of(Operation.LIST));
        if (single.isPresent()) {
            supported.add(Operation.GET);
        }
        supported.add(Operation.EXPLAIN);
        // Without dates there is no part of the list that has only this record.
        if (single.isPresent() && precision.isPresent()) {
            supported.add(Operation.REFRESH);
        }
        return List.copyOf(supported);
    }

    /** The entry that describes an operation, which must be one of {@link #operations()}. */
    public Report of(Operation operation) {
        return operation == Operation.GET || operation == Operation.REFRESH ? single.orElse(this) : this;
    }

    /** Whether it is read for one object, whose id a user must give. */
    public boolean ofObject() {
        return path.contains("{id}");
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

    /** The fields that every selection includes: what identifies a record, and the time that the dates filter by. */
    public List<String> keyFields() {
        List<String> identity = childKey.map(
                        key -> key.computed().stream().map(Field::name).toList())
                .orElse(shape == Shape.LIST || shape == Shape.RECORD ? List.of("id") : List.of());
        return Stream.concat(identity.stream(), timeField.stream()).toList();
    }

    /** The field that names the group or step of a computed record; a record of totals lacks it. */
    public Optional<String> label() {
        return labelField().map(Field::name);
    }

    private Optional<Field> labelField() {
        return switch (shape) {
            case LIST, RECORD, FILE -> Optional.empty();
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
