package io.github.camelcallrail.sandbox;

import io.github.camelcallrail.sandbox.SandboxEndpoint.FieldRule;
import java.util.List;
import java.util.Objects;

/**
 * The parameters and the response of one record that is requested by its id: one entry of
 * {@link SandboxEndpoints#objects()}.
 *
 * <p>The response is the bare object. Those of {@code conversations} and {@code sms-threads} also contain one page of
 * their messages: {@code page}, {@code per_page}, {@code total_pages}, {@code total_records} and {@code messages},
 * which are not listed here; see {@link SandboxEndpoints#children()}.
 *
 * <p>Immutable. Lists are never null; they are empty if there are no such fields.
 *
 * @param report the report that lists these records
 * @param path the path below {@code /v3}, with <code>{account}</code> and <code>{id}</code> as placeholders; an account
 *     has only <code>{id}</code>
 * @param defaultFields the documented fields returned when {@code fields} is absent, in order
 * @param requestableFields the fields documented as returned only on request
 * @param acceptedFields undocumented fields that {@code fields} accepts
 * @param fieldRule the effect of {@code fields}
 * @param absentFields the fields of the list that the single object lacks; {@code fields} rejects them with 400
 * @param source where these facts come from
 */
public record SandboxObject(
        String report,
        String path,
        List<String> defaultFields,
        List<String> requestableFields,
        List<String> acceptedFields,
        FieldRule fieldRule,
        List<String> absentFields,
        String source) {

    public SandboxObject {
        Objects.requireNonNull(report, "report");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(fieldRule, "fieldRule");
        Objects.requireNonNull(source, "source");
        defaultFields = List.copyOf(defaultFields);
        requestableFields = List.copyOf(requestableFields);
        acceptedFields = List.copyOf(acceptedFields);
        absentFields = List.copyOf(absentFields);
    }

    /** Whether {@code fields} accepts this name for the single object. */
    boolean accepts(String field) {
        return defaultFields.contains(field) || requestableFields.contains(field) || acceptedFields.contains(field);
    }
}
