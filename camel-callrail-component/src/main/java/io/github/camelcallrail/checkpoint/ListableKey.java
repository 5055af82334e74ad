package io.github.camelcallrail.checkpoint;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/** Tells listable keys from others, as {@link ListableStateRepository} defines them. */
final class ListableKey {

    private static final int MAX_LENGTH = 255;
    private static final Pattern KEY =
            Pattern.compile(ListableStateRepository.LISTED + "[a-z0-9_-]{1,200}(/[a-z0-9_-]{1,200})*");

    private ListableKey() {}

    static boolean is(String key) {
        return key.length() <= MAX_LENGTH && KEY.matcher(key).matches();
    }

    /** @throws IllegalArgumentException if no listable key begins with it */
    static void requirePrefix(String prefix) {
        // With one more letter it would be a key.
        if (!is(requireNonNull(prefix, "prefix is null") + "a")) {
            throw new IllegalArgumentException("No listable key begins with '" + prefix + "'.");
        }
    }
}
