package io.github.camelcallrail.sandbox;

import static io.github.camelcallrail.sandbox.ContraryBehavior.NO_TOTALS;
import static io.github.camelcallrail.sandbox.ContraryBehavior.NUMERIC_IDS;
import static io.github.camelcallrail.sandbox.ContraryBehavior.TOTALS_AS_TEXT;
import static io.github.camelcallrail.sandbox.ContraryBehavior.UNKNOWN_MEMBERS;
import static io.github.camelcallrail.sandbox.ContraryBehavior.WRONG_TOTALS;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How a contrary service writes an answer. */
record ContraryAnswers(Set<ContraryBehavior> on) {

    private static final int UNLISTED = 7;

    /** @param query the request as received */
    Map<String, Object> rewritten(SandboxEndpoint endpoint, Query query, Map<String, Object> answer) {
        if (on.isEmpty()) {
            return answer;
        }
        Map<String, Object> members = new LinkedHashMap<>();
        boolean more = endpoint.paged() && on.contains(UNKNOWN_MEMBERS);
        if (more) {
            members.put(
                    "future_notices",
                    List.of(
                            Fields.of("id", "NTC1", "text", "Maintenance on Sunday"),
                            Fields.of("id", "NTC2", "text", "New terms")));
        }
        members.putAll(answer);
        if (endpoint.paged()) {
            rewriteTotals(members);
        }
        ContraryRecords records = ContraryRecords.of(on, endpoint, query);
        members.computeIfPresent(endpoint.arrayKey(), (key, list) -> records.rewritten((List<?>) list));
        members.computeIfPresent("lead", (key, lead) -> records.rewritten((Map<?, ?>) lead));
        members.computeIfPresent("total_results", (key, totals) -> records.rewritten((Map<?, ?>) totals));
        if (more) {
            members.put("future_state", Fields.of("version", 4, "partial", false));
        }
        return on.contains(NUMERIC_IDS) ? NumericIds.in(members) : members;
    }

    /** A single object differs as a record of a list does. */
    Map<String, Object> rewritten(SandboxObject object, Query query, Map<String, Object> answer) {
        if (on.isEmpty()) {
            return answer;
        }
        Map<String, Object> members = ContraryRecords.of(on, object, query).rewritten(answer);
        return on.contains(NUMERIC_IDS) ? NumericIds.in(members) : members;
    }

    private void rewriteTotals(Map<String, Object> members) {
        // Relative pages have no totals.
        if (on.contains(WRONG_TOTALS) && members.get("total_records") instanceof Integer total) {
            members.putAll(new Page((Integer) members.get("page"), (Integer) members.get("per_page"))
                    .metadata(total + UNLISTED));
        }
        if (on.contains(TOTALS_AS_TEXT)) {
            members.computeIfPresent("total_records", (key, total) -> total.toString());
            members.computeIfPresent("total_pages", (key, total) -> total.toString());
        }
        if (on.contains(NO_TOTALS)) {
            members.keySet().removeAll(List.of("page", "per_page", "total_records", "total_pages"));
        }
    }
}
