package io.github.camelcallrail.catalogue;

import static io.github.camelcallrail.catalogue.Parameter.filter;
import static io.github.camelcallrail.catalogue.Parameter.flag;
import static io.github.camelcallrail.catalogue.Parameter.id;
import static io.github.camelcallrail.catalogue.Parameter.interval;
import static io.github.camelcallrail.catalogue.Parameter.option;
import static io.github.camelcallrail.catalogue.Parameter.sorting;

import io.github.camelcallrail.window.DatePrecision;
import io.github.camelcallrail.window.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Calls, and the summaries computed from them. Sources: apidocs.callrail.com, "Listing All Calls", "Summarizing Call
 * Data", "Call Summary by Time Series", "Call Page Views", "Retrieving a Call Recording"; the accepted fields are third
 * parties' observations of the live service.
 */
final class CallReports {

    private static final Fields CALL_FIELDS = Fields.adding(CallFields.DEFAULTS, CallFields.ON_REQUEST)
            .alsoAccepting("spam", "detail_tags", "blocked_number", "utma", "utmb", "utmc", "utmv", "utmz")
            .rejecting(Map.of(
                    "conversational_transcript",
                    "CallRail returns it for a single call only, not in the list",
                    "integration_data",
                    "CallRail returns it for a single call only, not in the list",
                    "lead_score_explanation",
                    "CallRail rejects it; use 'lead_explanation' instead",
                    "tracker",
                    "CallRail rejects it on calls; use 'tracker_id' instead"))
            // They describe the caller, not the call (a new call renews the score of all earlier calls), or are links
            // with a key that CallRail makes for each response.
            .changingByThemselves(
                    "total_calls",
                    "prior_calls",
                    "milestones.last_touch",
                    "lead_score",
                    "lead_explanation",
                    "recording_player",
                    "waveforms");

    private static final Report CALLS = Report.list(
                    "calls",
                    "/a/{account}/calls.json",
                    "calls",
                    CALL_FIELDS,
                    id("companyId", "company_id"),
                    id("trackerId", "tracker_id"),
                    option("search", "search"),
                    sorting(
                            "sort",
                            "sort",
                            "customer_name",
                            "customer_phone_number",
                            "duration",
                            "start_time",
                            "source",
                            "customer_city",
                            "customer_country",
                            "landing_page_url",
                            "device_type",
                            "answered",
                            "first_call",
                            "source_name",
                            "lead_status",
                            "tags"),
                    sorting("order", "order", "asc", "desc"),
                    filter("call_type", "first_call", "missed", "voicemails", "inbound", "outbound"),
                    filter("answer_status", "answered", "missed", "voicemail"),
                    filter("device", "desktop", "mobile"),
                    filter("direction", "inbound", "outbound"),
                    filter("lead_status", "good_lead", "not_a_lead", "not_scored"),
                    filter("tags").orSeveral())
            .dated(DatePrecision.MINUTE, "start_time")
            .orderedBy(SortOrder.oldestFirst("start_time"))
            .pagedByLinksToo()
            .readableById(
                    ObjectKind.CALL, "/a/{account}/calls/{id}.json", CALL_FIELDS.single(CallFields.OF_SINGLE_CALL), "");

    static final Report PAGE_VIEWS = Report.list(
                    "page-views",
                    "/a/{account}/calls/{id}/page_views.json",
                    "page_views",
                    Fields.fixed(CallFields.PAGE_VIEWS),
                    Parameter.id("id", "id", ObjectKind.CALL))
            .ofParent(
                    new ChildKey(
                            Field.text("call_id", "ID of the call. Computed by this component."),
                            List.of(),
                            List.of("created_at", "page_url", "referrer_url"),
                            // Only calls of session trackers have page views. Source: third-party client code.
                            CALLS.single()),
                    Report.USUAL_MAX_PAGE_SIZE);

    static final Report RECORDING = Report.file(
            "recording", "/a/{account}/calls/{id}/recording.json", Parameter.id("id", "id", ObjectKind.CALL));

    private static final Fields CALL_METRICS =
            Fields.metrics(MetricFields.CALLS).alsoAccepting("abandoned_calls");

    private static final List<Parameter> CALL_COMPUTATION = List.of(
            id("companyId", "company_id"),
            id("userId", "agent"),
            id("trackerId", "tracker_ids[]").orSeveral(),
            option("search", "search"),
            filter("device", "desktop", "mobile", "all"),
            filter("min_duration"),
            filter("max_duration"),
            filter("tags").orSeveral(),
            filter("direction", "inbound", "outbound", "all"),
            filter("answer_status", "answered", "missed", "voicemail", "all"),
            flag("first_time_callers"),
            filter("lead_status", "good_lead", "not_a_lead", "not_scored"));

    private static final Report CALLS_SUMMARY = Report.computed(
            "calls-summary",
            "/a/{account}/calls/summary.json",
            Report.Shape.SUMMARY,
            "grouped_results",
            CALL_METRICS,
            with(
                    CALL_COMPUTATION,
                    // The values in the documentation and those in the API's own error message.
                    option(
                            "groupBy",
                            "group_by",
                            "source",
                            "keywords",
                            "campaign",
                            "referrer",
                            "landing_page",
                            "company",
                            "company_id",
                            "last_requested_page")));

    private static final Report CALLS_TIMESERIES = Report.computed(
            "calls-timeseries",
            "/a/{account}/calls/timeseries.json",
            Report.Shape.SERIES,
            "data",
            // Each point has its date under both names.
            CALL_METRICS.alsoReturning("key"),
            with(
                    CALL_COMPUTATION,
                    interval(
                            "interval",
                            "interval",
                            Arrays.stream(Interval.values()).map(Interval::text).toArray(String[]::new))));

    static final List<Report> REPORTS = List.of(CALLS, CALLS_SUMMARY, CALLS_TIMESERIES);

    private CallReports() {}

    private static List<Parameter> with(List<Parameter> parameters, Parameter another) {
        return Stream.concat(parameters.stream(), Stream.of(another)).toList();
    }
}
