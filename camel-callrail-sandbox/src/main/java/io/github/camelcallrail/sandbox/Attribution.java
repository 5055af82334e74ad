package io.github.camelcallrail.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The advertisement or page that led to a call or a form. */
final class Attribution {

    private static final List<String> PAGES = List.of("/", "/offers", "/contact");

    private Attribution() {}

    static void putCall(RecordDraft call, TrackingLine line, Instant at, boolean lead, SplittableRandom random) {
        TrafficSource source = put(call, line, at, lead, random);
        boolean web = source.onTheWeb();
        call.put("formatted_tracking_source", source.name());
        call.put("device_type", !web ? null : random.nextInt(10) < 6 ? "mobile" : "desktop");
        call.put("last_requested_url", web ? line.site() + "/contact" : null);
        call.put("referrer_domain", source.referrerDomain());
        call.put("utm_term", call.value("keywords"));
        call.put("utm_content", null);
        String click = Long.toHexString(random.nextLong());
        call.put("gclid", source.code().equals("google_paid") ? "gclid-" + click : null);
        call.put("fbclid", source.code().startsWith("facebook") ? "fbclid-" + click : null);
        call.put("msclkid", null);
        call.put("ga", web ? "GA1.2." + random.nextInt(1_000_000) : null);
        call.put("session_uuid", web ? Long.toHexString(random.nextLong()) : null);
        call.put("custom", Map.of());
    }

    static void putForm(RecordDraft form, TrackingLine line, Instant at, boolean lead, SplittableRandom random) {
        TrafficSource source = put(form, line, at, lead, random);
        // Despite its name this is the code of the source; the URL is in referring_url.
        form.put("referrer", source.code());
    }

    private static TrafficSource put(
            RecordDraft draft, TrackingLine line, Instant at, boolean lead, SplittableRandom random) {
        TrafficSource source = draft.given("source") == null
                ? TrafficSource.any(random)
                : TrafficSource.named(String.valueOf(draft.given("source")));
        String domain = source.referrerDomain();
        draft.put("source", source.name());
        draft.put("medium", source.medium());
        draft.put("campaign", source.campaign(random));
        draft.put("keywords", source.keywords(random));
        draft.put("landing_page_url", source.onTheWeb() ? line.site() + PAGES.get(random.nextInt(3)) : null);
        draft.put("referring_url", domain == null ? null : "https://" + domain + "/");
        draft.put("utm_source", source.utmSource());
        draft.put("utm_medium", source.paid() ? "cpc" : null);
        draft.put("utm_campaign", draft.value("campaign"));
        draft.put(
                "milestones",
                Milestones.of(
                        Fields.of(
                                "event_date", Times.utcMillis(at.minusSeconds(120)),
                                "campaign", draft.value("campaign"),
                                "keywords", draft.value("keywords"),
                                "landing", draft.value("landing_page_url"),
                                "medium", draft.value("medium"),
                                "referrer", domain,
                                "source", draft.value("source")),
                        lead));
        return source;
    }
}
