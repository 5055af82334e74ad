package io.github.camelcallrail.operation;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.catalogue.ObjectKind;
import io.github.camelcallrail.catalogue.Parameter;
import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.query.RecordTime;
import io.github.camelcallrail.query.ReportPlan;
import io.github.camelcallrail.report.CallRailRecord;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A record that a message is about.
 *
 * @param id the id of the record
 * @param time the time by which its report is sorted; empty if the message does not tell
 */
public record RecordReference(String id, Optional<Instant> time) {

    private static final String OPTION = "id";

    public RecordReference {
        requireNonNull(id, "id is null");
        requireNonNull(time, "time is null");
    }

    /**
     * The record that option {@code id} or its header names or, without them, the one in the body: the record itself,
     * or one that belongs to it, such as a message of a conversation.
     *
     * @param report the report of the record
     * @param plan of the single form of the report
     * @throws CallRailFailure of kind CONFIGURATION if there is none, or if it is an object of another kind
     */
    public static RecordReference of(Report report, ReportPlan plan, Object body, Instant now) {
        Optional<String> given = plan.parameter(OPTION);
        if (given.isPresent()) {
            return new RecordReference(given.get(), Optional.empty());
        }
        if (!(body instanceof CallRailRecord record)) {
            plan.requireComplete();
            throw new IllegalStateException("option 'id' is required");
        }
        ObjectKind kind = plan.report().parameters().stream()
                .flatMap(parameter -> parameter.kind().stream())
                .findFirst()
                .orElseThrow();
        if (record.get(kind.name().toLowerCase(Locale.ROOT) + "_id") instanceof String parent) {
            return new RecordReference(checked(kind, parent), Optional.empty());
        }
        return new RecordReference(
                checked(kind, record.id()),
                RecordTime.upTo(report.timeField().orElseThrow(), now).of(record));
    }

    private static String checked(ObjectKind kind, String id) {
        Parameter.checkId(OPTION, id);
        kind.require(OPTION, id);
        return id;
    }
}
