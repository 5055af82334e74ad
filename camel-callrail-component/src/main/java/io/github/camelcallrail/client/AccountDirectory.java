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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Which accounts a key sees and what zones their companies are in: asked for when first needed, then at most once a day per
 * account. What could not be had is asked for again the next time. Thread-safe.
 */
final class AccountDirectory {

    private static final Duration FRESH = Duration.ofDays(1);
    private static final String ACCOUNTS = "";
    private static final Options CALLRAILS_OWN_FIELDS =
            new Options(Map.of("fields", List.of(FieldSelection.API_DEFAULT)));

    private final Function<ReportQuery, List<CallRailRecord>> read;
    private final Clock clock;
    private final Map<String, Listing> listings = new ConcurrentHashMap<>();
    private final ReentrantLock asking = new ReentrantLock();

    /** @param read gives all rows of a query */
    AccountDirectory(Function<ReportQuery, List<CallRailRecord>> read, Clock clock) {
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
        String listed = accounts.stream()
                .map(account -> "%s (%s)".formatted(account.id(), account.get("name")))
                .collect(Collectors.joining(", "));
        throw CallRailFailure.configuration(
                accounts.isEmpty()
                        ? "Option 'accountId' is not set, and the API key sees no account at all."
                        : "Option 'accountId' is not set, and the API key sees %d accounts. Set it to one of: %s"
                                .formatted(accounts.size(), listed));
    }

    /** Whether the key sees a company. */
    boolean hasCompany(String account, String companyId) {
        return listing(account, "companies").stream()
                .anyMatch(company -> company.id().equals(companyId));
    }

    /**
     * The zones of the companies as CallRail names them: of the one that is asked for, if it is in the list, otherwise of all
     * that are active. Several only when they differ; none when there is no company.
     */
    List<String> zones(String account, Optional<String> companyId) {
        List<CallRailRecord> companies = listing(account, "companies");
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
        return fresh(account)
                .orElseGet(() -> underLock(() -> fresh(account).orElseGet(() -> {
                    ReportPlan plan = ReportPlan.of(ReportCatalogue.of(report), Options.NONE, CALLRAILS_OWN_FIELDS);
                    List<CallRailRecord> rows = read.apply(plan.at(account, TimeZones.UTC, clock.instant()));
                    listings.put(account, new Listing(rows, clock.instant()));
                    return rows;
                })));
    }

    private Optional<List<CallRailRecord>> fresh(String account) {
        return Optional.ofNullable(listings.get(account))
                .filter(listing -> clock.instant().isBefore(listing.at.plus(FRESH)))
                .map(Listing::rows);
    }

    // Many messages at once for one account must not each ask; a lock that does not pin a virtual thread.
    private <T> T underLock(Supplier<T> work) {
        asking.lock();
        try {
            return work.get();
        } finally {
            asking.unlock();
        }
    }

    private record Listing(List<CallRailRecord> rows, Instant at) {}
}
