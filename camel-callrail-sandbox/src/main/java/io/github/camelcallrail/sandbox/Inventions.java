package io.github.camelcallrail.sandbox;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Who writes the rows of which report. */
final class Inventions {

    /** Puts every field of one row that happened at a moment. */
    interface Invention {
        void fill(Draft draft, AccountRows account, Instant at);
    }

    private static final Map<String, Invention> BY_REPORT = new HashMap<>();

    static {
        BY_REPORT.put("calls", CallInvention::fill);
        BY_REPORT.put("accounts", SetupInvention::account);
        BY_REPORT.put("companies", SetupInvention::company);
        BY_REPORT.put("users", SetupInvention::user);
        BY_REPORT.put("tags", SetupInvention::tag);
        BY_REPORT.put("leads", SetupInvention::lead);
        BY_REPORT.put("form-submissions", FormInvention::fill);
        BY_REPORT.put("conversations", TextInvention::conversation);
        BY_REPORT.put("sms-threads", TextInvention::thread);
        BY_REPORT.put("trackers", RoutingInvention::tracker);
        BY_REPORT.put("notifications", RoutingInvention::notification);
        BY_REPORT.put("caller-ids", RoutingInvention::callerId);
        BY_REPORT.put("summary-emails", RoutingInvention::summaryEmail);
        BY_REPORT.put("integrations", RoutingInvention::integration);
        BY_REPORT.put("integration-filters", RoutingInvention::integrationFilter);
        BY_REPORT.put("message-flows", RoutingInvention::messageFlow);
    }

    private Inventions() {}

    static Row row(String report, Map<String, Object> given, AccountRows account, Instant at) {
        SandboxEndpoint endpoint = SandboxEndpoints.of(report);
        Invention invention = BY_REPORT.get(report);
        if (invention == null) {
            throw new IllegalArgumentException("'" + report + "' holds no rows of its own: it is computed from others");
        }
        Draft draft = new Draft(given);
        invention.fill(draft, account, at);
        return Row.of(endpoint, draft.finish());
    }
}
