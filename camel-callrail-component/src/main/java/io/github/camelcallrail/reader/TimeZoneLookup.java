package io.github.camelcallrail.reader;

import io.github.camelcallrail.catalogue.Report.Shape;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.query.ReportPlan;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.window.TimeZones;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Determines the time zone of days: that of the option, of the company, or the one that all companies share. Warns once
 * per account if there is none. Thread-safe.
 */
final class TimeZoneLookup {

    private static final Logger LOG = LoggerFactory.getLogger(TimeZoneLookup.class);

    private final Set<String> warnedAccounts = ConcurrentHashMap.newKeySet();

    /**
     * The time zone of the days of a plan. The directory is used only if the plan does not give the zone and needs it.
     *
     * @throws CallRailFailure of kind CONFIGURATION if the report is a summary and its companies share no zone or do
     *     not exist, or if the key cannot see the company of the plan
     */
    DayZone of(ReportPlan plan, String account, AccountDirectory accounts) {
        if (plan.zone().isPresent() || !plan.needsZone()) {
            return new DayZone(plan.zone().orElse(TimeZones.UTC), false);
        }
        List<CallRailRecord> companies = plan.companyId()
                .map(company -> accounts.companiesWith(company, account, plan.report()))
                .orElseGet(() -> accounts.companies(account, plan.report()));
        List<String> zones = AccountDirectory.zones(companies, plan.companyId());
        List<Optional<ZoneId>> known =
                zones.stream().map(TimeZones::known).distinct().toList();
        Optional<ZoneId> shared = known.size() == 1 ? known.get(0) : Optional.empty();
        if (shared.isEmpty()) {
            rejectOrWarn(plan, account, zones);
        }
        return new DayZone(shared.orElse(TimeZones.UTC), shared.isPresent());
    }

    /**
     * Records have their own times, so days of another zone only shift the limits of the window. A summary over days of
     * several zones is meaningless.
     */
    private void rejectOrWarn(ReportPlan plan, String account, List<String> zones) {
        String why = zones.isEmpty()
                ? "The API key cannot see any company in account '%s', so the time zone of its days is not known"
                        .formatted(account)
                : "The companies of account '%s' share no known time zone".formatted(account);
        String which = zones.isEmpty() ? "" : " Their zones: " + zones;
        if (plan.report().shape() != Shape.LIST) {
            throw CallRailFailure.configuration("%s, and report '%s' needs option 'timeZone'%s.%s"
                    .formatted(why, plan.report(), zones.isEmpty() ? "" : " (or 'companyId')", which));
        }
        if (warnedAccounts.add(account)) {
            LOG.warn("{}: days are taken as days in UTC. Set option 'timeZone' to change that.{}", why, which);
        }
    }
}
