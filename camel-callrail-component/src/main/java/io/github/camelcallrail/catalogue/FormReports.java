package io.github.camelcallrail.catalogue;

import static io.github.camelcallrail.catalogue.Parameter.filter;
import static io.github.camelcallrail.catalogue.Parameter.id;
import static io.github.camelcallrail.catalogue.Parameter.option;
import static io.github.camelcallrail.catalogue.Parameter.sorting;

import io.github.camelcallrail.catalogue.Report.Mark;
import io.github.camelcallrail.window.DatePrecision;
import java.util.List;
import java.util.Map;

/**
 * Form submissions and their summary. Sources: apidocs.callrail.com, "Listing All Form Submissions", "Summarizing Form
 * Submissions Data"; the accepted and rejected fields are third parties' observations of the live service.
 */
final class FormReports {

    private static final Report FORM_SUBMISSIONS = Report.list(
                    "form-submissions",
                    "/a/{account}/form_submissions.json",
                    "form_submissions",
                    Fields.adding(FormFields.DEFAULTS, FormFields.ON_REQUEST)
                            .alsoAccepting("detail_tags", "person_email", "blocked_number")
                            .rejecting(Map.of(
                                    "utm_term",
                                    "CallRail rejects it on forms",
                                    "utm_content",
                                    "CallRail rejects it on forms",
                                    "source_name",
                                    "CallRail rejects it on forms; use 'source' instead",
                                    "referrer_domain",
                                    "CallRail rejects it on forms; use 'referring_url' instead"))
                            // It describes the person, not the form.
                            .changingByThemselves("milestones.last_touch"),
                    id("companyId", "company_id"),
                    sorting("sort", "sort", "submitted_at", "form_url", "created_at"),
                    sorting("order", "order", "asc", "desc"),
                    filter("person_lead", "true"),
                    filter("lead_status", "good_lead", "not_a_lead", "not_scored"),
                    filter("tags").orSeveral())
            .dated(DatePrecision.MINUTE, "submitted_at")
            .orderedBy(SortOrder.oldestFirst("submitted_at"))
            // Not documented, but third-party clients use it.
            .readableById(ObjectKind.FORM_SUBMISSION, "/a/{account}/form_submissions/{id}.json");

    private static final Report FORMS_SUMMARY = Report.computed(
                    "forms-summary",
                    "/a/{account}/forms/summary.json",
                    Report.Shape.SUMMARY,
                    "grouped_results",
                    Fields.metrics(MetricFields.FORMS),
                    List.of(
                            id("companyId", "company_id"),
                            option(
                                    "groupBy",
                                    "group_by",
                                    "source",
                                    "keywords",
                                    "campaign",
                                    "referrer",
                                    "landing_page",
                                    "form_name",
                                    "company"),
                            filter("tags").orSeveral(),
                            filter("custom_form_ids").orSeveral(),
                            // Spelt like this in the documentation.
                            filter("form_URL"),
                            filter("lead_status", "good_lead", "not_a_lead", "not_scored")))
            .marked(Mark.ONLY_IN_VERSION_3);

    static final List<Report> REPORTS = List.of(FORM_SUBMISSIONS, FORMS_SUMMARY);

    private FormReports() {}
}
