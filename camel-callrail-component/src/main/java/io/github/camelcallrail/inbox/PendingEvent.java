package io.github.camelcallrail.inbox;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An event that waits to be processed; its text stays in the inbox until it is needed. Ordered by key, which is the
 * order in which events are handed out.
 *
 * @param key the key in the repository, at most 255 characters
 * @param group events of one group are handed out one after the other; as it stands in the key
 * @param added the time at which it was added, by the clock of the process that added it
 */
public record PendingEvent(String key, String group, Instant added) implements Comparable<PendingEvent> {

    private static final Pattern KEY = Pattern.compile(".*/([0-9]{13})-[0-9]{6}-[0-9a-f]{12}-([a-z0-9_-]+)");

    public PendingEvent {
        requireNonNull(key, "key is null");
        requireNonNull(group, "group is null");
        requireNonNull(added, "added is null");
    }

    /** The event of a key. A key that is not one of an event has a group of its own. */
    static PendingEvent of(String key) {
        Matcher parts = KEY.matcher(key);
        return parts.matches()
                ? new PendingEvent(key, parts.group(2), Instant.ofEpochMilli(Long.parseLong(parts.group(1))))
                : new PendingEvent(key, key, Instant.EPOCH);
    }

    @Override
    public int compareTo(PendingEvent other) {
        return key.compareTo(other.key);
    }
}
