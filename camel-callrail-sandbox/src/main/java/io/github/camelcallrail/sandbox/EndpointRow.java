package io.github.camelcallrail.sandbox;

import io.github.camelcallrail.sandbox.SandboxEndpoint.FieldRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Spells out one {@link SandboxEndpoint} by name instead of by position, so that the tables can be read. */
final class EndpointRow {

    private final String report;
    private final String path;
    private final String source;
    private final Map<String, List<String>> filters = new LinkedHashMap<>();
    private String arrayKey;
    private boolean paged;
    private boolean relativePaging;
    private List<String> defaultFields = List.of();
    private List<String> requestableFields = List.of();
    private List<String> acceptedFields = List.of();
    private List<String> unaskedFields = List.of();
    private List<String> refusedFields = List.of();
    private FieldRule fieldRule = FieldRule.NONE;
    private List<String> sortFields = List.of();
    private List<String> searchFields = List.of();
    private List<String> groupings = List.of();
    private List<String> intervals = List.of();
    private String timeField;
    private List<String> requiredParameters = List.of();
    private boolean inVersion2 = true;

    private EndpointRow(String report, String path, String source) {
        this.report = report;
        this.path = path;
        this.source = source;
    }

    static EndpointRow list(String report, String path, String arrayKey, String source) {
        EndpointRow row = new EndpointRow(report, path, source);
        row.arrayKey = arrayKey;
        row.paged = true;
        return row;
    }

    static EndpointRow aggregate(String report, String path, String arrayKey, String source) {
        EndpointRow row = new EndpointRow(report, path, source);
        row.arrayKey = arrayKey;
        row.fieldRule = FieldRule.SELECTS;
        return row;
    }

    EndpointRow relativePaging() {
        relativePaging = true;
        return this;
    }

    EndpointRow fields(String... names) {
        defaultFields = List.of(names);
        return this;
    }

    EndpointRow onRequest(String... names) {
        requestableFields = List.of(names);
        fieldRule = fieldRule == FieldRule.NONE ? FieldRule.ADDS : fieldRule;
        return this;
    }

    EndpointRow selects() {
        fieldRule = FieldRule.SELECTS;
        return this;
    }

    EndpointRow alsoAccepts(String... names) {
        acceptedFields = List.of(names);
        return this;
    }

    EndpointRow alsoAnswers(String... names) {
        unaskedFields = List.of(names);
        return this;
    }

    EndpointRow refuses(String... names) {
        refusedFields = List.of(names);
        return this;
    }

    EndpointRow filter(String name, String... vocabulary) {
        filters.put(name, List.of(vocabulary));
        return this;
    }

    EndpointRow sort(String... names) {
        sortFields = List.of(names);
        return this;
    }

    EndpointRow search(String... names) {
        searchFields = List.of(names);
        return this;
    }

    EndpointRow groupings(String... names) {
        groupings = List.of(names);
        return this;
    }

    EndpointRow intervals(String... names) {
        intervals = List.of(names);
        return this;
    }

    EndpointRow dated(String field) {
        timeField = field;
        return this;
    }

    EndpointRow requires(String... names) {
        requiredParameters = List.of(names);
        return this;
    }

    EndpointRow notInVersion2() {
        inVersion2 = false;
        return this;
    }

    SandboxEndpoint end() {
        return new SandboxEndpoint(
                report,
                path,
                arrayKey,
                paged,
                relativePaging,
                paged ? 250 : 0,
                defaultFields,
                requestableFields,
                acceptedFields,
                unaskedFields,
                refusedFields,
                fieldRule,
                filters,
                sortFields,
                searchFields,
                groupings,
                intervals,
                timeField != null,
                timeField,
                requiredParameters,
                inVersion2,
                source);
    }
}
