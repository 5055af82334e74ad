package io.github.camelcallrail.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Generates the pages that a caller visited before the call. */
final class PageViewGenerator implements ChildGenerator {

    private static final List<String> PAGES = List.of("/", "/offers", "/prices", "/about-us", "/contact");
    private static final int MOST = 8;

    @Override
    public List<Map<String, Object>> plan(ChildScope scope) {
        List<Map<String, Object>> views = new ArrayList<>();
        if (scope.isOfSessionTracker()) {
            SplittableRandom random = scope.random();
            Instant at = Times.instant("start_time", scope.parent().get("start_time"));
            for (int count = 1 + random.nextInt(MOST); count > 0; count--) {
                at = at.minusSeconds(8 + random.nextInt(200));
                Object referrer = count == 1 ? scope.parent().get("referring_url") : page(scope, random);
                views.add(0, Fields.of("created_at", at, "referrer_url", referrer));
            }
        }
        return views;
    }

    @Override
    public void fill(RecordDraft view, ChildScope scope, Instant at, SplittableRandom random) {
        // No response contains it.
        view.put("id", Ids.timeOrdered("PGV", at, random));
        view.put("page_url", page(scope, random));
        view.put("referrer_url", null);
        view.put("created_at", Times.seconds(at, scope.zone()));
    }

    private static String page(ChildScope scope, SplittableRandom random) {
        return TrackingLine.site(scope.parent().text("company_name")) + PAGES.get(random.nextInt(PAGES.size()));
    }
}
