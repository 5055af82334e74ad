package io.github.camelcallrail.sandbox;

import java.util.List;

/** The endpoints for calls: the list and the summaries. */
final class CallEndpoints {

    private static final String[] METRICS = {
        "missed_calls",
        "answered_calls",
        "first_time_callers",
        "average_duration",
        "formatted_average_duration",
        "leads"
    };

    static final List<SandboxEndpoint> ALL = List.of(calls(), callsSummary(), callsTimeseries());

    private CallEndpoints() {}

    private static SandboxEndpoint calls() {
        return EndpointBuilder.list(
                        "calls",
                        "/a/{account}/calls.json",
                        "calls",
                        "apidocs.callrail.com: Calls, Listing All Calls; Relative Pagination. Rejected "
                                + "and undocumented fields, fields returned without a request: third-party live "
                                + "observation")
                .relativePaging()
                .fields(
                        "id",
                        "answered",
                        "business_phone_number",
                        "customer_city",
                        "customer_country",
                        "customer_name",
                        "customer_phone_number",
                        "customer_state",
                        "direction",
                        "duration",
                        "recording",
                        "recording_duration",
                        "recording_player",
                        "start_time",
                        "tracking_phone_number",
                        "voicemail")
                .onRequest(
                        "agent_email",
                        "call_highlights",
                        "call_summary",
                        "call_type",
                        "campaign",
                        "company_id",
                        "company_name",
                        "company_time_zone",
                        "created_at",
                        "custom",
                        "device_type",
                        "fbclid",
                        "first_call",
                        "formatted_business_phone_number",
                        "formatted_call_type",
                        "formatted_customer_location",
                        "formatted_customer_name",
                        "formatted_customer_name_or_phone_number",
                        "formatted_customer_phone_number",
                        "formatted_duration",
                        "formatted_tracking_phone_number",
                        "formatted_tracking_source",
                        "formatted_value",
                        "ga",
                        "gclid",
                        "good_lead_call_id",
                        "good_lead_call_time",
                        "keypad_entries",
                        "keywords",
                        "keywords_spotted",
                        "landing_page_url",
                        "last_requested_url",
                        "lead_explanation",
                        "lead_score",
                        "lead_status",
                        "medium",
                        "milestones",
                        "msclkid",
                        "note",
                        "person_id",
                        "prior_calls",
                        "referrer_domain",
                        "referring_url",
                        "sentiment",
                        "session_uuid",
                        "source",
                        "source_name",
                        "speaker_percent",
                        "tags",
                        "timeline_url",
                        "total_calls",
                        "tracker_id",
                        "transcription",
                        "utm_campaign",
                        "utm_content",
                        "utm_medium",
                        "utm_source",
                        "utm_term",
                        "value",
                        "voice_assist_message",
                        "waveforms",
                        "zip_code")
                .alsoAccepts("spam", "detail_tags", "blocked_number", "utma", "utmb", "utmc", "utmv", "utmz")
                .alsoAnswers("lead_score", "lead_explanation")
                .refuses("integration_data", "conversational_transcript", "lead_score_explanation", "tracker")
                .filter("company_id")
                .filter("tracker_id")
                .filter("call_type", "first_call", "missed", "voicemails", "inbound", "outbound")
                .filter("answer_status", "answered", "missed", "voicemail")
                .filter("device", "desktop", "mobile")
                .filter("direction", "inbound", "outbound")
                .filter("lead_status", "good_lead", "not_a_lead", "not_scored")
                .filter("tags")
                .sort(
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
                        "tags")
                .search(
                        "business_phone_number",
                        "customer_name",
                        "customer_number",
                        "note",
                        "source",
                        "tracking_phone_number")
                .dated("start_time")
                .end();
    }

    private static SandboxEndpoint callsSummary() {
        return callFilters(EndpointBuilder.aggregate(
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
        return callFilters(EndpointBuilder.aggregate(
                        "calls-timeseries",
                        "/a/{account}/calls/timeseries.json",
                        "data",
                        "apidocs.callrail.com: Calls, Summarizing Call Data by Time Series. The key beside each "
                                + "date, 400 above 200 points: third-party live observation"))
                .intervals("hour", "day", "week", "month", "year")
                .end();
    }

    private static EndpointBuilder callFilters(EndpointBuilder builder) {
        return builder.fields("total_calls")
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
}
