package io.github.camelcallrail.sandbox;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Maps each report to the generator of its records. */
final class RecordGenerators {

    /** Sets every field of one record dated at the given time. */
    interface RecordGenerator {
        void fill(RecordDraft draft, AccountRecords account, Instant at);
    }

    private static final Map<String, RecordGenerator> BY_REPORT = new HashMap<>();

    static {
        BY_REPORT.put("calls", CallGenerator::fill);
        BY_REPORT.put("accounts", SetupGenerator::account);
        BY_REPORT.put("companies", SetupGenerator::company);
        BY_REPORT.put("users", SetupGenerator::user);
        BY_REPORT.put("tags", SetupGenerator::tag);
        BY_REPORT.put("leads", SetupGenerator::lead);
        BY_REPORT.put("form-submissions", FormGenerator::fill);
        BY_REPORT.put("conversations", TextGenerator::conversation);
        BY_REPORT.put("sms-threads", TextGenerator::thread);
        BY_REPORT.put("trackers", RoutingGenerator::tracker);
        BY_REPORT.put("notifications", RoutingGenerator::notification);
        BY_REPORT.put("caller-ids", RoutingGenerator::callerId);
        BY_REPORT.put("summary-emails", RoutingGenerator::summaryEmail);
        BY_REPORT.put("integrations", RoutingGenerator::integration);
        BY_REPORT.put("integration-filters", RoutingGenerator::integrationFilter);
        BY_REPORT.put("message-flows", RoutingGenerator::messageFlow);
    }

    private RecordGenerators() {}

    static StoredRecord record(String report, Map<String, Object> given, AccountRecords account, Instant at) {
        SandboxEndpoint endpoint = SandboxEndpoints.of(report);
        RecordGenerator generator = BY_REPORT.get(report);
        if (generator == null) {
            throw new IllegalArgumentException(
                    "'" + report + "' has no records of its own: it is computed from others");
        }
        RecordDraft draft = new RecordDraft(given);
        generator.fill(draft, account, at);
        return StoredRecord.of(endpoint, draft.finish(endpoint));
    }
}
