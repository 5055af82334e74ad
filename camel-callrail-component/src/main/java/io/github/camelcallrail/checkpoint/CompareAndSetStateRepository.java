package io.github.camelcallrail.checkpoint;

import org.apache.camel.spi.StateRepository;

/**
 * A place for state that can replace a value on condition that nobody else has replaced it meanwhile. With such a place two processes
 * that use one state by mistake, or for a moment while one replaces the other, cannot spoil it: the slower one fails and repeats.
 *
 * <p>With any other {@link StateRepository} a consumer compares and then sets. That notices a process that wrote earlier, but not one
 * that writes within the same instant.
 */
public interface CompareAndSetStateRepository extends StateRepository<String, String> {

    /**
     * Sets a value if the current one is as expected, in one step for everybody who shares the place.
     *
     * @param key as in {@link #setState}
     * @param expected the current value; null if there must not be any
     * @param value the new value, not null
     * @return whether it was set; if not, nothing was changed
     */
    boolean compareAndSetState(String key, String expected, String value);
}
