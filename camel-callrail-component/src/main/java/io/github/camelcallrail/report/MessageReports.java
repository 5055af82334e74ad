package io.github.camelcallrail.report;

import static io.github.camelcallrail.report.Parameter.option;

import io.github.camelcallrail.window.Precision;
import java.util.List;

/**
 * Text messages. Sources: apidocs.callrail.com, "Listing All Conversations", "Listing SMS Threads", "Message Flows". Neither
 * list can be sorted: both come with the latest message first.
 */
final class MessageReports {

    private static final Report CONVERSATIONS = Report.list(
                    "conversations",
                    "/a/{account}/text-messages.json",
                    "conversations",
                    Fields.adding(
                            List.of(
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
                                    "recent_messages"),
                            List.of("lead_status", "source")),
                    option("companyId", "company_id"),
                    option("search", "search"))
            .dated(Precision.MINUTE, "last_message_at");

    private static final Report SMS_THREADS = Report.list(
                    "sms-threads",
                    "/a/{account}/sms-threads.json",
                    "sms_threads",
                    Fields.adding(
                            List.of(
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
                                    "company_time_zone"),
                            List.of(
                                    "last_message_at",
                                    "formatted_customer_phone_number",
                                    "formatted_initial_tracking_number",
                                    "formatted_current_tracking_number",
                                    "formatted_customer_name")),
                    option("companyId", "company_id"),
                    option("search", "search"))
            .dated(Precision.DAY, "last_message_at");

    private static final Report MESSAGE_FLOWS = Report.list(
            "message-flows",
            "/a/{account}/message-flows.json",
            "message-flows",
            Fields.fixed("id", "name", "updated_at", "tracker_ids"),
            option("companyId", "company_id"));

    static final List<Report> ROWS = List.of(CONVERSATIONS, SMS_THREADS, MESSAGE_FLOWS);

    private MessageReports() {}
}
