package io.github.camelcallrail.catalogue;

import static io.github.camelcallrail.catalogue.Field.identifier;
import static io.github.camelcallrail.catalogue.Field.number;
import static io.github.camelcallrail.catalogue.Field.object;
import static io.github.camelcallrail.catalogue.Field.objects;
import static io.github.camelcallrail.catalogue.Field.text;
import static io.github.camelcallrail.catalogue.Field.texts;
import static io.github.camelcallrail.catalogue.Field.time;

import java.util.List;
import java.util.stream.Stream;

/** The fields of text messages. Sources: apidocs.callrail.com, "Text Messages", "SMS Threads", "Message Flows". */
final class MessageFields {

    static final List<Field> CONVERSATIONS = List.of(
            text("id", "ID of the conversation, a short code."),
            text("company_id", "ID of the company; starts with COM."),
            text("initial_tracker_id", "Tracker that the conversation started with."),
            text("current_tracker_id", "Tracker that it continues with; null if it is the same."),
            text("customer_name", "Customer's name."),
            text("customer_phone_number", "Customer's number, with country code."),
            text("initial_tracking_number", "Number that the conversation started with."),
            text("current_tracking_number", "Number that it continues with."),
            time("last_message_at", "When the latest message was."),
            text("state", "active or archived."),
            text("company_time_zone", "Time zone of the company."),
            text("formatted_customer_phone_number", "customer_phone_number, formatted for display."),
            text("formatted_initial_tracking_number", "initial_tracking_number, formatted for display."),
            text("formatted_current_tracking_number", "current_tracking_number, formatted for display."),
            text("formatted_customer_name", "customer_name, formatted for display."),
            objects("recent_messages", "The latest two messages, newest first."));

    static final List<Field> CONVERSATIONS_ON_REQUEST = List.of(
            text("lead_status", "previously_marked_good_lead, or null."),
            text("source", "Source of the conversation."));

    static final List<Field> THREADS = List.of(
            text("id", "ID of the thread."),
            text("notes", "Notes that a user wrote."),
            texts("tags", "Names of the thread's tags."),
            number("value", "Value of the thread."),
            text("lead_qualification", "good_lead, not_a_lead, or null if not scored."),
            text("company_id", "ID of the company; starts with COM."),
            text("initial_tracker_id", "Tracker that the thread started with."),
            text("current_tracker_id", "Tracker that it continues with."),
            text("customer_name", "Customer's name."),
            text("customer_phone_number", "Customer's number, with country code."),
            text("initial_tracking_number", "Number that the thread started with."),
            text("current_tracking_number", "Number that it continues with."),
            text("state", "active or archived."),
            text("company_time_zone", "Time zone of the company."));

    static final List<Field> THREADS_ON_REQUEST = List.of(
            time("last_message_at", "When the latest message was."),
            text("formatted_customer_phone_number", "customer_phone_number, formatted for display."),
            text("formatted_initial_tracking_number", "initial_tracking_number, formatted for display."),
            text("formatted_current_tracking_number", "current_tracking_number, formatted for display."),
            text("formatted_customer_name", "customer_name, formatted for display."));

    static final List<Field> FLOWS = List.of(
            text("id", "ID of the message flow; starts with MFL."),
            text("name", "Name of the message flow."),
            text("updated_at", "When it was last changed; the format of the time is not documented."),
            texts("tracker_ids", "Trackers that use it."));

    static final List<Field> SINGLE_FLOW = Stream.concat(
                    FLOWS.stream(),
                    Stream.of(
                            text("initial_step_id", "ID of the step that it begins with."),
                            object("steps", "The steps by their ids, each with its type and the next step.")))
            .toList();

    static final List<Field> MESSAGES = List.of(
            identifier("id", "ID of the message; an integer, or text that starts with SCI."),
            text("content", "Text of the message."),
            time("created_at", "When the message was sent or received."),
            text("status", "sent or error; null for incoming messages."),
            text("direction", "incoming or outgoing."),
            text("type", "sms or mms, in any case."),
            texts("media_urls", "Where the attached files are: report media downloads them."),
            object("user", "User who sent it, with id and name."));

    static final List<Field> THREAD_MESSAGES = List.of(
            identifier("id", "ID of the message; starts with SCI."),
            text("content", "Text of the message."),
            time("created_at", "When the message was sent or received."),
            text("status", "sent, failed, or null."),
            text("direction", "incoming or outgoing."),
            text("message_type", "sms or mms."),
            texts("media_urls", "Where the attached files are: report media downloads them."),
            object("error", "Why the message failed; only with filter.with_msg_errors=true."));

    private MessageFields() {}
}
