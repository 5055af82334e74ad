package io.github.camelcallrail.reader;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.catalogue.ReportCatalogue;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.query.FieldSelection;
import io.github.camelcallrail.query.QueryOptions;
import io.github.camelcallrail.query.ReportPlan;
import io.github.camelcallrail.query.ReportQuery;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.window.TimeZones;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Looks up the accounts that an API key can see, and their companies with their time zones; {@link DailyLists} caches
 * both. Thread-safe.
 */
final class AccountDirectory {

    private static final String ACCOUNTS = "";
    private static final String COMPANIES = "companies";
    private static final int MAX_LISTED = 20;
    private static final QueryOptions DEFAULT_FIELDS =
            new QueryOptions(Map.of("fields", List.of(FieldSelection.API_DEFAULT)));

    private final DailyLists lists;
    private final Function<ReportQuery, List<CallRailRecord>> read;
    private final Clock clock;

    /** @param read reads all records of a query */
    AccountDirectory(DailyLists lists, Function<ReportQuery, List<CallRailRecord>> read, Clock clock) {
        this.lists = requireNonNull(lists, "lists is null");
        this.read = requireNonNull(read, "read is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /**
     * The only account that the key can see.
     *
     * @param report the report that needs it, for messages
     * @throws CallRailFailure of kind CONFIGURATION that lists the accounts if there are several
     */
    String onlyAccount(Report report) {
        List<CallRailRecord> accounts = accounts(
                "Report 'accounts' was read only to find the account of report '%s'. With option 'accountId' set,"
                                .formatted(report)
                        + " it is not needed.");
        if (accounts.size() == 1) {
            return accounts.get(0).id();
        }
        throw CallRailFailure.configuration(
                accounts.isEmpty()
                        ? "Option 'accountId' is not set, and the API key cannot see any account."
                        : "Option 'accountId' is not set, and the API key can see %s accounts. Set it to one of: %s; or to * for all of them."
                                .formatted(accounts.size(), names(accounts)));
    }

    /**
     * The ids of all accounts that the key can see, in CallRail's order.
     *
     * @param report the report that is read in all of them, for messages
     */
    List<String> allAccounts(Report report) {
        return ids(accounts(
                "Report 'accounts' was read to find the accounts of report '%s', because option 'accountId' is *."
                        .formatted(report)));
    }

    /**
     * The ids of all companies of an account that the key can see, in CallRail's order.
     *
     * @param report the report that is read for each of them, for messages
     */
    List<String> allCompanies(String account, Report report) {
        return ids(explainFailure(
                "Report 'companies' was read to find the companies of report '%s', as option 'companyId' requires."
                        .formatted(report),
                () -> list(account, COMPANIES)));
    }

    private List<CallRailRecord> accounts(String why) {
        return explainFailure(why, () -> list(ACCOUNTS, "accounts"));
    }

    private static List<String> ids(List<CallRailRecord> records) {
        return records.stream().map(CallRailRecord::id).toList();
    }

    /**
     * The companies of an account that the key can see.
     *
     * @param report the report whose days need their time zone, for messages
     */
    List<CallRailRecord> companies(String account, Report report) {
        return explainFailure(whyCompanies(report), () -> list(account, COMPANIES));
    }

    /**
     * The companies of an account that the key can see, which include a given company even if it was just created.
     *
     * @param report the report whose days need its time zone, for messages
     * @throws CallRailFailure of kind CONFIGURATION that lists the companies if it is not among them
     */
    List<CallRailRecord> companiesWith(String companyId, String account, Report report) {
        List<CallRailRecord> known = companies(account, report);
        if (contains(known, companyId)) {
            return known;
        }
        List<CallRailRecord> latest =
                explainFailure(whyCompanies(report), () -> lists.latest(account, () -> read(account, COMPANIES)));
        if (!contains(latest, companyId)) {
            throw CallRailFailure.configuration(
                    "Option 'companyId' is '%s', and the API key cannot see such a company in account '%s'. %s"
                            .formatted(companyId, account, choices(latest)));
        }
        return latest;
    }

    private static String whyCompanies(Report report) {
        return ("Report 'companies' was read only to find the time zone for the dates of report '%s'. With"
                        + " option 'timeZone' set, such as timeZone=America/New_York, it is not needed.")
                .formatted(report);
    }

    private static boolean contains(List<CallRailRecord> companies, String companyId) {
        return companies.stream().anyMatch(company -> company.id().equals(companyId));
    }

    private static String choices(List<CallRailRecord> companies) {
        if (companies.isEmpty()) {
            return "It cannot see any company there.";
        }
        String more = companies.size() > MAX_LISTED ? " and %s more".formatted(companies.size() - MAX_LISTED) : "";
        return "Set it to one of: " + names(companies.subList(0, Math.min(MAX_LISTED, companies.size()))) + more;
    }

    private static String names(List<CallRailRecord> records) {
        return records.stream()
                .map(record -> "%s (%s)".formatted(record.id(), record.get("name")))
                .collect(Collectors.joining(", "));
    }

    /**
     * The distinct time zones of companies, as CallRail names them: of the requested company if it is in the list,
     * otherwise of all active companies, or of all companies if none is active. Empty if there are no companies.
     */
    static List<String> zones(List<CallRailRecord> companies, Optional<String> companyId) {
        List<CallRailRecord> requested = companies.stream()
                .filter(company -> companyId.filter(company.id()::equals).isPresent())
                .toList();
        List<CallRailRecord> active = companies.stream()
                .filter(company -> !"disabled".equals(company.get("status")))
                .toList();
        List<CallRailRecord> others = active.isEmpty() ? companies : active;
        return (requested.isEmpty() ? others : requested)
                .stream()
                        .map(company -> String.valueOf(company.get("time_zone")))
                        .distinct()
                        .sorted()
                        .toList();
    }

    /** Explains the failure of a look-up, because the user did not request that report. */
    private static List<CallRailRecord> explainFailure(String why, Supplier<List<CallRailRecord>> lookUp) {
        try {
            return lookUp.get();
        } catch (CallRailFailure failure) {
            throw failure.explained(why);
        }
    }

    private List<CallRailRecord> list(String account, String report) {
        return lists.of(account, () -> read(account, report));
    }

    private List<CallRailRecord> read(String account, String report) {
        ReportPlan plan = ReportPlan.of(ReportCatalogue.of(report), QueryOptions.NONE, DEFAULT_FIELDS);
        return read.apply(plan.at(account, TimeZones.UTC, clock.instant()));
    }
}
