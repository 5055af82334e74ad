package io.github.camelcallrail.sandbox;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What the children of one record are generated from.
 *
 * @param baseUrl where the sandbox serves them
 * @param seed the same for the same account, parent and seed of the sandbox, whatever the children
 */
record ChildScope(AccountRecords account, StoredRecord parent, String baseUrl, long seed) {

    SplittableRandom random() {
        return new SplittableRandom(seed);
    }

    /** A random record of the report; null if there are none. Unlike the account's own choice, it changes no other. */
    StoredRecord any(String report, SplittableRandom random) {
        List<StoredRecord> all = new ArrayList<>(account.records(report));
        return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
    }

    /** The tracker of a call; null if it no longer exists. */
    StoredRecord tracker() {
        return account.records("trackers").stream()
                .filter(tracker -> tracker.id().equals(parent.get("tracker_id")))
                .findFirst()
                .orElse(null);
    }

    /** Only session trackers know which pages a caller visited. */
    boolean isOfSessionTracker() {
        StoredRecord tracker = tracker();
        return tracker != null && "session".equals(tracker.get("type"));
    }

    /** The time zone of the company that the parent belongs to. */
    ZoneId zone() {
        return Zones.ofCompany(account, parent.get("company_id"));
    }

    /** The objects in a list of the parent. */
    static List<Map<?, ?>> objects(Object list) {
        List<Map<?, ?>> objects = new ArrayList<>();
        if (list instanceof List<?> values) {
            values.forEach(value -> {
                if (value instanceof Map<?, ?> object) {
                    objects.add(object);
                }
            });
        }
        return objects;
    }
}
