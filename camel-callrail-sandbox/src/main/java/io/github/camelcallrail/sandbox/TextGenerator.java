package io.github.camelcallrail.sandbox;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** Generates text conversations and SMS threads, which are two views of the same messages. */
final class TextGenerator {

    private static final List<String> TEXTS = List.of(
            "The bus is late, sorry", "Perfect", "Can you come on Friday?", "Yes, see you then", "How much is it?");

    private TextGenerator() {}

    static void conversation(RecordDraft text, AccountRecords account, Instant at) {
        SplittableRandom random = account.random();
        TrackingLine line = fillShared("conversations", text, account, at);
        text.put("tracker_name", line.trackerName());
        text.put("company_name", line.companyName());
        text.put("source", TrafficSource.any(random).name());
        text.put("lead_status", random.nextInt(8) == 0 ? "previously_marked_good_lead" : null);
        text.put(
                "recent_messages",
                List.of(message(at, line.zone(), random), message(at.minusSeconds(95), line.zone(), random)));
    }

    static void thread(RecordDraft text, AccountRecords account, Instant at) {
        SplittableRandom random = account.random();
        fillShared("sms-threads", text, account, at);
        text.put("notes", random.nextInt(6) == 0 ? "Prefers texts" : null);
        text.put("tags", random.nextInt(3) == 0 ? List.of(TagLabels.NAMES.get(random.nextInt(5))) : List.of());
        text.put("value", random.nextInt(4) == 0 ? (Object) (random.nextInt(40) * 2.5) : null);
        text.put(
                "lead_qualification",
                Arrays.asList("good_lead", "not_a_lead", null, null).get(random.nextInt(4)));
    }

    private static TrackingLine fillShared(String report, RecordDraft text, AccountRecords account, Instant at) {
        SplittableRandom random = account.random();
        TrackingLine line = TrackingLine.of(text, account);
        Person person = account.anybody();
        text.put("id", Ids.shortCode(random));
        text.put("company_id", line.companyId());
        text.put("initial_tracker_id", line.trackerId());
        boolean same = random.nextInt(5) > 0;
        text.put("current_tracker_id", same ? line.trackerId() : null);
        String name = text.putText("customer_name", person.name().toUpperCase(Locale.ROOT));
        String phone = text.putText("customer_phone_number", person.phone());
        text.put("initial_tracking_number", line.trackingNumber());
        text.put("current_tracking_number", line.trackingNumber());
        text.put("last_message_at", Times.millis(at, line.zone()));
        LiveDataQuirks.ofNext(report, account).putOffset(text);
        text.put("state", random.nextInt(6) == 0 ? "archived" : "active");
        text.put("company_time_zone", line.zone().getId());
        text.put("formatted_customer_phone_number", Person.dashed(phone));
        text.put("formatted_initial_tracking_number", Person.dashed(line.trackingNumber()));
        text.put("formatted_current_tracking_number", Person.dashed(line.trackingNumber()));
        text.put("formatted_customer_name", name == null ? null : person.name());
        return line;
    }

    private static Map<String, Object> message(Instant at, ZoneId zone, SplittableRandom random) {
        return Fields.of(
                "direction", random.nextBoolean() ? "incoming" : "outgoing",
                "content", TEXTS.get(random.nextInt(TEXTS.size())),
                "created_at", Times.millis(at, zone),
                "type", "sms",
                "media_urls", List.of());
    }
}
