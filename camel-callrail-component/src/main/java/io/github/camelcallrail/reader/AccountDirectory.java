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

/** Which accounts a key sees and what zones their companies are in, as far as {@link DailyLists} knows it. Thread-safe. */
final class AccountDirectory {

    private static final String ACCOUNTS = "";
    private static final String COMPANIES = "companies";
    private static final int MOST_LISTED = 20;
    private static final QueryOptions CALLRAILS_OWN_FIELDS =
            new QueryOptions(Map.of("fields", List.of(FieldSelection.API_DEFAULT)));

    private final DailyLists listings;
    private final Function<ReportQuery, List<CallRailRecord>> read;
    private final Clock clock;

    /** @param read gives all rows of a query */
    AccountDirectory(DailyLists listings, Function<ReportQuery, List<CallRailRecord>> read, Clock clock) {
        this.listings = requireNonNull(listings, "listings is null");
        this.read = requireNonNull(read, "read is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /**
     * The only account that the key sees.
     *
     * @param report for which it is needed, for messages
     * @throws CallRailFailure of kind CONFIGURATION that lists the accounts when there are several
     */
    String onlyAccount(Report report) {
        List<CallRailRecord> accounts = explaining(
                "Nobody asked for report 'accounts' itself: it was read to find the account of report '%s'. Set option 'accountId',"
                                .formatted(report)
                        + " and it is not needed.",
                () -> listing(ACCOUNTS, "accounts"));
        if (accounts.size() == 1) {
            return accounts.get(0).id();
        }
        throw CallRailFailure.configuration(
                accounts.isEmpty()
                        ? "Option 'accountId' is not set, and the API key sees no account at all."
                        : "Option 'accountId' is not set, and the API key sees %s accounts. Set it to one of: %s"
                                .formatted(accounts.size(), names(accounts)));
    }

    /**
     * The companies of an account that the key sees.
     *
     * @param report whose days need their time zone, for messages
     */
    List<CallRailRecord> companies(String account, Report report) {
        return explaining(forZone(report), () -> listing(account, COMPANIES));
    }

    /**
     * The companies of an account that the key sees, one of which is that company, also when it was made a moment ago.
     *
     * @param report whose days need its time zone, for messages
     * @throws CallRailFailure of kind CONFIGURATION that lists the companies when it is not among them
     */
    List<CallRailRecord> companiesWith(String companyId, String account, Report report) {
        List<CallRailRecord> known = companies(account, report);
        if (has(known, companyId)) {
            return known;
        }
        List<CallRailRecord> latest =
                explaining(forZone(report), () -> listings.latest(account, () -> read(account, COMPANIES)));
        if (!has(latest, companyId)) {
            throw CallRailFailure.configuration(
                    "Option 'companyId' is '%s', and the API key sees no such company in account '%s'. %s"
                            .formatted(companyId, account, listed(latest)));
        }
        return latest;
    }

    private static String forZone(Report report) {
        return ("Nobody asked for report 'companies' itself: it was read to find the time zone for the dates of report '%s'. Set"
                        + " option 'timeZone', such as timeZone=America/New_York, and it is not needed.")
                .formatted(report);
    }

    private static boolean has(List<CallRailRecord> companies, String companyId) {
        return companies.stream().anyMatch(company -> company.id().equals(companyId));
    }

    private static String listed(List<CallRailRecord> companies) {
        if (companies.isEmpty()) {
            return "It sees no company at all there.";
        }
        String more = companies.size() > MOST_LISTED ? " and %s more".formatted(companies.size() - MOST_LISTED) : "";
        return "Set it to one of: " + names(companies.subList(0, Math.min(MOST_LISTED, companies.size()))) + more;
    }

    private static String names(List<CallRailRecord> records) {
        return records.stream()
                .map(record -> "%s (%s)".formatted(record.id(), record.get("name")))
                .collect(Collectors.joining(", "));
    }

    /**
     * The zones of companies as CallRail names them: of the one that is asked for, if it is in the list, otherwise of
     * all that are active, or of all where none is. Several only when they differ; none when there is no company.
     */
    static List<String> zones(List<CallRailRecord> companies, Optional<String> companyId) {
        List<CallRailRecord> asked = companies.stream()
                .filter(company -> companyId.filter(company.id()::equals).isPresent())
                .toList();
        List<CallRailRecord> active = companies.stream()
                .filter(company -> !"disabled".equals(company.get("status")))
                .toList();
        List<CallRailRecord> others = active.isEmpty() ? companies : active;
        return (asked.isEmpty() ? others : asked)
                .stream()
                        .map(company -> String.valueOf(company.get("time_zone")))
                        .distinct()
                        .sorted()
                        .toList();
    }

    /** A look-up fails like any report, but its user knows of no such report. */
    private static List<CallRailRecord> explaining(String why, Supplier<List<CallRailRecord>> lookUp) {
        try {
            return lookUp.get();
        } catch (CallRailFailure failure) {
            throw failure.explained(why);
        }
    }

    private List<CallRailRecord> listing(String account, String report) {
        return listings.of(account, () -> read(account, report));
    }

    private List<CallRailRecord> read(String account, String report) {
        ReportPlan plan = ReportPlan.of(ReportCatalogue.of(report), QueryOptions.NONE, CALLRAILS_OWN_FIELDS);
        return read.apply(plan.at(account, TimeZones.UTC, clock.instant()));
    }
}
