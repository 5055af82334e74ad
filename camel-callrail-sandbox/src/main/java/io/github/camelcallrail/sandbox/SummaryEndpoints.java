package io.github.camelcallrail.sandbox;

import java.util.List;

/** The table's rows for what is counted, not listed. */
final class SummaryEndpoints {

    private static final String[] METRICS = {
        "missed_calls",
        "answered_calls",
        "first_time_callers",
        "average_duration",
        "formatted_average_duration",
        "leads"
    };

    static final List<SandboxEndpoint> ALL = List.of(callsSummary(), callsTimeseries(), formsSummary());

    private SummaryEndpoints() {}

    private static SandboxEndpoint callsSummary() {
        return callFilters(EndpointRow.aggregate(
                        "calls-summary",
                        "/a/{account}/calls/summary.json",
                        "grouped_results",
                        "apidocs.callrail.com: Calls, Summarizing Call Data. abandoned_calls, last_requested_page: "
                                + "third-party live observation"))
                .groupings(
                        "company",
                        "company_id",
                        "source",
                        "keywords",
                        "campaign",
                        "referrer",
                        "landing_page",
                        "last_requested_page")
                .end();
    }

    private static SandboxEndpoint callsTimeseries() {
        return callFilters(EndpointRow.aggregate(
                        "calls-timeseries",
                        "/a/{account}/calls/timeseries.json",
                        "data",
                        "apidocs.callrail.com: Calls, Call Summary by Time Series. The key beside each date, 400 above "
                                + "200 points: third-party live observation"))
                .intervals("hour", "day", "week", "month", "year")
                .end();
    }

    private static EndpointRow callFilters(EndpointRow row) {
        return row.fields("total_calls")
                .onRequest(METRICS)
                .alsoAccepts("abandoned_calls")
                .filter("company_id")
                .filter("device", "desktop", "mobile", "all")
                .filter("min_duration")
                .filter("max_duration")
                .filter("tags")
                .filter("tracker_ids")
                .filter("direction", "inbound", "outbound", "all")
                .filter("answer_status", "answered", "missed", "voicemail", "all")
                .filter("first_time_callers", "true", "false")
                .filter("lead_status", "good_lead", "not_a_lead", "not_scored")
                .filter("agent")
                .search("source")
                .dated("start_time");
    }

    private static SandboxEndpoint formsSummary() {
        return EndpointRow.aggregate(
                        "forms-summary",
                        "/a/{account}/forms/summary.json",
                        "grouped_results",
                        "apidocs.callrail.com: Form Submissions, Summarizing Form Data")
                .fields("total_forms")
                .onRequest("first_forms", "leads")
                .filter("company_id")
                .filter("tags")
                .filter("custom_form_ids")
                .filter("form_URL")
                .filter("lead_status", "good_lead", "not_a_lead", "not_scored")
                .groupings("source", "keywords", "campaign", "referrer", "landing_page", "form_name", "company")
                .dated("submitted_at")
                .end();
    }
}
