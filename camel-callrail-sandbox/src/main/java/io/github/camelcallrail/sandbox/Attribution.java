package io.github.camelcallrail.sandbox;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Which advertisement or page led to a call. */
final class Attribution {

    private Attribution() {}

    static void put(Draft call, Line line, Instant at, boolean lead, SplittableRandom random) {
        Source source =
                call.given("source") == null ? Source.any(random) : Source.named(String.valueOf(call.given("source")));
        boolean web = source.referrerDomain() != null || source.name().equals("Direct");
        call.put("source", source.name());
        call.put("formatted_tracking_source", source.name());
        String medium = call.putText("medium", source.medium());
        String campaign = call.putText("campaign", source.campaign(random));
        String keywords = call.putText("keywords", source.keywords(random));
        String device = call.putText("device_type", !web ? null : random.nextInt(10) < 6 ? "mobile" : "desktop");
        String landing = call.putText(
                "landing_page_url",
                web ? line.site() + Arrays.asList("/", "/offers", "/contact").get(random.nextInt(3)) : null);
        call.put("last_requested_url", web ? line.site() + "/contact" : null);
        String domain = call.putText("referrer_domain", source.referrerDomain());
        call.put("referring_url", domain == null ? null : "https://" + domain + "/");
        call.put("utm_source", source.utmSource());
        call.put("utm_medium", source.paid() ? "cpc" : null);
        call.put("utm_campaign", campaign);
        call.put("utm_term", keywords);
        call.put("utm_content", null);
        boolean google = source.code().equals("google_paid");
        call.put("gclid", google ? "gclid-" + Long.toHexString(random.nextLong()) : null);
        call.put(
                "fbclid",
                source.code().startsWith("facebook") ? "fbclid-" + Long.toHexString(random.nextLong()) : null);
        call.put("msclkid", null);
        call.put("ga", web ? "GA1.2." + random.nextInt(1_000_000) : null);
        call.put("session_uuid", web ? Long.toHexString(random.nextLong()) : null);
        call.put("custom", Map.of());

        Map<String, Object> touch = new HashMap<>();
        touch.put("event_date", Times.utcMillis(at.minusSeconds(120)));
        touch.put("campaign", campaign);
        touch.put("device", device);
        touch.put("keywords", keywords);
        touch.put("landing", landing);
        touch.put("medium", medium);
        touch.put("referrer", domain);
        touch.put("source", source.name());
        call.put("milestones", Milestones.of(touch, lead));
    }
}
