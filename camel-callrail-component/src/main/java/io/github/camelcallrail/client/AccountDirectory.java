package io.github.camelcallrail.client;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.report.FieldSelection;
import io.github.camelcallrail.report.Options;
import io.github.camelcallrail.report.Report;
import io.github.camelcallrail.report.ReportCatalogue;
import io.github.camelcallrail.report.ReportPlan;
import io.github.camelcallrail.report.ReportQuery;
import io.github.camelcallrail.window.TimeZones;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Which accounts a key sees and what zones their companies are in, as far as {@link Listings} knows it. Thread-safe. */
final class AccountDirectory {

    private static final String ACCOUNTS = "";
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
        String listed = accounts.stream()
                .map(account -> "%s (%s)".formatted(account.id(), account.get("name")))
                .collect(Collectors.joining(", "));
        throw CallRailFailure.configuration(
                accounts.isEmpty()
                        ? "Option 'accountId' is not set, and the API key sees no account at all."
                        : "Option 'accountId' is not set, and the API key sees %s accounts. Set it to one of: %s"
                                .formatted(accounts.size(), listed));
    }

    /**
     * The companies of an account that the key sees.
     *
     * @param report whose days need their time zone, for messages
     */
    List<CallRailRecord> companies(String account, Report report) {
        return explaining(
                "Nobody asked for report 'companies' itself: it was read to find the time zone for the dates of report '%s'. Set"
                                .formatted(report)
                        + " option 'timeZone', such as timeZone=America/New_York, and it is not needed.",
                () -> listing(account, "companies"));
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
        return listings.of(account, () -> {
            ReportPlan plan = ReportPlan.of(ReportCatalogue.of(report), Options.NONE, CALLRAILS_OWN_FIELDS);
            return read.apply(plan.at(account, TimeZones.UTC, clock.instant()));
        });
    }
}
