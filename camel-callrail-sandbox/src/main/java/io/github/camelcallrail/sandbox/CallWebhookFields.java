package io.github.camelcallrail.sandbox;

import java.util.ArrayList;
import java.util.List;

/** The fields in the body of a webhook on a call. */
final class CallWebhookFields {

    /** Those that the record has under the same name; some of them have another value. */
    static final List<String> COPIED = List.of(
            "answered",
            "business_phone_number",
            "call_type",
            "company_id",
            "company_name",
            "company_time_zone",
            "created_at",
            "customer_city",
            "customer_country",
            "customer_name",
            "customer_phone_number",
            "customer_state",
            "device_type",
            "direction",
            "duration",
            "first_call",
            "formatted_call_type",
            "formatted_customer_location",
            "formatted_business_phone_number",
            "formatted_customer_name",
            "prior_calls",
            "formatted_customer_name_or_phone_number",
            "formatted_customer_phone_number",
            "formatted_duration",
            "formatted_tracking_phone_number",
            "formatted_tracking_source",
            "formatted_value",
            "good_lead_call_id",
            "good_lead_call_time",
            "lead_status",
            "note",
            "recording",
            "recording_duration",
            "source",
            "source_name",
            "start_time",
            "tags",
            "detail_tags",
            "total_calls",
            "tracking_phone_number",
            "transcription",
            "value",
            "voicemail",
            "waveforms",
            "keywords",
            "medium",
            "referring_url",
            "landing_page_url",
            "last_requested_url",
            "milestones",
            "referrer_domain",
            "conversational_transcript",
            "utm_source",
            "utm_medium",
            "utm_term",
            "utm_content",
            "utm_campaign",
            "utma",
            "utmb",
            "utmc",
            "utmv",
            "utmz",
            "ga",
            "fbclid",
            "gclid",
            "integration_data",
            "keywords_spotted",
            "recording_player",
            "speaker_percent",
            "call_highlights",
            "call_summary",
            "lead_score",
            "lead_explanation",
            "sentiment",
            "agent_email",
            "campaign",
            "msclkid",
            "keypad_entries",
            "recording_redirect",
            "spam",
            "timeline_url",
            "custom");

    /** Those that are known when a call comes in. That {@code timestamp} is among them is a choice. */
    static final List<String> AT_THE_BEGINNING = List.of(
            "answered",
            "call_type",
            "formatted_call_type",
            "customer_city",
            "customer_country",
            "customer_name",
            "customer_phone_number",
            "customer_state",
            "company_id",
            "company_name",
            "company_resource_id",
            "company_time_zone",
            "created_at",
            "direction",
            "duration",
            "formatted_duration",
            "first_call",
            "formatted_tracking_phone_number",
            "person_resource_id",
            "prior_calls",
            "resource_id",
            "source_name",
            "start_time",
            "total_calls",
            "tracker_resource_id",
            "tracking_phone_number",
            "voicemail",
            "timestamp");

    /** The legacy attributes that are known only when a call has ended. */
    static final List<String> LEGACY_AT_THE_END = List.of("destinationnum", "score", "tag");

    /** Those that are known when a call has been routed. */
    static final List<String> WHEN_ROUTED = whenRouted();

    private CallWebhookFields() {}

    private static List<String> whenRouted() {
        List<String> fields = new ArrayList<>(AT_THE_BEGINNING);
        fields.addAll(List.of("business_phone_number", "formatted_business_phone_number", "tags", "source"));
        return List.copyOf(fields);
    }
}
