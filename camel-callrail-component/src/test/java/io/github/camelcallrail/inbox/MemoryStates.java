package io.github.camelcallrail.inbox;

import io.github.camelcallrail.checkpoint.ListableStateRepository;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** State in memory that several inboxes share, and that a test takes away and gives back. */
final class MemoryStates implements ListableStateRepository {

    final ConcurrentSkipListMap<String, String> values = new ConcurrentSkipListMap<>();
    final AtomicInteger refused = new AtomicInteger();
    volatile boolean down;
    volatile boolean readOnly;
    volatile Error defect;

    @Override
    public List<String> keys(String prefix, String after, int most) {
        checkUp(false);
        return values.tailMap(after.isEmpty() ? prefix : after, after.isEmpty()).keySet().stream()
                .takeWhile(key -> key.startsWith(prefix))
                .limit(most)
                .toList();
    }

    @Override
    public boolean renameState(String key, String newKey) {
        checkUp(true);
        String value = values.remove(key);
        if (value != null) {
            values.put(newKey, value);
        }
        return value != null;
    }

    @Override
    public void setState(String key, String value) {
        checkUp(true);
        if (value == null) {
            values.remove(key);
        } else {
            values.put(key, value);
        }
    }

    @Override
    public String getState(String key) {
        checkUp(false);
        return values.get(key);
    }

    @Override
    public boolean compareAndSetState(String key, String expected, String value) {
        checkUp(true);
        return Objects.equals(value, values.compute(key, (k, now) -> Objects.equals(now, expected) ? value : now));
    }

    private void checkUp(boolean write) {
        if (defect != null) {
            refused.incrementAndGet();
            throw defect;
        }
        if (down || readOnly && write) {
            refused.incrementAndGet();
            throw new IllegalStateException("database away");
        }
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
