package io.github.camelcallrail.checkpoint;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** State in memory, for tests without Camel: what was written can be looked at and changed. */
final class MemoryStates implements CompareAndSetStateRepository {

    final Map<String, String> values = new TreeMap<>();

    @Override
    public void setState(String key, String value) {
        values.put(key, value);
    }

    @Override
    public String getState(String key) {
        return values.get(key);
    }

    @Override
    public boolean compareAndSetState(String key, String expected, String value) {
        boolean known = Objects.equals(expected, values.get(key));
        if (known) {
            values.put(key, value);
        }
        return known;
    }

    @Override
    public void start() {
        // Nothing to start.
    }

    @Override
    public void stop() {
        // Nothing to stop.
    }
}
