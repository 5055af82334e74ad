package io.github.camelcallrail.catalogue;

import static io.github.camelcallrail.catalogue.Field.any;
import static io.github.camelcallrail.catalogue.Field.flag;
import static io.github.camelcallrail.catalogue.Field.identifier;
import static io.github.camelcallrail.catalogue.Field.integer;
import static io.github.camelcallrail.catalogue.Field.objects;
import static io.github.camelcallrail.catalogue.Field.text;
import static io.github.camelcallrail.catalogue.Field.time;

import java.util.List;

/**
 * The fields of accounts, companies and people. Sources: apidocs.callrail.com, "Accounts", "Companies", "Users",
 * "Leads".
 */
final class AccountFields {

    static final List<Field> ACCOUNTS = List.of(
            text("id", "ID of the account; starts with ACC."),
            text("name", "Name of the account."),
            flag("outbound_recording_enabled", "Whether outbound calls are recorded."),
            flag("hipaa_account", "Whether the account is subject to HIPAA, the rules for health data."));

    static final List<Field> ACCOUNTS_ON_REQUEST = List.of(integer("numeric_id", "ID of the account as a number."));

    static final List<Field> COMPANIES = List.of(
            text("id", "ID of the company; starts with COM."),
            text("name", "Name of the company."),
            text("status", "active or disabled."),
            text("time_zone", "Time zone of the company."),
            time("created_at", "When the company was created."),
            time("disabled_at", "When it was disabled; null while it is active."),
            flag("dni_active", "Whether numbers are swapped on the website; null if the script was never installed."),
            text("script_url", "URL of the script for the website, without a protocol."),
            flag("callscore_enabled", "Whether CallScore is on."),
            flag("lead_scoring_enabled", "Whether lead scoring is on."),
            any("swap_exclude_jquery", "Setting of the script, deprecated; its type is not certain."),
            any("swap_ppc_override", "Setting of number swapping; its type is not certain."),
            text("swap_landing_override", "Setting of number swapping."),
            integer(
                    "swap_cookie_duration",
                    "How long the cookie for number swapping lasts, in swap_cookie_duration_unit."),
            text("swap_cookie_duration_unit", "months, weeks or days."),
            flag("callscribe_enabled", "Whether CallScribe is on."),
            flag("keyword_spotting_enabled", "Whether keywords are spotted; deprecated."),
            flag("form_capture", "Whether forms are captured."));

    static final List<Field> COMPANIES_ON_REQUEST =
            List.of(objects("verified_caller_ids", "Outbound caller IDs, each with name and phone_number."));

    static final List<Field> USERS = List.of(
            text("id", "ID of the user; starts with USR."),
            text("email", "E-mail address of the user."),
            time("created_at", "When the user was created."),
            text("role", "admin, manager or reporting."),
            text("first_name", "First name."),
            text("last_name", "Last name."),
            text("name", "First and last name."),
            flag("accepted", "Whether the user has accepted the invitation."),
            objects("companies", "Companies that the user can see, each with id and name."));

    static final List<Field> LEADS = List.of(
            text("id", "ID of the lead as a person; starts with PER."),
            text("name", "Name of the lead."),
            text("phone", "Phone number of the lead."),
            text("email", "E-mail address of the lead."),
            time("created_at", "When the lead was created."),
            text("company_id", "ID of the company; starts with COM."),
            text("company_name", "Name of the company."));

    /** Each type of event has more fields of its own. */
    static final List<Field> LEAD_TIMELINE = List.of(
            identifier("id", "ID of the event: of the call, the form submission, the message or the chat."),
            text("type", "call, form_submission, sms, chat or milestone."),
            time("event_date", "When the event happened."));

    private AccountFields() {}
}
