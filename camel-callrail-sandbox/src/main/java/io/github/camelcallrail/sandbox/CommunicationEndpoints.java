package io.github.camelcallrail.sandbox;

import java.util.List;

/** The endpoints for what people write: forms, text messages and the resulting leads. */
final class CommunicationEndpoints {

    private static final String[] LEAD_STATUS = {"good_lead", "not_a_lead", "not_scored"};

    static final List<SandboxEndpoint> ALL =
            List.of(formSubmissions(), formsSummary(), conversations(), smsThreads(), leads());

    private CommunicationEndpoints() {}

    private static SandboxEndpoint formSubmissions() {
        return EndpointBuilder.list(
                        "form-submissions",
                        "/a/{account}/form_submissions.json",
                        "form_submissions",
                        "apidocs.callrail.com: Form Submissions, Listing All Form Submissions. Rejected fields: "
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
                .refuses("utm_term", "utm_content", "source_name", "referrer_domain")
                .filter("company_id")
                .filter("person_lead", "true")
                .filter("lead_status", LEAD_STATUS)
                .filter("tags")
                .sort("submitted_at", "created_at", "form_url")
                .dated("submitted_at")
                .end();
    }

    private static SandboxEndpoint formsSummary() {
        return EndpointBuilder.aggregate(
                        "forms-summary",
                        "/a/{account}/forms/summary.json",
                        "grouped_results",
                        "apidocs.callrail.com: Form Submissions, Summarizing Form Data")
                .notInVersion2()
                .fields("total_forms")
                .onRequest("first_forms", "leads")
                .filter("company_id")
                .filter("tags")
                .filter("custom_form_ids")
                .filter("form_URL")
                .filter("lead_status", LEAD_STATUS)
                .groupings("source", "keywords", "campaign", "referrer", "landing_page", "form_name", "company")
                .dated("submitted_at")
                .end();
    }

    private static SandboxEndpoint conversations() {
        return EndpointBuilder.list(
                        "conversations",
                        "/a/{account}/text-messages.json",
                        "conversations",
                        "apidocs.callrail.com: Text Messages. tracker_name, company_name: "
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
        return EndpointBuilder.list(
                        "sms-threads",
                        "/a/{account}/sms-threads.json",
                        "sms_threads",
                        "apidocs.callrail.com: SMS Threads")
                .notInVersion2()
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
        return EndpointBuilder.list("leads", "/a/{account}/leads.json", "leads", "apidocs.callrail.com: Leads")
                .notInVersion2()
                .selects()
                .fields("id", "name", "phone", "email", "created_at", "company_id", "company_name")
                .filter("company_id")
                .sort("created_at", "name", "email")
                .end();
    }
}
