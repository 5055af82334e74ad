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
 * Fills a list and then changes it between requests: some rows more, or some fewer, or two rows change places as they are stored.
 * Never more and fewer between the same two requests. It knows which rows stood all the time.
 */
final class RandomChanges {

    private final MovingList list;
    private final Random random;
    private final Supplier<Instant> times;
    private final Map<String, Instant> everThere = new LinkedHashMap<>();
    private final Map<Instant, Integer> perTime = new HashMap<>();
    private final Set<String> stood = new HashSet<>();
    private int changes;

    /** @param times gives a row its minute; its second is made up here */
    RandomChanges(MovingList list, Random random, Supplier<Instant> times) {
        this.list = list;
        this.random = random;
        this.times = times;
    }

    void fill(int rows) {
        add(rows);
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

    /** The rows that were there from the first request to the last. */
    Set<String> stood() {
        return stood;
    }

    /** All rows there ever were, with their times. */
    Map<String, Instant> everThere() {
        return everThere;
    }

    /** After how many requests the list was changed. */
    int changes() {
        return changes;
    }

    /** The most rows that there ever were of one minute. */
    int mostOfAMinute() {
        return perTime.values().stream().max(Integer::compare).orElse(0);
    }

    private void change() {
        changes++;
        int kind = random.nextInt(5);
        List<MovingList.Row> rows = list.rows();
        if (kind < 2 || rows.size() < 2) {
            add(1 + random.nextInt(3));
        } else if (kind < 4) {
            for (int left = Math.min(rows.size(), 1 + random.nextInt(3)); left > 0; left--) {
                stood.remove(rows.remove(random.nextInt(rows.size())).name());
            }
        } else {
            Collections.swap(rows, random.nextInt(rows.size()), random.nextInt(rows.size()));
        }
    }

    private void add(int rows) {
        for (int row = 0; row < rows; row++) {
            Instant minute = times.get();
            perTime.merge(minute, 1, Integer::sum);
            // Few different seconds, so that rows of one minute often are of one time.
            Instant time = minute.plusSeconds(random.nextInt(3) * 20L);
            String name = "r" + (everThere.size() + 1);
            everThere.put(name, time);
            list.rows().add(random.nextInt(list.rows().size() + 1), new MovingList.Row(name, time));
        }
    }
}
