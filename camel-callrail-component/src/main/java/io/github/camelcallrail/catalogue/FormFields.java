package io.github.camelcallrail.catalogue;

import static io.github.camelcallrail.catalogue.Field.flag;
import static io.github.camelcallrail.catalogue.Field.list;
import static io.github.camelcallrail.catalogue.Field.number;
import static io.github.camelcallrail.catalogue.Field.object;
import static io.github.camelcallrail.catalogue.Field.text;
import static io.github.camelcallrail.catalogue.Field.time;

import java.util.List;

/**
 * The fields of form submissions. Source: apidocs.callrail.com, "Form Submissions"; for value and tags see
 * {@link CallFields}.
 */
final class FormFields {

    static final List<Field> DEFAULTS = List.of(
            text("id", "ID of the submission."),
            text("company_id", "ID of the company; starts with COM."),
            text("person_id", "ID of the person, which starts with PER, or anonymous."),
            object("form_data", "What was filled in, name to value; the form defines the names."),
            text("form_url", "Page with the form."),
            text("landing_page_url", "First page of the visit."),
            text("referrer", "Name of the source, such as google_paid."),
            text("referring_url", "Page that the visitor came from."),
            time("submitted_at", "When the form was submitted."),
            flag("first_form", "Whether it was the person's first form."),
            text("customer_phone_number", "Number in the form, with country code."),
            text("customer_name", "Name in the form."),
            text("customer_email", "E-mail address in the form."),
            text("formatted_customer_phone_number", "customer_phone_number, formatted for display."),
            text("formatted_customer_name", "customer_name, formatted for display."),
            text("source", "Source of the visit."),
            text("keywords", "Search keywords of the visit."),
            text("campaign", "Campaign of the visit."),
            text("medium", "Medium of the visit."));

    static final List<Field> ON_REQUEST = List.of(
            text("company_name", "Name of the company."),
            text("form_name", "Name of the form."),
            text("lead_status", "good_lead, not_a_lead, previously_marked_good_lead, or null if not scored."),
            object("milestones", "first_touch, lead_created, qualified and last_touch, each with its attribution."),
            text("note", "Note that a user wrote."),
            list("tags", "Tags of the submission; names, or objects with id, name and colour."),
            text("timeline_url", "Page of the person's timeline."),
            text("utm_campaign", "UTM campaign of the visit."),
            text("utm_medium", "UTM medium of the visit."),
            text("utm_source", "UTM source of the visit."),
            number("value", "Value of the submission; text in some responses."));

    private FormFields() {}
}
