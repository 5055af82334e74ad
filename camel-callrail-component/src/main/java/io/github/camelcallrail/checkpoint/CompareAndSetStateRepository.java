package io.github.camelcallrail.checkpoint;

import org.apache.camel.spi.StateRepository;

/**
 * A state repository that replaces a value only if nobody else has replaced it in the meantime. Two processes that use
 * the same state, by mistake or briefly while one replaces the other, cannot corrupt it: the slower one fails and
 * repeats its work.
 *
 * <p>With any other {@link StateRepository} a consumer compares and then sets. That detects a process that wrote
 * earlier, but not one that writes at the same moment.
 */
public interface CompareAndSetStateRepository extends StateRepository<String, String> {

    /**
     * Sets a value if the current value is the expected one, atomically for all who share the repository.
     *
     * @param key as in {@link #setState}
     * @param expected the expected current value; null if there must be none
     * @param value the new value, not null
     * @return whether the value was set; if not, nothing has changed
     */
    boolean compareAndSetState(String key, String expected, String value);
}
