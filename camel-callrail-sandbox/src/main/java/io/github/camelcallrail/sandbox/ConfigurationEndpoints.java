package io.github.camelcallrail.sandbox;

import java.util.List;

/** The endpoints for the setup of an account. None of them filters by date. */
final class ConfigurationEndpoints {

    static final List<SandboxEndpoint> ALL = List.of(
            accounts(),
            companies(),
            trackers(),
            users(),
            tags(),
            notifications(),
            callerIds(),
            summaryEmails(),
            integrations(),
            integrationFilters(),
            messageFlows());

    private ConfigurationEndpoints() {}

    private static SandboxEndpoint accounts() {
        return EndpointBuilder.list(
                        "accounts",
                        "/a.json",
                        "accounts",
                        "apidocs.callrail.com: Accounts, Listing All Accounts. Fields returned without a request: third-party "
                                + "live observation")
                .fields("id", "name", "outbound_recording_enabled", "hipaa_account")
                .onRequest("numeric_id")
                .alsoAccepts("masked_id", "ten_dlc_effective_date")
                .alsoAnswers("numeric_id", "inbound_recording_enabled", "created_at")
                .filter("hipaa_account", "true", "false")
                .sort("name")
                .end();
    }

    private static SandboxEndpoint companies() {
        return EndpointBuilder.list(
                        "companies",
                        "/a/{account}/companies.json",
                        "companies",
                        "apidocs.callrail.com: Companies, Listing All Companies. Disabled ones are listed too, "
                                + "masked_id: third-party live observation")
                .fields(
                        "id",
                        "name",
                        "status",
                        "time_zone",
                        "created_at",
                        "disabled_at",
                        "dni_active",
                        "script_url",
                        "callscore_enabled",
                        "lead_scoring_enabled",
                        "swap_exclude_jquery",
                        "swap_ppc_override",
                        "swap_landing_override",
                        "swap_cookie_duration",
                        "swap_cookie_duration_unit",
                        "callscribe_enabled",
                        "keyword_spotting_enabled",
                        "form_capture")
                .onRequest("verified_caller_ids")
                .alsoAnswers("masked_id")
                .filter("status", "active", "disabled")
                .sort("name")
                .search("name")
                .end();
    }

    private static SandboxEndpoint trackers() {
        return EndpointBuilder.list(
                        "trackers",
                        "/a/{account}/trackers.json",
                        "trackers",
                        "apidocs.callrail.com: Trackers. Rejection of company_id: third-party live " + "observation")
                .fields(
                        "id",
                        "name",
                        "type",
                        "status",
                        "destination_number",
                        "tracking_numbers",
                        "whisper_message",
                        "sms_supported",
                        "sms_enabled",
                        "company",
                        "call_flow",
                        "message_flow",
                        "source",
                        "created_at",
                        "disabled_at")
                .onRequest("campaign_name", "swap_targets")
                .refuses("company_id")
                .filter("company_id")
                .filter("type", "session", "source")
                .filter("status", "active", "disabled")
                .sort("name")
                .search("name")
                .end();
    }

    private static SandboxEndpoint users() {
        return EndpointBuilder.list("users", "/a/{account}/users.json", "users", "apidocs.callrail.com: Users")
                .fields("id", "email", "created_at", "role", "first_name", "last_name", "name", "accepted", "companies")
                .filter("company_id")
                .sort("email", "created_at")
                .search("first_name", "last_name", "email")
                .end();
    }

    private static SandboxEndpoint tags() {
        return EndpointBuilder.list(
                        "tags", "/a/{account}/tags.json", "tags", "apidocs.callrail.com: Tags, Retrieving All Tags")
                .fields("id", "name", "tag_level", "color", "background_color", "company_id", "status", "created_at")
                .filter("company_id")
                .filter("status", "enabled", "disabled")
                .filter("tag_level", "company", "account")
                .sort("name")
                .end();
    }

    private static SandboxEndpoint notifications() {
        return EndpointBuilder.list(
                        "notifications",
                        "/a/{account}/notifications.json",
                        "notifications",
                        "apidocs.callrail.com: Notifications (user_id and email are shown there as a request body; agent and "
                                + "names of company and tracker only in answers to writes)")
                .fields(
                        "id",
                        "user_id",
                        "email",
                        "alert_type",
                        "call_enabled",
                        "company_id",
                        "name",
                        "send_desktop",
                        "send_email",
                        "send_push",
                        "sms_enabled",
                        "tracker_id")
                .filter("notification_type", "send_desktop", "send_email", "send_push")
                .filter("user_id")
                .filter("email")
                .end();
    }

    private static SandboxEndpoint callerIds() {
        return EndpointBuilder.list(
                        "caller-ids",
                        "/a/{account}/caller_ids.json",
                        "caller_ids",
                        "apidocs.callrail.com: Outbound Caller IDs")
                .fields("id", "phone_number", "name", "company_id", "verified", "created_at", "validation_code")
                .filter("company_id")
                .requires("company_id")
                .end();
    }

    private static SandboxEndpoint summaryEmails() {
        return EndpointBuilder.list(
                        "summary-emails",
                        "/a/{account}/summary_emails",
                        "summary_emails",
                        "apidocs.callrail.com: Summary Emails (filters only in answers to writes; without company_id those of "
                                + "the account as a whole)")
                .fields("id", "scope", "frequency", "config", "user", "email")
                .filter("frequency", "daily", "weekly", "monthly")
                .filter("company_id")
                .filter("user_id")
                .filter("email")
                .end();
    }

    private static SandboxEndpoint integrations() {
        return EndpointBuilder.list(
                        "integrations",
                        "/a/{account}/integrations.json",
                        "integrations",
                        "apidocs.callrail.com: Integrations, Listing All Integrations. 400 without company_id: "
                                + "third-party live observation")
                .fields("id", "type", "state", "config")
                .onRequest("signing_key")
                .filter("company_id")
                .requires("company_id")
                .end();
    }

    private static SandboxEndpoint integrationFilters() {
        return EndpointBuilder.list(
                        "integration-filters",
                        "/a/{account}/integration_triggers.json",
                        "integration_criteria",
                        "apidocs.callrail.com: Integration Triggers, also called filters")
                .notInVersion2()
                .fields(
                        "id",
                        "company_id",
                        "integration_id",
                        "tracker_ids",
                        "call_type",
                        "min_duration",
                        "max_duration",
                        "lead_status",
                        "integration")
                .filter("company_id")
                .requires("company_id")
                .end();
    }

    private static SandboxEndpoint messageFlows() {
        return EndpointBuilder.list(
                        "message-flows",
                        "/a/{account}/message-flows.json",
                        "message-flows",
                        "apidocs.callrail.com: Message Flows")
                .notInVersion2()
                .fields("id", "name", "updated_at", "tracker_ids")
                .filter("company_id")
                .end();
    }
}
