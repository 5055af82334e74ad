package io.github.camelcallrail.dashboard;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.time.Duration;
import java.util.Map;

/** A sandbox in which calls arrive and are edited while the page is open. */
final class LiveSandbox {

    /** How often a call arrives. */
    static final Duration LIVE = Duration.ofSeconds(5);
    /** How often the routes look for what no event told; leaves enough of the 1,000 requests an hour. */
    static final String DELAY = "1m";

    private static final Map<String, Object> FIRST_CALL =
            Map.of("first_call", true, "prior_calls", 0, "total_calls", 1);

    private LiveSandbox() {}

    static CallRailSandbox start() {
        CallRailSandbox sandbox = CallRailSandbox.builder().live(LIVE).start();
        // The sandbox's few hundred people have all called before. Every third call comes from somebody new.
        sandbox.data().ids("calls", call -> "inbound".equals(call.get("direction"))).stream()
                .filter(id -> Math.floorMod(id.hashCode(), 3) == 0)
                .forEach(id -> sandbox.data().edit("calls", id, FIRST_CALL));
        return sandbox;
    }
}
