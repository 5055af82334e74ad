package io.github.camelcallrail.sandbox;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Where a caller came from.
 *
 * @param code how form submissions name it
 * @param share how many of a hundred callers
 * @param referrerDomain null where the visitor came from nowhere
 */
record Source(String name, String code, String medium, int share, String referrerDomain, String utmSource) {

    static final List<Source> ALL = List.of(
            new Source("Google Ads", "google_paid", "PPC", 31, "www.google.com", "google"),
            new Source("Google Organic", "google_organic", "Organic", 24, "www.google.com", null),
            new Source("Direct", "direct", "Direct", 14, null, null),
            new Source("Google My Business", "google_my_business", "Organic", 12, "www.google.com", null),
            new Source("Facebook", "facebook_paid", "Social", 9, "www.facebook.com", "facebook"),
            new Source("Bing Organic", "bing_organic", "Organic", 5, "www.bing.com", null),
            new Source("Spring Postcard", "offline", null, 5, null, null));

    private static final List<String> CAMPAIGNS = List.of("spring_offer", "brand_name", "weekend_service", "near_me");
    private static final List<String> KEYWORDS = List.of("open today", "best price", "same day repair", "near me");

    static Source any(SplittableRandom random) {
        int left = random.nextInt(100);
        for (Source source : ALL) {
            left -= source.share();
            if (left < 0) {
                return source;
            }
        }
        return ALL.get(0);
    }

    static Source named(String name) {
        return ALL.stream()
                .filter(source -> source.name().equals(name) || source.code().equals(name))
                .findFirst()
                .orElseGet(
                        () -> new Source(name, name.toLowerCase(Locale.ROOT).replace(' ', '_'), null, 0, null, null));
    }

    /** Whether the caller was on the company's website first. */
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
