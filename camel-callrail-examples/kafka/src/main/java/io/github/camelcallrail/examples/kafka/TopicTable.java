package io.github.camelcallrail.examples.kafka;

import java.util.HashMap;
import java.util.Map;

/** A topic as a table: the latest value of each key. Thread-safe. */
final class TopicTable {

    private final Map<String, String> rows = new HashMap<>();

    /** Replaces the value of this key, and returns whether that changes the table. */
    synchronized boolean put(String key, String value) {
        return !value.equals(rows.put(key, value));
    }

    /** The latest values by key, {@code <account id>/<record id>}. */
    synchronized Map<String, String> rows() {
        return Map.copyOf(rows);
    }

    /** How many records this account has. */
    synchronized long records(String account) {
        return rows.keySet().stream()
                .filter(key -> key.startsWith(account + "/"))
                .count();
    }
}
