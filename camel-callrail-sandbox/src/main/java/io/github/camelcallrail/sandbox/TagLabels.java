package io.github.camelcallrail.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The tags of an account as records carry them: names in some, objects in others; the service returns both. */
final class TagLabels {

    static final List<String> NAMES = List.of(
            "First Timer",
            "Returning",
            "Quote Given",
            "Rush Job",
            "Billing",
            "Complaint",
            "Job Seeker",
            "Supplier",
            "Booked",
            "Cancelled",
            "Left Message",
            "Price Shopper",
            "Referral",
            "Warranty",
            "Weekend",
            "Spanish",
            "Follow Up",
            "Out of Area",
            "Seasonal",
            "VIP, Gold");

    static final int FIRST_ID = 6_000_001;
    static final List<String> COLORS = List.of("green1", "blue1", "red1", "gray1", "orange1");

    private TagLabels() {}

    static List<Object> any(SplittableRandom random) {
        int kind = random.nextInt(10);
        if (kind < 6) {
            return List.of();
        }
        int index = random.nextInt(NAMES.size());
        if (kind < 8) {
            return List.of(NAMES.get(index));
        }
        Map<String, Object> tag = new LinkedHashMap<>();
        tag.put("id", FIRST_ID + index);
        tag.put("name", NAMES.get(index));
        tag.put("color", COLORS.get(index % COLORS.size()));
        return List.of(tag);
    }

    /** The name of a tag in either form. */
    static String name(Object tag) {
        return String.valueOf(tag instanceof Map<?, ?> fields ? fields.get("name") : tag);
    }
}
