package io.github.camelcallrail;

import io.github.camelcallrail.sandbox.SandboxData;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Calls of the sandbox that come, are edited and go at random. Up to a dozen are of one minute, so that pages end
 * within minutes; the note of each is the number of its version, which is no other's.
 */
final class ChangingCalls {

    private static final int MOST_IN_A_MINUTE = 12;

    private final SandboxData data;
    private final Random random;
    private final Map<String, Instant> times = new HashMap<>();
    private final Map<String, String> versions = new HashMap<>();
    private int number;

    ChangingCalls(SandboxData data, Random random) {
        this.data = data;
        this.random = random;
    }

    /** What CallRail has: the version of each by its id. */
    Map<String, String> versions() {
        return versions;
    }

    Instant time(String id) {
        return times.get(id);
    }

    /** Adds calls in minutes that are spread evenly over a time. */
    void add(int count, Instant from, Instant to) {
        List<Integer> groups = new ArrayList<>();
        for (int left = count; left > 0; left -= groups.get(groups.size() - 1)) {
            groups.add(Math.min(left, 1 + random.nextInt(MOST_IN_A_MINUTE)));
        }
        Duration between = Duration.between(from, to).dividedBy(groups.size());
        for (int group = 0; group < groups.size(); group++) {
            for (int call = 0; call < groups.get(group); call++) {
                add(from.plus(between.multipliedBy(group)).plusSeconds(random.nextInt(20)));
            }
        }
    }

    private void add(Instant time) {
        String version = String.valueOf(++number);
        String id = data.add("calls", Map.of("start_time", time, "note", version));
        times.put(id, time);
        versions.put(id, version);
    }

    /** Edits some of those that start in a time. */
    void edit(int count, Instant from, Instant to) {
        List<String> some = ids(from, to);
        Collections.shuffle(some, random);
        some.subList(0, Math.min(count, some.size())).forEach(id -> {
            String version = String.valueOf(++number);
            data.edit("calls", id, Map.of("note", version));
            versions.put(id, version);
        });
    }

    /** Removes some of the latest of those that start in a time. */
    void remove(int count, Instant from, Instant to) {
        List<String> some = ids(from, to);
        List<String> latest = some.subList(Math.max(0, some.size() - 2 * count), some.size());
        Collections.shuffle(latest, random);
        latest.subList(0, Math.min(count, latest.size())).forEach(id -> {
            data.remove("calls", id);
            versions.remove(id);
        });
    }

    /** In the order of the walk, both ends included. */
    private List<String> ids(Instant from, Instant to) {
        return versions.keySet().stream()
                .filter(id -> !time(id).isBefore(from) && !time(id).isAfter(to))
                .sorted(Comparator.comparing(this::time).thenComparing(id -> id))
                .collect(Collectors.toList());
    }
}
