package io.github.camelcallrail.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The request budget of one account.
 *
 * @param left how many requests may be sent now; absent if that is unknown
 * @param pausedUntil until when nothing is sent because CallRail refused a request
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RequestsLeft(
        String accountId, Long left, long inHour, long perHour, long inDay, long perDay, String pausedUntil) {

    /** One of each account that was asked; the look-up of accounts belongs to none. */
    static List<RequestsLeft> all(JsonNode console) {
        Map<String, RequestsLeft> byAccount = new LinkedHashMap<>();
        console.path("endpoints").forEach(endpoint -> endpoint.path("accounts").forEach(account -> {
            String id = account.path("accountId").asText();
            if (!id.isEmpty()) {
                byAccount.put(id, of(id, account));
            }
        }));
        return List.copyOf(byAccount.values());
    }

    private static RequestsLeft of(String id, JsonNode account) {
        return new RequestsLeft(
                id,
                account.has("requestsLeft") ? account.path("requestsLeft").asLong() : null,
                account.path("requestsInHour").asLong(),
                account.path("requestsPerHour").asLong(),
                account.path("requestsInDay").asLong(),
                account.path("requestsPerDay").asLong(),
                account.path("pausedUntil").asText(null));
    }
}
