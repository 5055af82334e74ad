package io.github.camelcallrail.catalogue;

import static io.github.camelcallrail.catalogue.Parameter.filter;
import static io.github.camelcallrail.catalogue.Parameter.flag;
import static io.github.camelcallrail.catalogue.Parameter.id;
import static io.github.camelcallrail.catalogue.Parameter.option;
import static io.github.camelcallrail.catalogue.Parameter.sorting;

import io.github.camelcallrail.catalogue.Report.Mark;
import java.util.List;

/**
 * Accounts, companies, users and leads. Sources: apidocs.callrail.com, "Accounts", "Companies", "Users", "Leads"; the
 * accepted and unasked fields are third parties' observations of the live service.
 */
final class AccountReports {

    static final Report ACCOUNTS = Report.list(
                    "accounts",
                    "/a.json",
                    "accounts",
                    Fields.adding(AccountFields.ACCOUNTS, AccountFields.ACCOUNTS_ON_REQUEST)
                            .alsoAccepting("masked_id", "ten_dlc_effective_date")
                            .alsoReturning("inbound_recording_enabled", "created_at"),
                    sorting("sort", "sort", "name"),
                    sorting("order", "order", "asc", "desc"),
                    flag("hipaa_account"))
            .orderedBy(SortOrder.ascending("name"))
            .readableById(ObjectKind.ACCOUNT, "/a/{id}.json");

    static final Report COMPANIES = Report.list(
                    "companies",
                    "/a/{account}/companies.json",
                    "companies",
                    Fields.adding(AccountFields.COMPANIES, AccountFields.COMPANIES_ON_REQUEST)
                            .alsoReturning("masked_id"),
                    option("search", "search"),
                    sorting("sort", "sort", "name"),
                    sorting("order", "order", "asc", "desc"),
                    filter("status", "active", "disabled"))
            .orderedBy(SortOrder.ascending("name"))
            .readableById(ObjectKind.COMPANY, "/a/{account}/companies/{id}.json");

    private static final Report USERS = Report.list(
                    "users",
                    "/a/{account}/users.json",
                    "users",
                    Fields.fixed(AccountFields.USERS),
                    id("companyId", "company_id"),
                    option("search", "search"),
                    sorting("sort", "sort", "email", "created_at"),
                    sorting("order", "order", "asc", "desc"))
            .orderedBy(SortOrder.ascending("created_at"))
            .readableById(ObjectKind.USER, "/a/{account}/users/{id}.json");

    private static final Report LEADS = Report.list(
                    "leads",
                    "/a/{account}/leads.json",
                    "leads",
                    Fields.selecting(AccountFields.LEADS),
                    id("companyId", "company_id"),
                    sorting("sort", "sort", "created_at", "name", "email"),
                    sorting("order", "order", "asc", "desc"))
            .orderedBy(SortOrder.ascending("created_at"))
            .marked(Mark.ONLY_IN_VERSION_3);

    static final Report LEAD_TIMELINE = Report.list(
                    "lead-timeline",
                    "/a/{account}/leads/{id}/timeline.json",
                    "timeline",
                    Fields.fixed(AccountFields.LEAD_TIMELINE),
                    id("id", "id", ObjectKind.LEAD))
            .ofParent(
                    new ChildKey(
                            Field.text("lead_id", "ID of the lead. Computed by this component."),
                            // Several milestones may have the ID of the call that reached them.
                            List.of(),
                            List.of("type", "id", "event_date")),
                    Report.USUAL_MAX_PAGE_SIZE);

    static final List<Report> REPORTS = List.of(ACCOUNTS, COMPANIES, USERS, LEADS);

    private AccountReports() {}
}
