package io.github.camelcallrail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.camel.spi.StateRepository;

/** A place for states that tells what was written of those of consumers, and fails when told. */
final class RecordingStateRepository implements StateRepository<String, String> {

    final Map<String, String> values = new TreeMap<>();
    final List<String> written = new ArrayList<>();
    Consumer<String> beforeRead = key -> {};
    Consumer<String> beforeWrite = key -> {};

    @Override
    public synchronized void setState(String key, String value) {
        beforeWrite.accept(key);
        if (!key.startsWith("requests/")) {
            written.add(key);
        }
        values.put(key, value);
    }

    @Override
    public synchronized String getState(String key) {
        beforeRead.accept(key);
        return values.get(key);
    }

    synchronized List<String> keys() {
        return List.copyOf(values.keySet());
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
