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

/** Finds out whose days are meant: the option's, the company's, or those that all companies share. Warns once. Thread-safe. */
final class TimeZoneLookup {

    private static final Logger LOG = LoggerFactory.getLogger(TimeZoneLookup.class);

    private final Set<String> warnedOfZones = ConcurrentHashMap.newKeySet();

    /**
     * The zone of a plan's days in an account. The directory is asked only where the plan does not say and it matters.
     *
     * @throws CallRailFailure of kind CONFIGURATION when a summary's companies share no zone, or there is none, or when the key does
     *     not see the company of the plan
     */
    ZoneId of(ReportPlan plan, String account, AccountDirectory accounts) {
        if (plan.zone().isPresent() || !plan.needsZone()) {
            return plan.zone().orElse(TimeZones.UTC);
        }
        List<CallRailRecord> companies = plan.companyId()
                .map(company -> accounts.companiesWith(company, account, plan.report()))
                .orElseGet(() -> accounts.companies(account, plan.report()));
        List<String> zones = AccountDirectory.zones(companies, plan.companyId());
        List<Optional<ZoneId>> known =
                zones.stream().map(TimeZones::known).distinct().toList();
        Optional<ZoneId> shared = known.size() == 1 ? known.get(0) : Optional.empty();
        if (shared.isEmpty()) {
            refuseOrWarn(plan, account, zones);
        }
        return shared.orElse(TimeZones.UTC);
    }

    /**
     * Records say their own time, so days of another zone only shift the edges; a sum over days of several zones is no
     * sum.
     */
    private void refuseOrWarn(ReportPlan plan, String account, List<String> zones) {
        String why = zones.isEmpty()
                ? "The API key sees no company in account '%s', so the time zone of its days is not known"
                        .formatted(account)
                : "The companies of account '%s' share no time zone that is known here".formatted(account);
        String which = zones.isEmpty() ? "" : " Their zones: " + zones;
        if (plan.report().shape() != Shape.LIST) {
            throw CallRailFailure.configuration("%s, and report '%s' needs option 'timeZone'%s.%s"
                    .formatted(why, plan.report(), zones.isEmpty() ? "" : " (or 'companyId')", which));
        }
        if (warnedOfZones.add(account)) {
            LOG.warn("{}: days are taken in UTC. Set option 'timeZone' to say otherwise.{}", why, which);
        }
    }
}
