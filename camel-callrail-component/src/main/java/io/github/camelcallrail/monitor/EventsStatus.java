package io.github.camelcallrail.monitor;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What an endpoint that receives events is about.
 *
 * @param pending how many stored events wait to be processed; empty if events are not stored, or if it is not known
 * @param oldest when the oldest of them was received
 * @param storing false while events cannot be stored, so that they are rejected
 * @param webhooks the state of the webhook integration of each company that was looked at, by company, such as
 *     {@code active}
 */
public record EventsStatus(
        OptionalInt pending, Optional<Instant> oldest, boolean storing, Map<String, String> webhooks) {

    private static final String ACTIVE = "active";

    public EventsStatus {
        requireNonNull(pending, "pending is null");
        requireNonNull(oldest, "oldest is null");
        webhooks = Collections.unmodifiableMap(new TreeMap<>(webhooks));
    }

    /** Whether CallRail sends all events of a company with an integration in this state. */
    public static boolean isActive(String state) {
        return state.equals(ACTIVE);
    }

    /** How many companies have a webhook integration that is not active, or lacks URLs. */
    public long inactive() {
        return webhooks.values().stream().filter(state -> !isActive(state)).count();
    }
}
