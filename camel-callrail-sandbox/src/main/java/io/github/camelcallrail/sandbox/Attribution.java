package io.github.camelcallrail.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Which advertisement or page led to a call or a form. */
final class Attribution {

    private static final List<String> PAGES = List.of("/", "/offers", "/contact");

    private Attribution() {}

    static void putCall(Draft call, Line line, Instant at, boolean lead, SplittableRandom random) {
        Source source = put(call, line, at, lead, random);
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

    static void putForm(Draft form, Line line, Instant at, boolean lead, SplittableRandom random) {
        Source source = put(form, line, at, lead, random);
        // Despite its name, the code of the source; the address is in referring_url.
        form.put("referrer", source.code());
    }

    private static Source put(Draft row, Line line, Instant at, boolean lead, SplittableRandom random) {
        Source source =
                row.given("source") == null ? Source.any(random) : Source.named(String.valueOf(row.given("source")));
        String domain = source.referrerDomain();
        row.put("source", source.name());
        row.put("medium", source.medium());
        row.put("campaign", source.campaign(random));
        row.put("keywords", source.keywords(random));
        row.put("landing_page_url", source.onTheWeb() ? line.site() + PAGES.get(random.nextInt(3)) : null);
        row.put("referring_url", domain == null ? null : "https://" + domain + "/");
        row.put("utm_source", source.utmSource());
        row.put("utm_medium", source.paid() ? "cpc" : null);
        row.put("utm_campaign", row.value("campaign"));
        row.put(
                "milestones",
                Milestones.of(
                        Fields.of(
                                "event_date", Times.utcMillis(at.minusSeconds(120)),
                                "campaign", row.value("campaign"),
                                "keywords", row.value("keywords"),
                                "landing", row.value("landing_page_url"),
                                "medium", row.value("medium"),
                                "referrer", domain,
                                "source", row.value("source")),
                        lead));
        return source;
    }
}
