package io.github.camelcallrail.catalogue;

import static io.github.camelcallrail.catalogue.Field.any;
import static io.github.camelcallrail.catalogue.Field.flag;
import static io.github.camelcallrail.catalogue.Field.identifier;
import static io.github.camelcallrail.catalogue.Field.integer;
import static io.github.camelcallrail.catalogue.Field.object;
import static io.github.camelcallrail.catalogue.Field.text;
import static io.github.camelcallrail.catalogue.Field.texts;
import static io.github.camelcallrail.catalogue.Field.time;

import java.util.List;

/**
 * The fields of the settings of an account. Sources: apidocs.callrail.com, "Trackers", "Tags", "Notifications",
 * "Outbound Caller IDs", "Summary Emails", "Integrations", "Integration Filters".
 */
final class SettingFields {

    static final List<Field> TRACKERS = List.of(
            text("id", "ID of the tracker; starts with TRK."),
            text("name", "Name of the tracker."),
            text("type", "source for one number, session for a pool of them."),
            text("status", "active or disabled."),
            text("destination_number", "Number that calls are routed to, with country code."),
            texts("tracking_numbers", "Numbers of the tracker, with country code."),
            text("whisper_message", "What the person who answers hears before the call."),
            flag("sms_enabled", "Whether text messages are accepted."),
            flag("sms_supported", "Whether the number can receive text messages."),
            object("company", "Company of the tracker, with id and name."),
            object("call_flow", "How calls are routed; its content depends on its type."),
            any("message_flow", "How text messages are answered; an object or an array, not certain."),
            object("source", "What is tracked; its content depends on its type."),
            time("created_at", "When the tracker was created."),
            time("disabled_at", "When it was disabled; null while it is active."));

    static final List<Field> TRACKERS_ON_REQUEST = List.of(
            text("campaign_name", "Campaign of the tracker; only for trackers of type source."),
            texts("swap_targets", "Numbers on the website that are replaced."));

    static final List<Field> TAGS = List.of(
            identifier("id", "ID of the tag; an integer, text in some responses."),
            text("name", "Name of the tag."),
            text("tag_level", "company or account."),
            text("color", "Name of the tag's colour."),
            text("background_color", "Name of the tag's background colour."),
            text("company_id", "ID of the company; null for tags of the account."),
            text("status", "enabled or disabled."),
            time("created_at", "When the tag was created."));

    static final List<Field> NOTIFICATIONS = List.of(
            integer("id", "ID of the notification."),
            text("user_id", "User who is notified."),
            text("email", "Address that is notified."),
            identifier("agent_id", "Agent whose calls it is about; its type is not certain.")
                    .inWritesOnly(),
            text("agent_name", "Name of that agent.").inWritesOnly(),
            text("alert_type", "all, first_call, missed_and_vm, vm_only, or another name."),
            flag("call_enabled", "Whether calls notify."),
            flag("sms_enabled", "Whether text messages notify."),
            flag("send_desktop", "Whether it is shown on the desktop."),
            flag("send_email", "Whether it is sent by e-mail."),
            flag("send_push", "Whether it is pushed to the phone."),
            text("company_id", "Company that it is about; null for all."),
            text("company_name", "Name of that company.").inWritesOnly(),
            text("tracker_id", "Tracker that it is about; null for all."),
            text("tracker_name", "Name of that tracker.").inWritesOnly(),
            text("name", "Name of the notification."));

    static final List<Field> CALLER_IDS = List.of(
            integer("id", "ID of the caller ID."),
            text("phone_number", "Number that is shown."),
            text("name", "Name of the caller ID."),
            text("company_id", "ID of the company; starts with COM."),
            flag("verified", "Whether the number was verified."),
            time("created_at", "When the caller ID was created."),
            text("validation_code", "Code that verifies the number."));

    static final List<Field> SUMMARY_EMAILS = List.of(
            text("id", "ID of the subscription; starts with CSS."),
            object("scope", "Company or account that is summarized, with id, type and name."),
            texts("frequency", "daily, weekly, monthly."),
            object("config", "What the e-mail includes, each as true or false."),
            object("user", "User who receives it, with id, name and email."),
            text("email", "Address that receives it."),
            object("filters", "Which calls are included, by lead_status.").inWritesOnly());

    static final List<Field> INTEGRATIONS = List.of(
            integer("id", "ID of the integration."),
            text("type", "What is integrated, such as Webhooks or Slack."),
            text("state", "active, disabled, pending or failed."),
            object("config", "Its settings, which may hold keys of other vendors."));

    static final List<Field> INTEGRATIONS_ON_REQUEST = List.of(text("signing_key", "Secret that signs webhooks."));

    static final List<Field> INTEGRATION_FILTERS = List.of(
            integer("id", "ID of the filter."),
            text("company_id", "ID of the company; starts with COM."),
            integer("integration_id", "Integration that it filters for; null for the default filter."),
            texts("tracker_ids", "Trackers whose calls pass."),
            text("call_type", "first_call, vm, missed_and_vm, or null for all."),
            integer("min_duration", "Shortest call that passes, in seconds."),
            integer("max_duration", "Longest call that passes, in seconds."),
            any("lead_status", "Score of the calls that pass; documented as an integer without its meaning."),
            object("integration", "Integration that it filters for, with id and type."));

    private SettingFields() {}
}
