package io.github.camelcallrail.sandbox;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The parameters and the response of one report of the CallRail API: one entry of {@link SandboxEndpoints}.
 *
 * <p>Immutable. Lists and maps are never null; they are empty if there are no such values.
 *
 * @param report the name used throughout the sandbox, such as {@code form-submissions}
 * @param path the path below {@code /v3}, with <code>{account}</code> as a placeholder for the account id, and
 *     <code>{id}</code> for the id of the record whose children it lists
 * @param arrayKey the key of the list in the response; null if the response is not a list of records
 * @param paged whether {@code page} and {@code per_page} are supported
 * @param relativePaging whether {@code relative_pagination} is supported
 * @param maxPageSize the largest {@code per_page}, to which larger values are clamped; 0 if the report is not paged
 * @param defaultFields the documented fields returned when {@code fields} is absent, in order
 * @param requestableFields the fields documented as returned only on request
 * @param acceptedFields undocumented fields that {@code fields} accepts
 * @param unaskedFields undocumented fields that are returned without being requested
 * @param refusedFields fields documented for the single object but rejected with 400 on the list
 * @param fieldRule the effect of {@code fields}
 * @param filters the documented filters and the values each accepts; an empty list means any value
 * @param sortFields the values that {@code sort} accepts
 * @param searchFields the fields that {@code search} covers
 * @param groupings the values that {@code group_by} accepts
 * @param intervals the values that {@code interval} accepts
 * @param dated whether the date parameters have an effect
 * @param timeField the field the date parameters apply to; null if the report is not dated
 * @param requiredParameters the parameters whose absence causes a 400
 * @param inVersion2 whether version 2 of the API has this report; if not, version 2 responds with 404
 * @param source where these facts come from
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

    /** The effect of the parameter {@code fields} on the fields of a response. */
    public enum FieldRule {
        /** The requested fields are returned in addition to the default ones. */
        ADDS,
        /** Only the requested fields are returned. */
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
        // Not Map.copyOf, which does not keep the order that messages and tables print.
        filters = Collections.unmodifiableMap(new LinkedHashMap<>(filters));
        sortFields = List.copyOf(sortFields);
        searchFields = List.copyOf(searchFields);
        groupings = List.copyOf(groupings);
        intervals = List.copyOf(intervals);
        requiredParameters = List.copyOf(requiredParameters);
    }

    /** Whether dates must come in pairs and without a time of day. Source: apidocs.callrail.com, SMS Threads. */
    boolean daysOnly() {
        return report.equals("sms-threads");
    }

    /** Whether {@code fields} accepts this name for the list. */
    boolean accepts(String field) {
        return !refusedFields.contains(field)
                && (defaultFields.contains(field)
                        || requestableFields.contains(field)
                        || acceptedFields.contains(field));
    }
}
