package io.github.camelcallrail.paging;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Fills a list and then changes it between requests: some records more, or some fewer, or two records change places as
 * they are stored. Never more and fewer between the same two requests. It knows which records stood all the time.
 */
final class RandomChanges {

    private final MovingList list;
    private final Random random;
    private final Supplier<Instant> times;
    private final Map<String, Instant> everThere = new LinkedHashMap<>();
    private final Map<Instant, Integer> perTime = new HashMap<>();
    private final Set<String> stood = new HashSet<>();
    private int changes;

    /** @param times gives a record its minute; its second is made up here */
    RandomChanges(MovingList list, Random random, Supplier<Instant> times) {
        this.list = list;
        this.random = random;
        this.times = times;
    }

    void fill(int records) {
        add(records);
        stood.addAll(list.names());
    }

    /** From now on changes the list after a request with that likelihood, but not more often than so many times. */
    void begin(double likelihood, int most) {
        list.afterEach(request -> {
            if (changes < most && random.nextDouble() < likelihood) {
                change();
            }
        });
    }

    /** The records that were there from the first request to the last. */
    Set<String> stood() {
        return stood;
    }

    /** All records there ever were, with their times. */
    Map<String, Instant> everThere() {
        return everThere;
    }

    /** After how many requests the list was changed. */
    int changes() {
        return changes;
    }

    /** The most records that there ever were of one minute. */
    int mostOfAMinute() {
        return perTime.values().stream().max(Integer::compare).orElse(0);
    }

    private void change() {
        changes++;
        int kind = random.nextInt(5);
        List<MovingList.Item> records = list.records();
        if (kind < 2 || records.size() < 2) {
            add(1 + random.nextInt(3));
        } else if (kind < 4) {
            for (int left = Math.min(records.size(), 1 + random.nextInt(3)); left > 0; left--) {
                stood.remove(records.remove(random.nextInt(records.size())).name());
            }
        } else {
            Collections.swap(records, random.nextInt(records.size()), random.nextInt(records.size()));
        }
    }

    private void add(int records) {
        for (int record = 0; record < records; record++) {
            Instant minute = times.get();
            perTime.merge(minute, 1, Integer::sum);
            // Few different seconds, so that records of one minute often are of one time.
            Instant time = minute.plusSeconds(random.nextInt(3) * 20L);
            String name = "r" + (everThere.size() + 1);
            everThere.put(name, time);
            list.records().add(random.nextInt(list.records().size() + 1), new MovingList.Item(name, time));
        }
    }
}
