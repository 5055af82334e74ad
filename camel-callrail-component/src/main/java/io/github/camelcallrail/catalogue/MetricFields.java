package io.github.camelcallrail.catalogue;

import static io.github.camelcallrail.catalogue.Field.integer;
import static io.github.camelcallrail.catalogue.Field.text;

import java.util.List;

/**
 * The columns of computed rows. Sources: apidocs.callrail.com, "Summarizing Call Data", "Call Summary by Time Series",
 * "Summarizing Form Submissions Data".
 */
final class MetricFields {

    /** The column of a summary that says which group a row stands for. */
    static final Field GROUP = text("key", "What the group has in common; null where that is no value.");

    /** The column of a time series that says which step a row stands for. */
    static final Field STEP =
            text("date", "First day of the step; for hours with time and offset (2026-03-12T06:00:00-0500).");

    static final List<Field> CALLS = List.of(
            integer("total_calls", "How many calls there were."),
            integer("missed_calls", "How many of them nobody answered."),
            integer("answered_calls", "How many of them somebody answered."),
            integer("first_time_callers", "How many people called for the first time."),
            integer("average_duration", "Average length of a call in seconds."),
            text("formatted_average_duration", "average_duration as people read it, such as 2m 59s."),
            integer("leads", "How many calls were good leads."));

    static final List<Field> FORMS = List.of(
            integer("total_forms", "How many forms were submitted."),
            integer("first_forms", "How many of them were a person's first."),
            integer("leads", "How many of them were good leads."));

    private MetricFields() {}
}
