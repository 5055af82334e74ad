package io.github.camelcallrail.client;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.report.FieldSelection;
import io.github.camelcallrail.report.Options;
import io.github.camelcallrail.report.ReportCatalogue;
import io.github.camelcallrail.report.ReportPlan;
import io.github.camelcallrail.report.ReportQuery;
import io.github.camelcallrail.window.TimeZones;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which accounts a key sees and what zones their companies are in, as far as {@link Listings} knows it. Thread-safe. */
final class AccountDirectory {

    private static final String ACCOUNTS = "";
    private static final String COMPANIES = "companies";
    private static final int MOST_LISTED = 20;
    private static final Options CALLRAILS_OWN_FIELDS =
            new Options(Map.of("fields", List.of(FieldSelection.API_DEFAULT)));

    private final Listings listings;
    private final Function<ReportQuery, List<CallRailRecord>> read;
    private final Clock clock;

    /** @param read gives all rows of a query */
    AccountDirectory(Listings listings, Function<ReportQuery, List<CallRailRecord>> read, Clock clock) {
        this.listings = requireNonNull(listings, "listings is null");
        this.read = requireNonNull(read, "read is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /**
     * The only account that the key sees.
     *
     * @throws CallRailFailure of kind CONFIGURATION that lists the accounts when there are several
     */
    String onlyAccount() {
        List<CallRailRecord> accounts = listing(ACCOUNTS, "accounts");
        if (accounts.size() == 1) {
            return accounts.get(0).id();
        }
        throw CallRailFailure.configuration(
                accounts.isEmpty()
                        ? "Option 'accountId' is not set, and the API key sees no account at all."
                        : "Option 'accountId' is not set, and the API key sees %d accounts. Set it to one of: %s"
                                .formatted(accounts.size(), names(accounts)));
    }

    /**
     * Makes sure that the key sees a company, also one that was made a moment ago.
     *
     * @throws CallRailFailure of kind CONFIGURATION that lists the companies when it does not
     */
    void requireCompany(String account, String companyId) {
        if (has(listing(account, COMPANIES), companyId)) {
            return;
        }
        List<CallRailRecord> companies = listings.latest(account, () -> read(account, COMPANIES));
        if (!has(companies, companyId)) {
            throw CallRailFailure.configuration(
                    "Option 'companyId' is '%s', and the API key sees no such company in account '%s'. %s"
                            .formatted(companyId, account, listed(companies)));
        }
    }

    private static boolean has(List<CallRailRecord> companies, String companyId) {
        return companies.stream().anyMatch(company -> company.id().equals(companyId));
    }

    private static String listed(List<CallRailRecord> companies) {
        if (companies.isEmpty()) {
            return "It sees no company at all there.";
        }
        String more = companies.size() > MOST_LISTED ? " and %d more".formatted(companies.size() - MOST_LISTED) : "";
        return "Set it to one of: " + names(companies.subList(0, Math.min(MOST_LISTED, companies.size()))) + more;
    }

    private static String names(List<CallRailRecord> rows) {
        return rows.stream()
                .map(row -> "%s (%s)".formatted(row.id(), row.get("name")))
                .collect(Collectors.joining(", "));
    }

    /**
     * The zones of the companies as CallRail names them: of the one that is asked for, if it is in the list, otherwise of all
     * that are active. Several only when they differ; none when there is no company.
     */
    List<String> zones(String account, Optional<String> companyId) {
        List<CallRailRecord> companies = listing(account, COMPANIES);
        List<CallRailRecord> asked = companies.stream()
                .filter(company -> companyId.filter(company.id()::equals).isPresent())
                .toList();
        List<CallRailRecord> active = companies.stream()
                .filter(company -> !"disabled".equals(company.get("status")))
                .toList();
        return (asked.isEmpty() ? active : asked)
                .stream()
                        .map(company -> String.valueOf(company.get("time_zone")))
                        .distinct()
                        .sorted()
                        .toList();
    }

    private List<CallRailRecord> listing(String account, String report) {
        return listings.of(account, () -> read(account, report));
    }

    private List<CallRailRecord> read(String account, String report) {
        ReportPlan plan = ReportPlan.of(ReportCatalogue.of(report), Options.NONE, CALLRAILS_OWN_FIELDS);
        return read.apply(plan.at(account, TimeZones.UTC, clock.instant()));
    }
}
