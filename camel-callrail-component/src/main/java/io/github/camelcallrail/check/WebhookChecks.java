package io.github.camelcallrail.check;

import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.catalogue.ReportCatalogue;
import io.github.camelcallrail.report.CallRailRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells how many of the first companies have a webhook integration that works. Polling does not need any. */
record WebhookChecks(ProbeClient client, Samples samples, CheckedAccount account) {

    private static final Report INTEGRATIONS = ReportCatalogue.of("integrations");
    private static final int MOST_COMPANIES = 5;

    /** The webhook integrations can be read. */
    Finding webhooks() {
        Sample first = samples.of(INTEGRATIONS.name());
        List<CallRailRecord> companies =
                account.companies().stream().limit(MOST_COMPANIES).toList();
        int active = 0;
        int disabled = 0;
        for (CallRailRecord company : companies) {
            List<CallRailRecord> integrations =
                    company.id().equals(account.company()) ? first.records() : integrations(first, company);
            active += has(integrations, true) ? 1 : 0;
            disabled += !has(integrations, true) && has(integrations, false) ? 1 : 0;
        }
        String seen = "Companies with an active webhook integration: %s of %s".formatted(active, companies.size());
        return disabled == 0
                ? Finding.ok(seen + ".")
                : Finding.ok(
                        "%s; with one that is not active: %s.".formatted(seen, disabled),
                        "CallRail disables an integration whose receiver fails. Polling does not need it; if you receive"
                                + " events, enable it in CallRail's settings.");
    }

    private List<CallRailRecord> integrations(Sample first, CallRailRecord company) {
        Map<String, String> parameters = new LinkedHashMap<>(first.parameters());
        parameters.put("company_id", company.id());
        return client.get(INTEGRATIONS, account.id(), parameters).records(INTEGRATIONS);
    }

    private static boolean has(List<CallRailRecord> integrations, boolean active) {
        return integrations.stream()
                .anyMatch(integration -> "Webhooks".equals(integration.get("type"))
                        && "active".equals(integration.get("state")) == active);
    }
}
