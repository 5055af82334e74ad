package io.github.camelcallrail.checkpoint;

import java.util.Collection;
import java.util.List;

/** Puts keys in order and cuts them to a page. */
final class KeyPage {

    private KeyPage() {}

    /**
     * @param after the keys that are greater than this are on the page
     * @param most the maximum number of keys on the page
     */
    static List<String> of(Collection<String> keys, String after, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("A page has at least 1 key, but most is " + most + ".");
        }
        return keys.stream()
                .filter(key -> key.compareTo(after) > 0)
                .sorted()
                .limit(most)
                .toList();
    }
}
