package io.github.camelcallrail.catalogue;

import static io.github.camelcallrail.catalogue.Parameter.filter;
import static io.github.camelcallrail.catalogue.Parameter.id;
import static io.github.camelcallrail.catalogue.Parameter.option;
import static io.github.camelcallrail.catalogue.Parameter.sorting;

import io.github.camelcallrail.catalogue.Report.Mark;
import java.util.List;
import java.util.Map;

/**
 * The settings of an account. Sources: apidocs.callrail.com, "Trackers", "Tags", "Notifications", "Outbound Caller
 * IDs", "Summary Emails", "Integrations", "Integration Filters"; that CallRail rejects {@code company_id} on trackers,
 * and does not let many accounts read some reports, was observed on the live service by third parties.
 */
final class SettingReports {

    private static final Report TRACKERS = Report.list(
                    "trackers",
                    "/a/{account}/trackers.json",
                    "trackers",
                    Fields.adding(SettingFields.TRACKERS, SettingFields.TRACKERS_ON_REQUEST)
                            .rejecting(Map.of("company_id", "CallRail rejects it on trackers; use 'company' instead")),
                    id("companyId", "company_id"),
                    option("search", "search"),
                    sorting("sort", "sort", "name"),
                    sorting("order", "order", "asc", "desc"),
                    filter("type", "session", "source"),
                    filter("status", "active", "disabled"))
            .orderedBy(SortOrder.ascending("name"))
            .readableById(ObjectKind.TRACKER, "/a/{account}/trackers/{id}.json");

    private static final Report TAGS = Report.list(
                    "tags",
                    "/a/{account}/tags.json",
                    "tags",
                    Fields.fixed(SettingFields.TAGS),
                    id("companyId", "company_id"),
                    sorting("sort", "sort", "name"),
                    sorting("order", "order", "asc", "desc"),
                    filter("status", "enabled", "disabled"),
                    filter("tag_level", "company", "account"))
            .orderedBy(SortOrder.ascending("name"))
            // Not documented, but third-party clients use it.
            .readableById(ObjectKind.TAG, "/a/{account}/tags/{id}.json");

    private static final Report NOTIFICATIONS = Report.list(
            "notifications",
            "/a/{account}/notifications.json",
            "notifications",
            Fields.fixed(SettingFields.NOTIFICATIONS),
            id("userId", "user_id"),
            filter("notification_type", "send_desktop", "send_email", "send_push"),
            filter("email"));

    private static final Report CALLER_IDS = Report.list(
                    "caller-ids",
                    "/a/{account}/caller_ids.json",
                    "caller_ids",
                    Fields.fixed(SettingFields.CALLER_IDS),
                    id("companyId", "company_id").needed())
            .marked(Mark.FORBIDDEN_TO_MANY)
            .readableById(ObjectKind.CALLER_ID, "/a/{account}/caller_ids/{id}.json");

    private static final Report SUMMARY_EMAILS = Report.list(
                    "summary-emails",
                    // The only list that is documented without a suffix.
                    "/a/{account}/summary_emails",
                    "summary_emails",
                    Fields.fixed(SettingFields.SUMMARY_EMAILS),
                    id("companyId", "company_id"),
                    id("userId", "user_id"),
                    filter("frequency", "daily", "weekly", "monthly").orSeveral(),
                    filter("email"))
            .readableById(ObjectKind.SUMMARY_EMAIL, "/a/{account}/summary_emails/{id}.json");

    private static final Report INTEGRATIONS = Report.list(
                    "integrations",
                    "/a/{account}/integrations.json",
                    "integrations",
                    Fields.adding(SettingFields.INTEGRATIONS, SettingFields.INTEGRATIONS_ON_REQUEST)
                            .keepingSecret("signing_key"),
                    id("companyId", "company_id").needed())
            .readableById(ObjectKind.INTEGRATION, "/a/{account}/integrations/{id}.json");

    private static final Report INTEGRATION_FILTERS = Report.list(
                    "integration-filters",
                    "/a/{account}/integration_triggers.json",
                    "integration_criteria",
                    Fields.fixed(SettingFields.INTEGRATION_FILTERS),
                    id("companyId", "company_id").needed())
            .marked(Mark.ONLY_IN_VERSION_3, Mark.FORBIDDEN_TO_MANY)
            .readableById(ObjectKind.INTEGRATION_FILTER, "/a/{account}/integration_triggers/{id}.json");

    static final List<Report> REPORTS =
            List.of(TRACKERS, TAGS, NOTIFICATIONS, CALLER_IDS, SUMMARY_EMAILS, INTEGRATIONS, INTEGRATION_FILTERS);

    private SettingReports() {}
}
