package io.github.camelcallrail.catalogue;

import static io.github.camelcallrail.catalogue.Field.integer;
import static io.github.camelcallrail.catalogue.Field.text;

import java.util.List;

/**
 * The fields of computed records. Sources: apidocs.callrail.com, "Summarizing Call Data", "Call Summary by Time
 * Series", "Summarizing Form Submissions Data".
 */
final class MetricFields {

    /** The field of a summary that names the group of a record. */
    static final Field GROUP = text("key", "Value that the calls or forms of the group share; null if they have none.");

    /** The field of a time series that names the step of a record. */
    static final Field STEP = text(
            "date", "First day of the step; for hours, its start with time and offset (2026-03-12T06:00:00-0500).");

    static final List<Field> CALLS = List.of(
            integer("total_calls", "Number of calls."),
            integer("missed_calls", "Number of calls that were not answered."),
            integer("answered_calls", "Number of calls that were answered."),
            integer("first_time_callers", "Number of people who called for the first time."),
            integer("average_duration", "Average length of a call in seconds."),
            text("formatted_average_duration", "average_duration, formatted for display, such as 2m 59s."),
            integer("leads", "Number of calls that were good leads."));

    static final List<Field> FORMS = List.of(
            integer("total_forms", "Number of forms that were submitted."),
            integer("first_forms", "Number of forms that were a person's first."),
            integer("leads", "Number of forms that were good leads."));

    private MetricFields() {}
}
