package io.github.camelcallrail.sandbox;

import java.util.List;

/** The table's rows for what people said: calls, forms, texts, and the leads they make. */
final class CommunicationEndpoints {

    private static final String[] LEAD_STATUS = {"good_lead", "not_a_lead", "not_scored"};

    static final List<SandboxEndpoint> ALL =
            List.of(calls(), formSubmissions(), conversations(), smsThreads(), leads());

    private CommunicationEndpoints() {}

    private static SandboxEndpoint calls() {
        return EndpointRow.list(
                        "calls",
                        "/a/{account}/calls.json",
                        "calls",
                        "apidocs.callrail.com: Calls, Listing All Calls; Relative Pagination. Refused and undocumented "
                                + "fields: third-party live observation")
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
                        "voicemail",
                        "agent_email")
                .onRequest(
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
                .refuses("integration_data", "conversational_transcript")
                .filter("company_id")
                .filter("tracker_id")
                .filter("call_type", "first_call", "missed", "voicemails", "inbound", "outbound")
                .filter("answer_status", "answered", "missed", "voicemail")
                .filter("device", "desktop", "mobile")
                .filter("direction", "inbound", "outbound")
                .filter("lead_status", LEAD_STATUS)
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

    private static SandboxEndpoint formSubmissions() {
        return EndpointRow.list(
                        "form-submissions",
                        "/a/{account}/form_submissions.json",
                        "form_submissions",
                        "apidocs.callrail.com: Form Submissions, Listing All Form Submissions. Refused fields: "
                                + "third-party live observation")
                .fields(
                        "id",
                        "company_id",
                        "person_id",
                        "form_data",
                        "form_url",
                        "landing_page_url",
                        "referrer",
                        "referring_url",
                        "submitted_at",
                        "first_form",
                        "customer_phone_number",
                        "customer_name",
                        "customer_email",
                        "formatted_customer_phone_number",
                        "formatted_customer_name",
                        "source",
                        "keywords",
                        "campaign",
                        "medium")
                .onRequest(
                        "company_name",
                        "form_name",
                        "lead_status",
                        "milestones",
                        "note",
                        "tags",
                        "timeline_url",
                        "utm_campaign",
                        "utm_medium",
                        "utm_source",
                        "value")
                .alsoAccepts("detail_tags", "person_email", "blocked_number")
                .refuses("utm_term", "utm_content")
                .filter("company_id")
                .filter("person_lead", "true")
                .filter("lead_status", LEAD_STATUS)
                .filter("tags")
                .sort("submitted_at", "created_at", "form_url")
                .dated("submitted_at")
                .end();
    }

    private static SandboxEndpoint conversations() {
        return EndpointRow.list(
                        "conversations",
                        "/a/{account}/text-messages.json",
                        "conversations",
                        "apidocs.callrail.com: Text Messages, Listing Conversations. tracker_name, company_name: "
                                + "third-party live observation")
                .fields(
                        "id",
                        "company_id",
                        "initial_tracker_id",
                        "current_tracker_id",
                        "customer_name",
                        "customer_phone_number",
                        "initial_tracking_number",
                        "current_tracking_number",
                        "last_message_at",
                        "state",
                        "company_time_zone",
                        "formatted_customer_phone_number",
                        "formatted_initial_tracking_number",
                        "formatted_current_tracking_number",
                        "formatted_customer_name",
                        "recent_messages")
                .onRequest("lead_status", "source")
                .alsoAnswers("tracker_name", "company_name")
                .filter("company_id")
                .search("customer_phone_number", "customer_name")
                .dated("last_message_at")
                .end();
    }

    private static SandboxEndpoint smsThreads() {
        return EndpointRow.list(
                        "sms-threads",
                        "/a/{account}/sms-threads.json",
                        "sms_threads",
                        "apidocs.callrail.com: SMS Threads, Listing SMS Threads")
                .fields(
                        "id",
                        "notes",
                        "tags",
                        "value",
                        "lead_qualification",
                        "company_id",
                        "initial_tracker_id",
                        "current_tracker_id",
                        "customer_name",
                        "customer_phone_number",
                        "initial_tracking_number",
                        "current_tracking_number",
                        "state",
                        "company_time_zone")
                .onRequest(
                        "last_message_at",
                        "formatted_customer_phone_number",
                        "formatted_initial_tracking_number",
                        "formatted_current_tracking_number",
                        "formatted_customer_name")
                .filter("company_id")
                .search("customer_phone_number", "customer_name", "tags")
                .dated("last_message_at")
                .end();
    }

    private static SandboxEndpoint leads() {
        return EndpointRow.list(
                        "leads", "/a/{account}/leads.json", "leads", "apidocs.callrail.com: Leads, Listing All Leads")
                .selects()
                .fields("id", "name", "phone", "email", "created_at", "company_id", "company_name")
                .filter("company_id")
                .sort("created_at", "name", "email")
                .end();
    }
}
