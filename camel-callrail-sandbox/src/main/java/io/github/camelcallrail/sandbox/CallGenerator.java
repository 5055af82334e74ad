package io.github.camelcallrail.sandbox;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Generates calls. Types vary between records as they do in the service; see the comments. */
final class CallGenerator {

    private static final List<String> NOTES =
            List.of("Asked for a quote", "Will call back next week", "Wants the Tuesday slot", "Wrong number");
    // Documented as words, observed as numeric strings.
    private static final List<String> SCORES = List.of("0", "22", "45", "67", "88");
    private static final List<String> ANSWERED_SENTIMENT = Arrays.asList("positive", "neutral", "negative", null);

    private CallGenerator() {}

    static void fill(RecordDraft call, AccountRecords account, Instant at) {
        SplittableRandom random = account.random();
        LiveDataQuirks quirks = LiveDataQuirks.ofNext("calls", account);
        TrackingLine line = TrackingLine.of(call, account);
        Person person = FirstTimeCaller.orElse(account.anybody(), call, account, at);
        boolean hidden = quirks.anonymous(call);
        String id = call.putText("id", Ids.timeOrdered("CAL", at, random));

        String direction = call.putText("direction", random.nextInt(100) < 92 ? "inbound" : "outbound");
        String type = call.putText("call_type", type(call, direction, random));
        boolean talked = type.equals("answered") || type.equals("outbound");
        boolean voicemail = call.putFlag("voicemail", type.startsWith("voicemail"));
        Object answered = call.put("answered", type.equals("in_progress") ? null : (Object) talked);
        Object duration = call.put("duration", type.equals("in_progress") ? null : (Object) duration(type, random));
        boolean recorded = duration instanceof Number && (talked || voicemail);

        call.put("business_phone_number", talked ? line.destination() : null);
        String city = call.putText("customer_city", hidden ? null : person.city());
        String state = call.putText("customer_state", hidden ? null : person.state());
        call.put("customer_country", hidden ? null : "US");
        String name = call.putText("customer_name", hidden ? quirks.hiddenName() : quirks.padded(person.name()));
        String phone = call.putText("customer_phone_number", hidden ? LiveDataQuirks.ANONYMOUS : person.phone());
        putRecording(call, account, id, recorded, duration, quirks);
        call.put("start_time", Times.millis(at, line.zone()));
        call.put("created_at", Times.seconds(quirks.created(at), line.zone()));
        quirks.putOffset(call);
        String tracking = call.putText("tracking_phone_number", line.trackingNumber());
        StoredRecord agent = talked ? account.any("users") : null;
        call.put("agent_email", agent == null ? null : agent.text("email"));

        call.put("company_id", line.companyId());
        call.put("company_name", line.companyName());
        call.put("company_time_zone", line.zone().getId());
        call.put("tracker_id", line.trackerId());
        call.put("source_name", line.trackerName());
        call.put("person_id", person.id());
        int prior = account.callsBefore(person);
        call.put("prior_calls", prior);
        call.put("total_calls", prior + 1);
        call.put("first_call", prior == 0);

        boolean lead = putVerdict(call, id, at, line, random);
        Attribution.putCall(call, line, at, lead, random);
        putConversationIntelligence(call, talked, type, duration, quirks, random);

        call.put("formatted_business_phone_number", Person.dashed(talked ? line.destination() : null));
        call.put("formatted_call_type", capital(type.replace('_', ' ')));
        call.put("formatted_customer_location", city == null ? null : city + ", " + state);
        call.put("formatted_customer_name", name == null ? null : name.strip());
        call.put(
                "formatted_customer_name_or_phone_number",
                name == null || name.isBlank() ? Person.dashed(phone) : name.strip());
        call.put("formatted_customer_phone_number", Person.dashed(phone));
        call.put("formatted_duration", duration instanceof Number number ? minutes(number.longValue()) : null);
        call.put("formatted_tracking_phone_number", Person.dashed(tracking));
        call.put("timeline_url", "https://app.callrail.com/calls/" + id + "/timeline");
        call.put("zip_code", List.of());
        call.put("spam", false);
        call.put("blocked_number", false);
        List.of("utma", "utmb", "utmc", "utmv", "utmz").forEach(cookie -> call.put(cookie, null));
    }

    private static String type(RecordDraft call, String direction, SplittableRandom random) {
        if (direction.equals("outbound")) {
            return "outbound";
        }
        if (Boolean.TRUE.equals(call.given("voicemail"))) {
            return "voicemail";
        }
        if (call.isGiven("answered")) {
            Object answered = call.given("answered");
            return answered == null ? "in_progress" : Boolean.TRUE.equals(answered) ? "answered" : "missed";
        }
        int of100 = random.nextInt(100);
        // The documentation and the API both spell it "abandonded".
        return of100 < 68
                ? "answered"
                : of100 < 82
                        ? "missed"
                        : of100 < 92 ? "voicemail" : of100 < 95 ? "voicemail_transcription" : "abandonded";
    }

    private static int duration(String type, SplittableRandom random) {
        return switch (type) {
            case "missed", "abandonded" -> 5 + random.nextInt(35);
            case "voicemail", "voicemail_transcription" -> 20 + random.nextInt(70);
            default -> 25 + (int) (900 * random.nextDouble() * random.nextDouble());
        };
    }

    private static void putRecording(
            RecordDraft call,
            AccountRecords account,
            String id,
            boolean recorded,
            Object duration,
            LiveDataQuirks quirks) {
        SplittableRandom random = account.random();
        String api = "https://api.callrail.com/v3/a/" + account.id() + "/calls/" + id + "/recording";
        String app = "https://app.callrail.com/calls/" + id + "/recording";
        boolean there = recorded && !quirks.lacksRecording();
        if (recorded) {
            // The result is unused: the draw keeps the random numbers that follow unchanged.
            random.nextBoolean();
        }
        String accessKey = recorded ? Long.toHexString(random.nextLong()) : "";
        call.put("recording", there ? api : null);
        // Documented as text, observed as an integer.
        call.put("recording_duration", there ? quirks.recordingSeconds(duration) : null);
        call.put("recording_player", there ? app + "?access_key=" + accessKey : null);
        call.put("waveforms", there ? List.of(app + "/waveform-1.png", app + "/waveform-2.png") : List.of());
    }

    /** How people assessed the call; returns whether it is a good lead. */
    private static boolean putVerdict(
            RecordDraft call, String id, Instant at, TrackingLine line, SplittableRandom random) {
        int of100 = random.nextInt(100);
        String status = call.putText(
                "lead_status",
                of100 < 30
                        ? "good_lead"
                        : of100 < 45 ? "not_a_lead" : of100 < 50 ? "previously_marked_good_lead" : null);
        boolean lead = "good_lead".equals(status);
        call.put("good_lead_call_id", lead ? (Object) Ids.numeric(id) : null);
        call.put("good_lead_call_time", lead ? Times.millis(at, line.zone()) : null);
        // A decimal string in some records, a number in others, null in most.
        int worth = 50 + 25 * random.nextInt(20);
        Object value = call.put("value", !lead ? null : random.nextBoolean() ? worth + ".00" : (Object) worth);
        call.put("formatted_value", value == null ? "--" : "$" + value);
        call.put("note", random.nextInt(100) < 12 ? NOTES.get(random.nextInt(NOTES.size())) : null);
        call.put("tags", TagLabels.any(random));
        call.put("detail_tags", List.of());
        return lead;
    }

    private static void putConversationIntelligence(
            RecordDraft call,
            boolean talked,
            String type,
            Object duration,
            LiveDataQuirks quirks,
            SplittableRandom random) {
        boolean understood = talked && duration instanceof Number number && number.intValue() > 60;
        call.put("transcription", type.equals("voicemail_transcription") ? "Please call me back." : null);
        call.put(
                "call_summary", understood && !quirks.lacksSummary() ? "The caller asked about an appointment." : null);
        call.put("call_highlights", understood ? List.of("appointment", "price") : List.of());
        call.put("lead_score", understood ? SCORES.get(random.nextInt(SCORES.size())) : null);
        call.put("lead_explanation", understood ? "The caller agreed on a date." : null);
        call.put("sentiment", understood ? ANSWERED_SENTIMENT.get(random.nextInt(4)) : null);
        int agentShare = 30 + random.nextInt(40);
        call.put("speaker_percent", understood ? Fields.of("agent", agentShare, "customer", 100 - agentShare) : null);
        Map<String, Object> place = Fields.of("speaker", "caller", "start", 12.5);
        call.put(
                "keywords_spotted",
                understood ? List.of(Fields.of("keyword", "price", "locations", List.of(place))) : List.of());
        call.put(
                "keypad_entries",
                random.nextInt(20) == 0 ? List.of(Fields.of("name", "Department", "value", "2")) : null);
        call.put("voice_assist_message", null);
    }

    static String minutes(long seconds) {
        return seconds >= 60 ? seconds / 60 + "m " + seconds % 60 + "s" : seconds + "s";
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
