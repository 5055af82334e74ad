package io.github.camelcallrail.sandbox;

import static io.github.camelcallrail.sandbox.ContraryBehavior.END_DATE_EXCLUSIVE;
import static io.github.camelcallrail.sandbox.ContraryBehavior.ORDER_IGNORED;
import static io.github.camelcallrail.sandbox.ContraryBehavior.PAGES_CLAMPED;
import static io.github.camelcallrail.sandbox.ContraryBehavior.SORT_IGNORED;
import static io.github.camelcallrail.sandbox.ContraryBehavior.TIMES_OF_DAY_IGNORED;
import static io.github.camelcallrail.sandbox.ContraryBehavior.TIME_ZONE_IGNORED;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How a contrary service reads a request. */
record ContraryRequests(Set<ContraryBehavior> on) {

    private static final int CLAMPED_SIZE = 100;
    private static final int DATE_LENGTH = 10;

    /** The request that a service without contrary behavior would answer in the same way. */
    Query rewritten(SandboxEndpoint endpoint, Query query) {
        if (on.isEmpty()) {
            return query;
        }
        Map<String, List<String>> values = new LinkedHashMap<>(query.values());
        if (on.contains(SORT_IGNORED)) {
            values.keySet().removeIf(name -> name.equals("sort") || name.equals("order") || isLinkedOrder(name));
        }
        if (on.contains(ORDER_IGNORED)) {
            values.put("order", List.of("desc"));
            values.replaceAll((name, asked) -> isLinkedDirection(name) ? List.of("desc") : asked);
        }
        if (on.contains(PAGES_CLAMPED) && query.number("per_page", 1, CLAMPED_SIZE) > CLAMPED_SIZE) {
            values.put("per_page", List.of(Integer.toString(CLAMPED_SIZE)));
        }
        if (on.contains(TIMES_OF_DAY_IGNORED) && !endpoint.daysOnly()) {
            for (String name : List.of("start_date", "end_date")) {
                values.computeIfPresent(name, (key, asked) -> asked.stream()
                        .map(ContraryRequests::date)
                        .toList());
            }
        }
        return new Query(values);
    }

    /** The period of a rewritten request. */
    Period period(SandboxEndpoint endpoint, Query query, ZoneId zone, Instant now) {
        ZoneId read = on.contains(TIME_ZONE_IGNORED) ? ZoneId.of("UTC") : zone;
        Period period = Period.of(query, read, now, endpoint.daysOnly());
        String end = query.one("end_date");
        if (end == null || !on.contains(END_DATE_EXCLUSIVE)) {
            return period;
        }
        ZonedDateTime excluded =
                end.length() == DATE_LENGTH ? period.end().toLocalDate().atStartOfDay(read) : period.end();
        return new Period(period.start(), excluded.minusNanos(1));
    }

    private static String date(String asked) {
        return asked.matches("\\d{4}-\\d\\d-\\d\\dT.*") ? asked.substring(0, DATE_LENGTH) : asked;
    }

    private static boolean isLinkedOrder(String name) {
        return name.startsWith("api_sort[");
    }

    private static boolean isLinkedDirection(String name) {
        return name.startsWith("api_sort[][");
    }
}
