package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the sink received from processes that were killed. It fails at a record that comes again though it was
 * confirmed, and at more than a page of them after one kill.
 */
final class KilledSink {

    private final int pageSize;
    private final Map<String, String> latest = new HashMap<>();
    private final Set<String> received = new HashSet<>();
    private final Set<String> unconfirmed = new HashSet<>();
    private final Set<String> ofProcess = new HashSet<>();
    private int repeated;
    private String reached;

    KilledSink(int pageSize) {
        this.pageSize = pageSize;
    }

    /** Each record by its id, in the version that came last. */
    Map<String, String> latest() {
        return latest;
    }

    /** The record that came last in the poll at hand. */
    Optional<String> reached() {
        return Optional.ofNullable(reached);
    }

    /** How many records came, counting again each version of one. */
    int size() {
        return received.size();
    }

    void receive(String id, String version) {
        String record = id + " version " + version;
        assertThat(ofProcess.add(record))
                .as("%s comes once from one process", record)
                .isTrue();
        if (!received.add(record)) {
            assertThat(unconfirmed)
                    .as("what may come again, because it was not confirmed before the kill")
                    .contains(record);
            repeated++;
            assertThat(repeated).as("how many records come again after a kill").isLessThanOrEqualTo(pageSize);
        }
        unconfirmed.add(record);
        latest.put(id, version);
        reached = id;
    }

    /** What this process sent is confirmed; what an earlier one sent, and this has not come to, is not. */
    void confirm() {
        unconfirmed.removeAll(ofProcess);
    }

    void processKilled() {
        ofProcess.clear();
        repeated = 0;
    }

    /** Nothing that came until now may come again. */
    void pollEnded() {
        unconfirmed.clear();
        reached = null;
    }
}
