package io.github.camelcallrail.report;

import static io.github.camelcallrail.report.Parameter.filter;
import static io.github.camelcallrail.report.Parameter.flag;
import static io.github.camelcallrail.report.Parameter.option;

import java.util.List;

/**
 * Accounts, companies, and the people of both. Sources: apidocs.callrail.com, "Accounts", "Companies", "Users", "Leads".
 */
final class AccountReports {

    static final Report ACCOUNTS = Report.list(
                    "accounts",
                    "/a.json",
                    "accounts",
                    Fields.adding(
                            List.of("id", "name", "outbound_recording_enabled", "hipaa_account"),
                            List.of("numeric_id")),
                    option("sort", "sort", "name"),
                    option("order", "order", "asc", "desc"),
                    flag("hipaa_account"))
            .orderedBy(Order.ascending("name"));

    static final Report COMPANIES = Report.list(
                    "companies",
                    "/a/{account}/companies.json",
                    "companies",
                    Fields.adding(
                            List.of(
                                    "id",
                                    "name",
                                    "status",
                                    "time_zone",
                                    "created_at",
                                    "disabled_at",
                                    "dni_active",
                                    "script_url",
                                    "callscore_enabled",
                                    "lead_scoring_enabled",
                                    "swap_exclude_jquery",
                                    "swap_ppc_override",
                                    "swap_landing_override",
                                    "swap_cookie_duration",
                                    "swap_cookie_duration_unit",
                                    "callscribe_enabled",
                                    "keyword_spotting_enabled",
                                    "form_capture"),
                            List.of("verified_caller_ids")),
                    option("search", "search"),
                    option("sort", "sort", "name"),
                    option("order", "order", "asc", "desc"),
                    filter("status", "active", "disabled"))
            .orderedBy(Order.ascending("name"));

    private static final Report USERS = Report.list(
                    "users",
                    "/a/{account}/users.json",
                    "users",
                    Fields.fixed(
                            "id",
                            "email",
                            "created_at",
                            "role",
                            "first_name",
                            "last_name",
                            "name",
                            "accepted",
                            "companies"),
                    option("companyId", "company_id"),
                    option("search", "search"),
                    option("sort", "sort", "email", "created_at"),
                    option("order", "order", "asc", "desc"))
            .orderedBy(Order.ascending("created_at"));

    private static final Report LEADS = Report.list(
                    "leads",
                    "/a/{account}/leads.json",
                    "leads",
                    Fields.selecting(
                            List.of("id", "name", "phone", "email", "created_at", "company_id", "company_name")),
                    option("companyId", "company_id"),
                    option("sort", "sort", "created_at", "name", "email"),
                    option("order", "order", "asc", "desc"))
            .orderedBy(Order.ascending("created_at"));

    static final List<Report> ROWS = List.of(ACCOUNTS, COMPANIES, USERS, LEADS);

    private AccountReports() {}
}
