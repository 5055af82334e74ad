package io.github.camelcallrail.sandbox;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What one report of the CallRail API can be asked and what it answers: a row of {@link SandboxEndpoints}.
 *
 * <p>Immutable. No list or map is ever null; an empty one says that there is nothing of the kind.
 *
 * @param report the name used throughout the sandbox, such as {@code form-submissions}
 * @param path the path below {@code /v3}, with <code>{account}</code> where the account's id goes
 * @param arrayKey the key of the list in the answer; null where the answer is not a list of records
 * @param paged whether {@code page} and {@code per_page} are understood
 * @param relativePaging whether {@code relative_pagination} is understood
 * @param maxPageSize the largest {@code per_page}; a larger one is clamped; 0 where nothing is paged
 * @param defaultFields the documented names answered when {@code fields} is absent, in their order
 * @param requestableFields the names documented as answered on request only
 * @param acceptedFields undocumented names that {@code fields} accepts all the same
 * @param unaskedFields undocumented names that are answered although nobody asked
 * @param refusedFields names documented for the single object but refused with 400 on the list
 * @param fieldRule what {@code fields} does
 * @param filters the documented filters and the values each takes; an empty list means any value
 * @param sortFields the names {@code sort} takes
 * @param searchFields the names {@code search} looks at
 * @param groupings the values {@code group_by} takes
 * @param intervals the values {@code interval} takes
 * @param dated whether the date parameters have an effect
 * @param timeField the field the date parameters look at; null where not dated
 * @param requiredParameters the parameters without which the answer is 400
 * @param inVersion2 whether version 2 of the API had it; elsewhere the answer there is 404
 * @param source where the facts of this row come from
 */
public record SandboxEndpoint(
        String report,
        String path,
        String arrayKey,
        boolean paged,
        boolean relativePaging,
        int maxPageSize,
        List<String> defaultFields,
        List<String> requestableFields,
        List<String> acceptedFields,
        List<String> unaskedFields,
        List<String> refusedFields,
        FieldRule fieldRule,
        Map<String, List<String>> filters,
        List<String> sortFields,
        List<String> searchFields,
        List<String> groupings,
        List<String> intervals,
        boolean dated,
        String timeField,
        List<String> requiredParameters,
        boolean inVersion2,
        String source) {

    /** What the parameter {@code fields} does to the fields of an answer. */
    public enum FieldRule {
        /** The names asked for come in addition to the default ones. */
        ADDS,
        /** Only the names asked for come. */
        SELECTS,
        /** The parameter is not documented and has no effect. */
        NONE
    }

    public SandboxEndpoint {
        Objects.requireNonNull(report, "report");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(fieldRule, "fieldRule");
        Objects.requireNonNull(source, "source");
        defaultFields = List.copyOf(defaultFields);
        requestableFields = List.copyOf(requestableFields);
        acceptedFields = List.copyOf(acceptedFields);
        unaskedFields = List.copyOf(unaskedFields);
        refusedFields = List.copyOf(refusedFields);
        // Not Map.copyOf, which forgets the order that messages and tables print.
        filters = Collections.unmodifiableMap(new LinkedHashMap<>(filters));
        sortFields = List.copyOf(sortFields);
        searchFields = List.copyOf(searchFields);
        groupings = List.copyOf(groupings);
        intervals = List.copyOf(intervals);
        requiredParameters = List.copyOf(requiredParameters);
    }

    /** Whether {@code fields} may name it on the list form. */
    boolean accepts(String field) {
        return !refusedFields.contains(field)
                && (defaultFields.contains(field)
                        || requestableFields.contains(field)
                        || acceptedFields.contains(field));
    }
}
