package io.github.camelcallrail.report;

import static io.github.camelcallrail.report.Parameter.filter;
import static io.github.camelcallrail.report.Parameter.option;

import java.util.List;
import java.util.Map;

/**
 * How an account is set up. Sources: apidocs.callrail.com, "Trackers", "Tags", "Notifications", "Outbound Caller IDs",
 * "Summary Emails", "Integrations", "Integration Filters"; that
 * trackers refuse {@code company_id} is a third party's observation of the live service.
 */
final class SettingReports {

    private static final Report TRACKERS = Report.list(
                    "trackers",
                    "/a/{account}/trackers.json",
                    "trackers",
                    Fields.adding(
                                    List.of(
                                            "id",
                                            "name",
                                            "type",
                                            "status",
                                            "destination_number",
                                            "tracking_numbers",
                                            "whisper_message",
                                            "sms_enabled",
                                            "sms_supported",
                                            "company",
                                            "call_flow",
                                            "message_flow",
                                            "source",
                                            "created_at",
                                            "disabled_at"),
                                    List.of("campaign_name", "swap_targets"))
                            .refusing(Map.of("company_id", "CallRail refuses it there, take 'company' instead")),
                    option("companyId", "company_id"),
                    option("search", "search"),
                    option("sort", "sort", "name"),
                    option("order", "order", "asc", "desc"),
                    filter("type", "session", "source"),
                    filter("status", "active", "disabled"))
            .orderedBy(Order.ascending("name"));

    private static final Report TAGS = Report.list(
                    "tags",
                    "/a/{account}/tags.json",
                    "tags",
                    Fields.fixed(
                            "id",
                            "name",
                            "tag_level",
                            "color",
                            "background_color",
                            "company_id",
                            "status",
                            "created_at"),
                    option("companyId", "company_id"),
                    option("sort", "sort", "name"),
                    option("order", "order", "asc", "desc"),
                    filter("status", "enabled", "disabled"),
                    filter("tag_level", "company", "account"))
            .orderedBy(Order.ascending("name"));

    private static final Report NOTIFICATIONS = Report.list(
            "notifications",
            "/a/{account}/notifications.json",
            "notifications",
            Fields.fixed(
                    "id",
                    "user_id",
                    "email",
                    "agent_id",
                    "agent_name",
                    "alert_type",
                    "call_enabled",
                    "sms_enabled",
                    "send_desktop",
                    "send_email",
                    "send_push",
                    "company_id",
                    "company_name",
                    "tracker_id",
                    "tracker_name",
                    "name"),
            option("userId", "user_id"),
            filter("notification_type", "send_desktop", "send_email", "send_push"),
            filter("email"));

    private static final Report CALLER_IDS = Report.list(
            "caller-ids",
            "/a/{account}/caller_ids.json",
            "caller_ids",
            Fields.fixed("id", "phone_number", "name", "company_id", "verified", "created_at", "validation_code"),
            option("companyId", "company_id").needed());

    private static final Report SUMMARY_EMAILS = Report.list(
            "summary-emails",
            // The only list that is documented without a suffix.
            "/a/{account}/summary_emails",
            "summary_emails",
            Fields.fixed("id", "scope", "frequency", "config", "user", "email", "filters"),
            option("companyId", "company_id"),
            option("userId", "user_id"),
            filter("frequency", "daily", "weekly", "monthly").orSeveral(),
            filter("email"));

    private static final Report INTEGRATIONS = Report.list(
            "integrations",
            "/a/{account}/integrations.json",
            "integrations",
            Fields.adding(List.of("id", "type", "state", "config"), List.of("signing_key"))
                    .keepingSecret("signing_key"),
            option("companyId", "company_id").needed());

    private static final Report INTEGRATION_FILTERS = Report.list(
            "integration-filters",
            "/a/{account}/integration_triggers.json",
            "integration_criteria",
            Fields.fixed(
                    "id",
                    "company_id",
                    "integration_id",
                    "tracker_ids",
                    "call_type",
                    "min_duration",
                    "max_duration",
                    "lead_status",
                    "integration"),
            option("companyId", "company_id").needed());

    static final List<Report> ROWS =
            List.of(TRACKERS, TAGS, NOTIFICATIONS, CALLER_IDS, SUMMARY_EMAILS, INTEGRATIONS, INTEGRATION_FILTERS);

    private SettingReports() {}
}
