package io.github.camelcallrail.sandbox;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * The marketing source that brought a caller.
 *
 * @param code the name that form submissions use
 * @param share the percentage of callers
 * @param referrerDomain null if there was no referrer
 */
record TrafficSource(String name, String code, String medium, int share, String referrerDomain, String utmSource) {

    static final List<TrafficSource> ALL = List.of(
            new TrafficSource("Google Ads", "google_paid", "PPC", 31, "www.google.com", "google"),
            new TrafficSource("Google Organic", "google_organic", "Organic", 24, "www.google.com", null),
            new TrafficSource("Direct", "direct", "Direct", 14, null, null),
            new TrafficSource("Google My Business", "google_my_business", "Organic", 12, "www.google.com", null),
            new TrafficSource("Facebook", "facebook_paid", "Social", 9, "www.facebook.com", "facebook"),
            new TrafficSource("Bing Organic", "bing_organic", "Organic", 5, "www.bing.com", null),
            new TrafficSource("Spring Postcard", "offline", null, 5, null, null));

    private static final List<String> CAMPAIGNS = List.of("spring_offer", "brand_name", "weekend_service", "near_me");
    private static final List<String> KEYWORDS = List.of("open today", "best price", "same day repair", "near me");

    static TrafficSource any(SplittableRandom random) {
        int left = random.nextInt(100);
        for (TrafficSource source : ALL) {
            left -= source.share();
            if (left < 0) {
                return source;
            }
        }
        return ALL.get(0);
    }

    static TrafficSource named(String name) {
        return ALL.stream()
                .filter(source -> source.name().equals(name) || source.code().equals(name))
                .findFirst()
                .orElseGet(() ->
                        new TrafficSource(name, name.toLowerCase(Locale.ROOT).replace(' ', '_'), null, 0, null, null));
    }

    /** Whether the caller visited the company's website first. */
    boolean onTheWeb() {
        return referrerDomain != null || name.equals("Direct");
    }

    boolean paid() {
        return utmSource != null;
    }

    String campaign(SplittableRandom random) {
        return paid() ? CAMPAIGNS.get(random.nextInt(CAMPAIGNS.size())) : null;
    }

    String keywords(SplittableRandom random) {
        return paid() && random.nextInt(3) > 0 ? KEYWORDS.get(random.nextInt(KEYWORDS.size())) : null;
    }
}
