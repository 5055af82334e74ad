package io.github.camelcallrail.sandbox;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The four milestones of a lead; a milestone not reached is present but empty. */
final class Milestones {

    private static final List<String> SCALARS = List.of(
            "event_date",
            "ad_position",
            "campaign",
            "device",
            "keywords",
            "landing",
            "match_type",
            "medium",
            "referrer",
            "session_browser",
            "source");
    private static final List<String> MAPS =
            List.of("landing_page_url_params", "referrer_url_params", "url_utm_params");
    private static final Map<String, Object> NOT_REACHED = step(Map.of());

    private Milestones() {}

    static Map<String, Object> of(Map<String, Object> firstTouch, boolean lead) {
        Map<String, Object> first = step(firstTouch);
        Map<String, Object> milestones = new LinkedHashMap<>();
        milestones.put("first_touch", first);
        milestones.put("lead_created", first);
        milestones.put("qualified", lead ? first : NOT_REACHED);
        milestones.put("last_touch", NOT_REACHED);
        return Collections.unmodifiableMap(milestones);
    }

    private static Map<String, Object> step(Map<String, Object> known) {
        Map<String, Object> step = new LinkedHashMap<>();
        SCALARS.forEach(name -> step.put(name, known.get(name)));
        MAPS.forEach(name -> step.put(name, Map.of()));
        return Collections.unmodifiableMap(step);
    }
}
