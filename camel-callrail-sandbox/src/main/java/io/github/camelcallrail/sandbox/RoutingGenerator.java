package io.github.camelcallrail.sandbox;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** Generates what determines the handling of calls: trackers, notifications, integrations and message flows. */
final class RoutingGenerator {

    private static final List<String> ALERTS = List.of("all", "first_call", "missed_and_vm", "vm_only");
    private static final String WEBHOOKS = "Webhooks";
    private static final List<String> TYPES = List.of(WEBHOOKS, "Custom", "GoogleAnalytics", "Slack");

    private RoutingGenerator() {}

    static void tracker(RecordDraft tracker, AccountRecords account, Instant at) {
        SplittableRandom random = account.random();
        int count = account.records("trackers").size();
        StoredRecord company = company(tracker, account);
        boolean session = "session".equals(tracker.putText("type", count % 3 == 0 ? "session" : "source"));
        TrafficSource source = TrafficSource.ALL.get(count % TrafficSource.ALL.size());
        String number = "+1737" + String.format(Locale.ROOT, "55501%02d", count % 100);
        String destination =
                tracker.putText("destination_number", "+1512" + String.format(Locale.ROOT, "55501%02d", count % 100));
        tracker.put("id", Ids.timeOrdered("TRK", at, random));
        tracker.put("name", (session ? "Site visitors " : source.name() + " line ") + (count + 1));
        String status = tracker.putText("status", "active");
        tracker.put("tracking_numbers", session ? List.of(number, "+1726" + number.substring(5)) : List.of(number));
        tracker.put("whisper_message", count % 4 == 0 ? "Call from [source]" : null);
        tracker.put("sms_supported", true);
        tracker.put("sms_enabled", count % 2 == 0);
        tracker.put("company", Fields.of("id", company.id(), "name", company.get("name")));
        tracker.put(
                "call_flow",
                Fields.of(
                        "type",
                        "basic",
                        "recording_enabled",
                        true,
                        "destination_number",
                        destination,
                        "greeting_text",
                        "Calls are recorded for training.",
                        "greeting_recording_url",
                        null));
        tracker.put("message_flow", null);
        tracker.put("source", session ? Fields.of("type", "all") : Fields.of("type", "offline"));
        tracker.put("created_at", Times.utcSeconds(at));
        tracker.put("disabled_at", "disabled".equals(status) ? Times.utcSeconds(at) : null);
        tracker.put("campaign_name", session ? null : source.name());
        tracker.put("swap_targets", List.of(destination.substring(2)));
    }

    static void notification(RecordDraft draft, AccountRecords account, Instant at) {
        SplittableRandom random = account.random();
        StoredRecord user = account.any("users");
        TrackingLine line = TrackingLine.of(draft, account);
        boolean all = random.nextInt(3) == 0;
        draft.put("id", account.nextNumber());
        draft.put("user_id", user == null ? null : user.id());
        draft.put("email", user == null ? null : user.get("email"));
        draft.put("agent_id", null);
        draft.put("agent_name", null);
        draft.put("alert_type", ALERTS.get(random.nextInt(ALERTS.size())));
        draft.put("call_enabled", true);
        draft.put("company_id", line.companyId());
        draft.put("company_name", line.companyName());
        draft.put("name", "Alert for " + line.companyName());
        draft.put("send_desktop", random.nextBoolean());
        draft.put("send_email", random.nextBoolean());
        draft.put("send_push", random.nextBoolean());
        draft.put("sms_enabled", random.nextBoolean());
        draft.put("tracker_id", all ? null : line.trackerId());
        draft.put("tracker_name", all ? null : line.trackerName());
    }

    static void callerId(RecordDraft draft, AccountRecords account, Instant at) {
        TrackingLine line = TrackingLine.of(draft, account);
        int count = account.records("caller-ids").size();
        draft.put("id", account.nextNumber());
        draft.put("phone_number", "+1254" + String.format(Locale.ROOT, "55501%02d", count % 100));
        draft.put("name", "Desk " + (count + 1));
        draft.put("company_id", line.companyId());
        draft.put("verified", count % 3 != 2);
        draft.put("created_at", Times.millis(at, line.zone()));
        draft.put(
                "validation_code",
                String.format(Locale.ROOT, "%06d", account.random().nextInt(1_000_000)));
    }

    static void summaryEmail(RecordDraft draft, AccountRecords account, Instant at) {
        SplittableRandom random = account.random();
        StoredRecord user = account.any("users");
        StoredRecord company = company(draft, account);
        boolean chosen = random.nextInt(4) == 0;
        // The first one, so that the list without a company, which has only those of the account, is never empty.
        boolean first = account.records("summary-emails").isEmpty();
        boolean whole = !draft.isGiven("company_id") && (first || chosen);
        draft.put("id", Ids.timeOrdered("CSS", at, random));
        draft.put(
                "scope",
                whole
                        ? Fields.of("id", account.id(), "type", "Account", "name", "Signpost Marketing")
                        : Fields.of("id", company.id(), "type", "Company", "name", company.get("name")));
        draft.put("frequency", random.nextBoolean() ? List.of("weekly") : List.of("daily", "monthly"));
        draft.put(
                "config",
                Fields.of(
                        "summary_statistics", true,
                        "top_sources", random.nextBoolean(),
                        "top_keywords", random.nextBoolean(),
                        "call_log", random.nextBoolean()));
        Object email = user == null ? "reports@signpost.example.com" : user.get("email");
        draft.put("user", user == null ? null : Fields.of("id", user.id(), "name", user.get("name"), "email", email));
        draft.put("email", email);
        draft.put("filters", Fields.of("lead_status", "All"));
    }

    static void integration(RecordDraft draft, AccountRecords account, Instant at) {
        int count = account.records("integrations").size();
        // The API filters by it but does not answer it.
        Object company = draft.put("company_id", company(draft, account).id());
        Object id = draft.put("id", account.nextNumber());
        boolean another = hasWebhooks(account, company, String.valueOf(id));
        String next = TYPES.get(count % TYPES.size());
        String type = draft.putText("type", another && next.equals(WEBHOOKS) ? "Custom" : next);
        boolean webhooks = type.equals(WEBHOOKS);
        if (webhooks && another) {
            throw new IllegalArgumentException(
                    "Company " + company + " already has an integration of the type Webhooks");
        }
        draft.put("state", count % 5 == 4 ? "disabled" : "active");
        draft.put(
                "config",
                webhooks ? Map.of("post_call_webhook", List.of("https://hooks.example.com/calls")) : Map.of());
        draft.put(
                "signing_key",
                webhooks ? SigningKey.of(account.random().nextLong()).text() : null);
    }

    private static boolean hasWebhooks(AccountRecords account, Object company, String except) {
        return account.records("integrations").stream()
                .anyMatch(each -> WEBHOOKS.equals(each.get("type"))
                        && each.get("company_id").equals(company)
                        && !each.id().equals(except));
    }

    static void integrationFilter(RecordDraft draft, AccountRecords account, Instant at) {
        TrackingLine line = TrackingLine.of(draft, account);
        StoredRecord integration = account.records("integrations").stream()
                .filter(record -> record.get("company_id").equals(line.companyId()))
                .findFirst()
                .orElse(null);
        draft.put("id", account.nextNumber());
        draft.put("company_id", line.companyId());
        draft.put("integration_id", integration == null ? null : integration.get("id"));
        draft.put("tracker_ids", List.of(line.trackerId()));
        draft.put(
                "call_type",
                Arrays.asList(null, "first_call", "vm", "missed_and_vm")
                        .get(account.random().nextInt(4)));
        draft.put("min_duration", 10);
        draft.put("max_duration", null);
        draft.put("lead_status", null);
        draft.put(
                "integration",
                integration == null
                        ? Fields.of("id", null, "type", "All (Default Integration Trigger)")
                        : Fields.of("id", integration.get("id"), "type", integration.get("type")));
    }

    static void messageFlow(RecordDraft draft, AccountRecords account, Instant at) {
        TrackingLine line = TrackingLine.of(draft, account);
        // The API filters by it but does not answer it.
        draft.put("company_id", line.companyId());
        draft.put("id", Ids.timeOrdered("MFL", at, account.random()));
        draft.put("name", "Auto reply " + (account.records("message-flows").size() + 1));
        draft.put("updated_at", Times.utcMillis(at));
        draft.put("tracker_ids", List.of(line.trackerId()));
    }

    private static StoredRecord company(RecordDraft draft, AccountRecords account) {
        TrackingLine line = TrackingLine.of(draft, account);
        return account.records("companies").stream()
                .filter(record -> record.id().equals(line.companyId()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The account has no company left"));
    }
}
