package io.github.camelcallrail.checkpoint;

import java.util.List;

/**
 * A state repository that lists keys. It lists only <em>listable keys</em>: they begin with {@value #LISTED}, consist
 * of parts of 1 to 200 characters {@code a-z}, {@code 0-9}, {@code _} and {@code -}, separated by {@code /}, and have
 * at most 255 characters. Without capital letters, they differ even where case is ignored. Other keys are kept as in
 * every repository, but not listed. Thread-safe.
 */
public interface ListableStateRepository extends CompareAndSetStateRepository {

    /** What all listable keys begin with. */
    String LISTED = "inbox/";

    /**
     * The listable keys that begin with a prefix and come after a key, in ascending order, as {@link String#compareTo}
     * defines it. Of keys that are set or deleted at the same time, each may or may not be among them.
     *
     * @param prefix begins with {@value #LISTED}
     * @param after the keys that are greater than this are listed; empty for all
     * @param most the maximum number of keys, 1 or more; the first ones are listed
     * @throws IllegalArgumentException if the prefix does not begin like a listable key
     */
    List<String> keys(String prefix, String after, int most);

    /** The first keys that begin with a prefix; see {@link #keys(String, String, int)}. */
    default List<String> keys(String prefix, int most) {
        return keys(prefix, "", most);
    }

    /**
     * Moves a value to another key, in one step, whatever the value is. A value under the other key is replaced.
     *
     * @return whether there was such a key; if not, nothing has changed
     */
    boolean renameState(String key, String newKey);
}
