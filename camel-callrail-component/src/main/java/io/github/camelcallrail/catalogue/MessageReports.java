package io.github.camelcallrail.catalogue;

import static io.github.camelcallrail.catalogue.Parameter.flag;
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

    private static final Fields CONVERSATION_FIELDS = Fields.adding(
                    MessageFields.CONVERSATIONS, MessageFields.CONVERSATIONS_ON_REQUEST)
            .alsoReturning("tracker_name", "company_name");

    private static final Fields THREAD_FIELDS = Fields.adding(MessageFields.THREADS, MessageFields.THREADS_ON_REQUEST);

    private static final Report CONVERSATIONS = Report.list(
                    "conversations",
                    "/a/{account}/text-messages.json",
                    "conversations",
                    CONVERSATION_FIELDS,
                    id("companyId", "company_id"),
                    option("search", "search"))
            .dated(DatePrecision.MINUTE, "last_message_at")
            .marked(Mark.NEWEST_FIRST)
            .readableById(
                    ObjectKind.CONVERSATION, "/a/{account}/text-messages/{id}.json", CONVERSATION_FIELDS, "messages");

    private static final Report SMS_THREADS = Report.list(
                    "sms-threads",
                    "/a/{account}/sms-threads.json",
                    "sms_threads",
                    THREAD_FIELDS,
                    id("companyId", "company_id"),
                    option("search", "search"))
            .dated(DatePrecision.DAY, "last_message_at")
            .marked(Mark.ONLY_IN_VERSION_3, Mark.NEWEST_FIRST)
            .readableById(ObjectKind.THREAD, "/a/{account}/sms-threads/{id}.json", THREAD_FIELDS, "messages");

    private static final Report MESSAGE_FLOWS = Report.list(
                    "message-flows",
                    "/a/{account}/message-flows.json",
                    "message-flows",
                    Fields.fixed(MessageFields.FLOWS),
                    id("companyId", "company_id"))
            .marked(Mark.ONLY_IN_VERSION_3, Mark.FORBIDDEN_TO_MANY)
            .readableById(
                    ObjectKind.MESSAGE_FLOW,
                    "/a/{account}/message-flows/{id}.json",
                    Fields.fixed(MessageFields.SINGLE_FLOW),
                    "");

    static final Report MESSAGES = Report.list(
                    "messages",
                    "/a/{account}/text-messages/{id}.json",
                    "messages",
                    Fields.fixed(MessageFields.MESSAGES),
                    Parameter.id("id", "id", ObjectKind.CONVERSATION))
            .ofParent(
                    new ChildKey(
                            Field.text("conversation_id", "ID of the conversation. Computed by this component."),
                            List.of("id"),
                            List.of("created_at", "direction", "content")),
                    Report.USUAL_MAX_PAGE_SIZE);

    /** At most 100 messages come per page. Source: apidocs.callrail.com, "Retrieving an SMS Thread". */
    static final Report THREAD_MESSAGES = Report.list(
                    "thread-messages",
                    "/a/{account}/sms-threads/{id}.json",
                    "messages",
                    Fields.fixed(MessageFields.THREAD_MESSAGES),
                    Parameter.id("id", "id", ObjectKind.THREAD),
                    flag("with_msg_errors"))
            .ofParent(
                    new ChildKey(
                            Field.text("thread_id", "ID of the SMS thread. Computed by this component."),
                            List.of("id"),
                            List.of("created_at", "direction", "content")),
                    100);

    static final Report MEDIA = Report.file(
            "media",
            "/a/{account}/text-messages/{id}/media/{number}",
            id("id", "id"),
            option("mediaNumber", "number"),
            option("mediaUrl", "url"));

    static final List<Report> REPORTS = List.of(CONVERSATIONS, SMS_THREADS, MESSAGE_FLOWS);

    private MessageReports() {}
}
