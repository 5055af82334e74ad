package io.github.camelcallrail.catalogue;

import static io.github.camelcallrail.catalogue.Parameter.id;
import static io.github.camelcallrail.catalogue.Parameter.option;

import io.github.camelcallrail.catalogue.Report.Mark;
import io.github.camelcallrail.window.DatePrecision;
import java.util.List;

/**
 * Text messages. Sources: apidocs.callrail.com, "Listing All Conversations", "Listing SMS Threads", "Message Flows".
 * Neither list can be sorted: both return the latest message first. The
 * unasked fields are third parties' observations of the live service.
 */
final class MessageReports {

    private static final Report CONVERSATIONS = Report.list(
                    "conversations",
                    "/a/{account}/text-messages.json",
                    "conversations",
                    Fields.adding(MessageFields.CONVERSATIONS, MessageFields.CONVERSATIONS_ON_REQUEST)
                            .alsoReturning("tracker_name", "company_name"),
                    id("companyId", "company_id"),
                    option("search", "search"))
            .dated(DatePrecision.MINUTE, "last_message_at")
            .marked(Mark.NEWEST_FIRST);

    private static final Report SMS_THREADS = Report.list(
                    "sms-threads",
                    "/a/{account}/sms-threads.json",
                    "sms_threads",
                    Fields.adding(MessageFields.THREADS, MessageFields.THREADS_ON_REQUEST),
                    id("companyId", "company_id"),
                    option("search", "search"))
            .dated(DatePrecision.DAY, "last_message_at")
            .marked(Mark.ONLY_IN_VERSION_3, Mark.NEWEST_FIRST);

    private static final Report MESSAGE_FLOWS = Report.list(
                    "message-flows",
                    "/a/{account}/message-flows.json",
                    "message-flows",
                    Fields.fixed(MessageFields.FLOWS),
                    id("companyId", "company_id"))
            .marked(Mark.ONLY_IN_VERSION_3, Mark.FORBIDDEN_TO_MANY);

    static final List<Report> REPORTS = List.of(CONVERSATIONS, SMS_THREADS, MESSAGE_FLOWS);

    private MessageReports() {}
}
