package io.github.camelcallrail.sandbox;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The body of a webhook on a call: other types than in the API, empty text for null, and legacy attributes. Source:
 * apidocs.callrail.com, Webhooks; support articles; third-party live observations.
 *
 * @param recordingLink the link to the recording; empty if the call has none. Only asked for if the body is needed
 */
record CallWebhookBody(AccountRecords account, StoredRecord call, Supplier<String> recordingLink) {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    /** Lists that stay lists when they are empty; other empty values are empty text. */
    private static final Set<String> ALWAYS_LISTS = Set.of("tags", "detail_tags", "call_highlights");

    private static final String OTHER_SPELLING = "abandonded";

    /** The body for one event. */
    Map<String, Object> of(WebhookEvent event, List<String> changes) {
        Map<String, Object> body = whole();
        switch (event) {
            case PRE_CALL, ROUTING_COMPLETE -> begin(body, event);
            case CALL_MODIFIED, OUTBOUND_CALL_MODIFIED -> body.put("changes", changes);
            // Source: third-party live observation.
            case OUTBOUND_POST_CALL -> body.put("type", "outboundpostcall");
            default -> {}
        }
        if (!CallChanges.isInbound(call)) {
            body.replaceAll((name, value) -> value instanceof Boolean ? value.toString() : value);
        }
        return body;
    }

    /** The legacy attributes for the query of the URL, as far as they are known at the time of the event. */
    Map<String, Object> query(WebhookEvent event) {
        Map<String, Object> query = legacy();
        if (event == WebhookEvent.PRE_CALL || event == WebhookEvent.ROUTING_COMPLETE) {
            CallWebhookFields.LEGACY_AT_THE_END.forEach(name -> query.put(name, ""));
        }
        return query;
    }

    /** The attributes of the first version of webhooks. */
    private Map<String, Object> legacy() {
        Map<String, Object> legacy = new LinkedHashMap<>();
        legacy.put("callercity", text("customer_city"));
        legacy.put("callercountry", text("customer_country"));
        legacy.put("callername", text("customer_name"));
        legacy.put("callernum", text("customer_phone_number"));
        legacy.put("callerstate", text("customer_state"));
        String source = call.text("source");
        legacy.put(
                "callsource", source == null ? "" : TrafficSource.named(source).code());
        legacy.put("datetime", UTC.format(began()));
        legacy.put("destinationnum", text("business_phone_number"));
        legacy.put("ip", "");
        legacy.put("kissmetrics_id", "");
        legacy.put("landingpage", text("landing_page_url"));
        legacy.put("referrer", text("referring_url"));
        legacy.put("referrermedium", text("medium"));
        legacy.put("score", "good_lead".equals(call.get("lead_status")) ? (Object) 1 : "");
        legacy.put("tag", call.get("tags") instanceof List<?> tags && !tags.isEmpty() ? tags.get(0) : "");
        legacy.put("trackingnum", text("tracking_phone_number"));
        List.of("utma", "utmb", "utmc", "utmv", "utmz").forEach(cookie -> legacy.put(cookie, text(cookie)));
        return legacy;
    }

    private Map<String, Object> whole() {
        Map<String, Object> body = new LinkedHashMap<>();
        CallWebhookFields.COPIED.forEach(name -> body.put(name, plain(name, call.get(name))));
        ZoneId zone = Zones.ofCompany(account, call.get("company_id"));
        Object created = call.get("created_at");
        String start = Times.millis(began(), zone);
        body.put("company_id", Ids.numeric(call.text("company_id")));
        body.put("created_at", created == null ? "" : Times.millis(Times.instant("created_at", created), zone));
        body.put("start_time", start);
        body.put("duration", text("duration"));
        if (OTHER_SPELLING.equals(call.get("call_type"))) {
            body.put("call_type", "abandoned");
            body.put("formatted_call_type", "Abandoned Call");
            body.put("formatted_duration", "(abandoned)");
        }
        body.put("conversational_transcript", transcript());
        body.put("milestones", call.get("milestones") instanceof Map<?, ?> all ? reached(all) : "");
        body.put("integration_data", List.of(Fields.of("integration", "Webhooks", "data", null)));
        String recording = recordingLink.get();
        body.put("recording", recording);
        body.put("recording_redirect", recording);
        String person = call.text("person_id");
        body.put("timeline_url", WebhookTimeline.url(account, person, call.id(), "call"));
        body.putAll(legacy());
        body.put("timestamp", start);
        body.put("person_resource_id", person == null ? "" : person);
        body.put("resource_id", call.id());
        body.put("company_resource_id", text("company_id"));
        body.put("tracker_resource_id", text("tracker_id"));
        return body;
    }

    /** The call has only begun: most fields are missing, and it has not been answered. */
    private void begin(Map<String, Object> body, WebhookEvent event) {
        body.keySet()
                .retainAll(
                        event == WebhookEvent.PRE_CALL
                                ? CallWebhookFields.AT_THE_BEGINNING
                                : CallWebhookFields.WHEN_ROUTED);
        body.put("answered", false);
        body.put("voicemail", false);
        body.put("call_type", "missed");
        body.put("formatted_call_type", "Missed Call");
        body.put("duration", "0");
        body.put("formatted_duration", "0s");
    }

    private Object transcript() {
        SandboxObject single = SandboxEndpoints.object("calls");
        String name = "conversational_transcript";
        return plain(name, ObjectFields.of(single, call).get(name));
    }

    private Instant began() {
        return Times.instant("start_time", call.get("start_time"));
    }

    private String text(String name) {
        String text = call.text(name);
        return text == null ? "" : text;
    }

    /** Unlike the API, webhooks leave out the milestones that were not reached. */
    private static Map<Object, Object> reached(Map<?, ?> milestones) {
        Map<Object, Object> reached = new LinkedHashMap<>(milestones);
        reached.values().removeIf(step -> step instanceof Map<?, ?> fields && fields.get("event_date") == null);
        return reached;
    }

    private static Object plain(String name, Object value) {
        boolean empty = value == null
                || (value instanceof Collection<?> list && list.isEmpty() && !ALWAYS_LISTS.contains(name))
                || (value instanceof Map<?, ?> map && map.isEmpty());
        return empty ? "" : value;
    }
}
