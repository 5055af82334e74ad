package io.github.camelcallrail.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thousands of events of groups large and small, some of which fail some times, while more are added. */
@Timeout(60)
class EventOrderTest {

    private static final int EVENTS = 4_000;

    private final MemoryStates states = new MemoryStates();
    private final List<String> handled = Collections.synchronizedList(new ArrayList<>());
    private final Set<String> groupsInWork = ConcurrentHashMap.newKeySet();
    private final List<String> overlaps = Collections.synchronizedList(new ArrayList<>());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void eachGroupKeepsItsOrderAndEachEventIsProcessedOnce(long seed) {
        Random random = new Random(seed);
        Map<String, Integer> failures = new ConcurrentHashMap<>();
        Map<String, List<String>> expected = new HashMap<>();
        EventInbox other = new EventInbox(states, "calls", EVENTS, Clock.systemUTC());
        try (Dispatching process =
                new Dispatching(states, Dispatching.FAST, 4, (key, text) -> handle(text, failures))) {
            for (int i = 0; i < EVENTS; i++) {
                if (i == EVENTS / 2) {
                    process.dispatcher.start();
                }
                // Groups of which one has a third of all events, and most have one.
                String group = random.nextInt(3) == 0 ? "g" : "g" + (int) Math.pow(random.nextInt(60), 2);
                String text = group + " " + i;
                if (random.nextInt(20) == 0) {
                    failures.put(text, 1 + random.nextInt(3));
                }
                // A group is added to by one process, because keys of different ones are in order of their clocks.
                (group.length() % 2 == 0 ? process.inbox : other).add(group, text);
                expected.computeIfAbsent(group, unknown -> new ArrayList<>()).add(text);
            }
            await().until(() -> process.inbox.pending("", 1).isEmpty());
        }

        assertThat(overlaps).as("groups of which two events were in work").isEmpty();
        assertThat(handled).hasSize(EVENTS);
        Map<String, List<String>> actual = new HashMap<>();
        handled.forEach(text -> actual.computeIfAbsent(text.split(" ")[0], unknown -> new ArrayList<>())
                .add(text));
        assertThat(actual).isEqualTo(expected);
        assertThat(failures).allSatisfy((text, left) -> assertThat(left).isZero());
    }

    private boolean handle(String text, Map<String, Integer> failures) {
        String group = text.split(" ")[0];
        if (!groupsInWork.add(group)) {
            overlaps.add(text);
        }
        try {
            Integer left = failures.get(text);
            if (left != null && left > 0) {
                failures.put(text, left - 1);
                return false;
            }
            return handled.add(text);
        } finally {
            groupsInWork.remove(group);
        }
    }
}
