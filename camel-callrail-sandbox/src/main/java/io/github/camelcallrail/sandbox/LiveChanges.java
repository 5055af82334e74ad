package io.github.camelcallrail.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** What happens in a live account: each run adds a call that has just ended and edits an earlier one. */
final class LiveChanges implements Runnable {

    private static final List<String> NOTES = List.of(
            "Asked for a second quote",
            "Moved to Thursday",
            "Left a message",
            "Wants to pay by invoice",
            "Called back");
    private static final List<String> VERDICTS = List.of("good_lead", "not_a_lead");
    /** People edit recent calls: one of this many. */
    private static final int RECENT = 40;

    private final SandboxData data;
    private final Clock clock;
    private final SplittableRandom random;

    LiveChanges(SandboxData data, Clock clock, long seed) {
        this.data = data;
        this.clock = clock;
        this.random = new SplittableRandom(seed);
    }

    @Override
    public void run() {
        synchronized (data) {
            // A test may have removed every account; reset() brings them back.
            if (!data.accountIds().isEmpty()) {
                List<String> earlier = data.ids("calls");
                data.add("calls", endedNow());
                if (!earlier.isEmpty()) {
                    edit(earlier.get(earlier.size() - 1 - random.nextInt(Math.min(RECENT, earlier.size()))));
                }
            }
        }
    }

    /** CallRail lists a call by the time it began, which is before the time it appears. */
    private Map<String, Object> endedNow() {
        int of100 = random.nextInt(100);
        boolean answered = of100 < 70;
        int seconds = answered ? 30 + random.nextInt(270) : 5 + random.nextInt(40);
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("direction", "inbound");
        call.put("start_time", clock.instant().minus(Duration.ofSeconds(seconds)));
        call.put("duration", seconds);
        call.put("answered", answered);
        call.put("voicemail", of100 >= 90);
        if (random.nextInt(3) == 0) {
            call.putAll(Map.of("first_call", true, "prior_calls", 0, "total_calls", 1));
        }
        return call;
    }

    private void edit(String id) {
        Object note = data.record("calls", id).get("note");
        List<String> others = NOTES.stream().filter(each -> !each.equals(note)).toList();
        data.edit(
                "calls",
                id,
                Map.of(
                        "note", others.get(random.nextInt(others.size())),
                        "lead_status", VERDICTS.get(random.nextInt(VERDICTS.size()))));
    }
}
