package io.github.camelcallrail.catalogue;

import static io.github.camelcallrail.catalogue.Field.any;
import static io.github.camelcallrail.catalogue.Field.flag;
import static io.github.camelcallrail.catalogue.Field.identifier;
import static io.github.camelcallrail.catalogue.Field.integer;
import static io.github.camelcallrail.catalogue.Field.list;
import static io.github.camelcallrail.catalogue.Field.number;
import static io.github.camelcallrail.catalogue.Field.object;
import static io.github.camelcallrail.catalogue.Field.objects;
import static io.github.camelcallrail.catalogue.Field.text;
import static io.github.camelcallrail.catalogue.Field.texts;
import static io.github.camelcallrail.catalogue.Field.time;

import java.util.List;

/**
 * The fields of calls. Sources: apidocs.callrail.com, "Calls", "Listing All Calls"; where it contradicts itself, or
 * what third parties observed on the live service, the type is the wider one and the description says so.
 */
final class CallFields {

    static final List<Field> DEFAULTS = List.of(
            flag("answered", "Whether somebody answered; null while an outbound call is being set up."),
            text("business_phone_number", "Number that the call was routed to, with country code."),
            text(
                    "customer_city",
                    "City that the customer's number belongs to; null for hidden and many other numbers."),
            text(
                    "customer_country",
                    "Country that the customer's number belongs to; null in the same cases as customer_city."),
            text(
                    "customer_name",
                    "Customer's name, from the caller ID or as edited; may be padded with blanks, empty or null."),
            text(
                    "customer_phone_number",
                    "Customer's number, with country code; +1266696687 (ANONYMOUS on a keypad) for every hidden number."),
            text(
                    "customer_state",
                    "State that the customer's number belongs to, as two letters; null in the same cases as customer_city."),
            text("direction", "inbound or outbound."),
            integer("duration", "Length in seconds; null while the call lasts."),
            text("id", "ID of the call; starts with CAL."),
            text(
                    "recording",
                    "URL of the recording in the API, which needs the API key. Some answered calls have none."),
            number(
                    "recording_duration",
                    "Length of the recording in seconds, documented as text, observed as an integer; may exceed duration by a second."),
            text("recording_player", "URL of a page that plays the recording to anyone who has the link."),
            time("start_time", "When the call began; the offset may differ from record to record."),
            text("tracking_phone_number", "Number that was dialled, with country code."),
            flag("voicemail", "Whether the caller left a voicemail."));

    static final List<Field> ON_REQUEST = List.of(
            // In the documentation's samples of defaults, but listed as on request, and not observed without a request.
            text("agent_email", "Address of the user who answered."),
            texts("call_highlights", "Key phrases from the transcript."),
            text("call_summary", "Summary of what was said; null if there is none."),
            text("call_type", "answered, missed, voicemail, voicemail_transcription, abandonded (spelt like this), …"),
            text("campaign", "Campaign of the first touch."),
            text("company_id", "ID of the company; starts with COM."),
            text("company_name", "Name of the company."),
            text("company_time_zone", "Time zone of the company."),
            time(
                    "created_at",
                    "When CallRail created the record: from just before the call began to some seconds after."),
            object("custom", "Captured cookies, name to value; session trackers only."),
            text("device_type", "mobile or desktop."),
            text("fbclid", "Facebook click ID."),
            flag("first_call", "Whether it was the customer's first call."),
            text("formatted_business_phone_number", "business_phone_number, formatted for display."),
            text("formatted_call_type", "call_type, formatted for display."),
            text("formatted_customer_location", "City, state or country of the customer, formatted for display."),
            text("formatted_customer_name", "customer_name, formatted for display."),
            text("formatted_customer_name_or_phone_number", "Customer's name, or the number if there is no name."),
            text("formatted_customer_phone_number", "customer_phone_number, formatted for display."),
            text("formatted_duration", "duration, formatted for display."),
            text("formatted_tracking_phone_number", "tracking_phone_number, formatted for display."),
            text("formatted_tracking_source", "Source, formatted for display."),
            text("formatted_value", "value, formatted for display; a dash if there is none."),
            text("ga", "Google Analytics ID of the visitor."),
            text("gclid", "Google click ID."),
            identifier("good_lead_call_id", "ID of the call that made the customer a good lead; text or an integer."),
            text("good_lead_call_time", "Time of that call; its format is not documented."),
            any(
                    "keypad_entries",
                    "What was entered on the keypad; an array of name and value, according to the documentation."),
            text("keywords", "Search keywords of the visit."),
            objects("keywords_spotted", "Keywords heard in the call, each with who said it and when."),
            text("landing_page_url", "First page of the visit."),
            text("last_requested_url", "Last page before the call."),
            // These two were observed in every response without a request; requesting them is right either way.
            text("lead_explanation", "Why the call got its score; renewed with lead_score."),
            text(
                    "lead_score",
                    "Score of the call: a number as text, such as 45, or null; documented as words. Renewed when the customer calls again."),
            text("lead_status", "good_lead, not_a_lead, previously_marked_good_lead, or null if not scored."),
            text("medium", "Medium of the first touch."),
            object("milestones", "first_touch, lead_created, qualified and last_touch, each with its attribution."),
            text("msclkid", "Microsoft click ID."),
            text("note", "Note that a user wrote."),
            text("person_id", "ID of the customer as a person; starts with PER."),
            integer("prior_calls", "Number of earlier calls of the customer."),
            text("referrer_domain", "Domain that the visitor came from."),
            text("referring_url", "Page that the visitor came from."),
            text("sentiment", "Sentiment of the call; needs a premium plan."),
            text("session_uuid", "ID of the web session."),
            text("source", "Source of the first touch; may be null or end with a blank."),
            text("source_name", "Name of the source, as set on the tracker."),
            any(
                    "speaker_percent",
                    "Shares of agent and customer in the conversation; an object or an array, not certain."),
            list("tags", "Tags of the call; names, or objects with id, name and colour."),
            text("timeline_url", "Page of the customer's timeline."),
            integer("total_calls", "Number of calls of the customer up to now."),
            text("tracker_id", "ID of the tracker; starts with TRK."),
            text("transcription", "What was said, as text; needs a premium plan."),
            text("utm_campaign", "UTM campaign of the visit."),
            text("utm_content", "UTM content of the visit."),
            text("utm_medium", "UTM medium of the visit."),
            text("utm_source", "UTM source of the visit."),
            text("utm_term", "UTM term of the visit."),
            number("value", "Value of the call; text in some responses."),
            object(
                    "voice_assist_message",
                    "Message to the voice assistant: contents, overrides, recorded_at and urgency, and undocumented members."),
            texts("waveforms", "Two links to the waveform of the recording; only if there is a recording."),
            texts("zip_code", "Postal codes; often empty."));

    /**
     * The list rejects them, or has them with another type. Source: apidocs.callrail.com, "Retrieving a Single Call".
     */
    static final Field[] OF_SINGLE_CALL = {
        any("call_summary", "Summary of what was said: an array of texts, or text; null if there is none."),
        any(
                "conversational_transcript",
                "What was said, phrase by phrase, with speaker and start; an array, or text with its JSON. Needs a premium"
                        + " plan."),
        objects("integration_data", "What integrations know about the call, each with integration and data.")
    };

    static final List<Field> PAGE_VIEWS = List.of(
            text("referrer_url", "URL of the page with the link that was followed; null if there was none."),
            text("page_url", "URL of the page."),
            time("created_at", "When the page was viewed."));

    private CallFields() {}
}
