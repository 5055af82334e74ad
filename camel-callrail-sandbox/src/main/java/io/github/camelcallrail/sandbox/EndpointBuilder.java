package io.github.camelcallrail.sandbox;

import io.github.camelcallrail.sandbox.SandboxEndpoint.FieldRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds a {@link SandboxEndpoint} from named parts instead of positional arguments, for readability. */
final class EndpointBuilder {

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
    private int maxPageSize = 250;

    private EndpointBuilder(String report, String path, String source) {
        this.report = report;
        this.path = path;
        this.source = source;
    }

    static EndpointBuilder list(String report, String path, String arrayKey, String source) {
        EndpointBuilder builder = new EndpointBuilder(report, path, source);
        builder.arrayKey = arrayKey;
        builder.paged = true;
        return builder;
    }

    static EndpointBuilder aggregate(String report, String path, String arrayKey, String source) {
        EndpointBuilder builder = new EndpointBuilder(report, path, source);
        builder.arrayKey = arrayKey;
        builder.fieldRule = FieldRule.SELECTS;
        return builder;
    }

    EndpointBuilder relativePaging() {
        relativePaging = true;
        return this;
    }

    EndpointBuilder fields(String... names) {
        defaultFields = List.of(names);
        return this;
    }

    EndpointBuilder onRequest(String... names) {
        requestableFields = List.of(names);
        fieldRule = fieldRule == FieldRule.NONE ? FieldRule.ADDS : fieldRule;
        return this;
    }

    EndpointBuilder selects() {
        fieldRule = FieldRule.SELECTS;
        return this;
    }

    EndpointBuilder alsoAccepts(String... names) {
        acceptedFields = List.of(names);
        return this;
    }

    EndpointBuilder alsoAnswers(String... names) {
        unaskedFields = List.of(names);
        return this;
    }

    EndpointBuilder refuses(String... names) {
        refusedFields = List.of(names);
        return this;
    }

    EndpointBuilder filter(String name, String... vocabulary) {
        filters.put(name, List.of(vocabulary));
        return this;
    }

    EndpointBuilder sort(String... names) {
        sortFields = List.of(names);
        return this;
    }

    EndpointBuilder search(String... names) {
        searchFields = List.of(names);
        return this;
    }

    EndpointBuilder groupings(String... names) {
        groupings = List.of(names);
        return this;
    }

    EndpointBuilder intervals(String... names) {
        intervals = List.of(names);
        return this;
    }

    EndpointBuilder dated(String field) {
        timeField = field;
        return this;
    }

    EndpointBuilder requires(String... names) {
        requiredParameters = List.of(names);
        return this;
    }

    EndpointBuilder notInVersion2() {
        inVersion2 = false;
        return this;
    }

    EndpointBuilder largestPage(int size) {
        maxPageSize = size;
        return this;
    }

    /** The parameter {@code fields} has no effect, although some fields are returned only on request. */
    EndpointBuilder ignoresFields() {
        fieldRule = FieldRule.NONE;
        return this;
    }

    SandboxEndpoint end() {
        return new SandboxEndpoint(
                report,
                path,
                arrayKey,
                paged,
                relativePaging,
                paged ? maxPageSize : 0,
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
