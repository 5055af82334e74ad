package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.sandbox.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A life of an incremental consumer at random: calls that come, are edited and go, exchanges, requests and stores that
 * fail, restarts, pauses. In the end the sink has what CallRail has, and nothing came without a reason.
 */
class IncrementalSoakTest extends IncrementalTesting {

    private static final int STEPS = 60;

    /** More by the property {@code soak.seeds}. */
    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("soak.seeds", 6));
    }

    private final Map<String, Integer> edits = new HashMap<>();
    private final Map<String, Integer> sink = new LinkedHashMap<>();
    private int reasons;
    private int exchangesDone;
    private int number;

    @ParameterizedTest
    @MethodSource("seeds")
    void theSinkHasWhatCallRailHas(long seed) throws Exception {
        Random random = new Random(seed);
        String options = "pageSize=" + (3 + random.nextInt(8)) + "&maxMessagesPerPoll="
                + List.of(0, 0, 4, 11).get(random.nextInt(4)) + "&lookback="
                + List.of("40d", "1h,3d@2h,40d@1d").get(random.nextInt(2)) + "&timeZone="
                + List.of("America/New_York", "UTC", "Asia/Kolkata").get(random.nextInt(3)) + "&readAhead=" + seed % 3
                + "&parallelRequests=" + (1 + seed % 4);
        for (int call = 0; call < 40; call++) {
            call(random, 7 * 24 * 60);
        }
        incremental("calls", options);

        for (int step = 0; step < STEPS; step++) {
            step(random, options);
        }
        failing.clear();
        state.beforeWrite = key -> {};
        sandbox.faults().clear();
        CLOCK.advance(Duration.ofHours(25));
        for (int poll = 0; poll < 20; poll++) {
            attempt();
        }

        assertThat(sink).as("seed %s", seed).containsAllEntriesOf(standing());
        // What came twice came because something failed: an exchange, a request, the store, or the process.
        assertThat(exchangesDone).as("seed %s", seed).isLessThanOrEqualTo(reasons);
    }

    private void step(Random random, String options) throws Exception {
        List<String> ids = sandbox.data().ids("calls");
        switch (random.nextInt(9)) {
            case 0, 1 -> call(random, 20);
            case 2 -> call(random, 3 * 24 * 60);
            case 3, 4 -> edit(ids.get(random.nextInt(ids.size())));
            case 5 -> {
                String gone = ids.get(random.nextInt(ids.size()));
                sandbox.data().remove("calls", gone);
                edits.remove(gone);
            }
            case 6 -> failing.add(ids.get(random.nextInt(ids.size())));
            case 7 -> fault(random);
            default -> {
                failing.clear();
                restart("calls", options);
            }
        }
        CLOCK.advance(Duration.ofMinutes(random.nextInt(90)));
        attempt();
    }

    private void call(Random random, int minutesBack) {
        String id = call(CLOCK.instant().minusSeconds(60L * random.nextInt(minutesBack) + 61));
        edits.put(id, 0);
        reasons++;
        edit(id);
    }

    private void edit(String id) {
        edits.put(id, ++number);
        sandbox.data().edit("calls", id, Map.of("note", String.valueOf(number)));
        reasons++;
    }

    private void fault(Random random) {
        int next = sandbox.journal().lines().size() + 1 + random.nextInt(3);
        if (random.nextBoolean()) {
            sandbox.faults().onRequest(next, Fault.status(500, "{}"));
        } else {
            int[] writes = {random.nextInt(4)};
            state.beforeWrite = key -> {
                if (writes[0]-- == 0) {
                    // At most a page comes again.
                    reasons += 11;
                    throw new IllegalStateException("the store fails");
                }
            };
        }
    }

    private void attempt() {
        exchanges.clear();
        try {
            consumer.poll();
        } catch (Exception e) {
            assertThat(e).isInstanceOf(CallRailException.class);
        }
        Set<String> failed = new HashSet<>(failing);
        new ArrayList<>(exchanges).forEach(exchange -> {
            String id = exchange.getMessage().getHeader(CallRailConstants.RECORD_ID, String.class);
            if (failed.contains(id)) {
                return;
            }
            exchangesDone++;
            sink.put(
                    id,
                    Integer.valueOf(String.valueOf(
                            exchange.getMessage().getBody(Map.class).get("note"))));
        });
    }

    private Map<String, Integer> standing() {
        Instant origin = Instant.parse("2026-03-08T04:00:00Z");
        Map<String, Integer> standing = new HashMap<>();
        sandbox.data().rows("calls").forEach(record -> {
            if (OffsetDateTime.parse(record.get("start_time").toString())
                    .toInstant()
                    .isAfter(origin)) {
                standing.put(
                        record.get("id").toString(), edits.get(record.get("id").toString()));
            }
        });
        return standing;
    }
}
