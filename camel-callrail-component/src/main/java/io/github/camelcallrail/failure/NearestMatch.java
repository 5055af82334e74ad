package io.github.camelcallrail.failure;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the likely intended name for a misspelt one, for "did you mean" in messages. */
public final class NearestMatch {

    private NearestMatch() {}

    /**
     * The candidate with the fewest changed letters, ignoring case; empty if even the nearest differs in more than
     * about a third of the given letters, because a far-fetched suggestion is worse than none. A word with the opposite
     * meaning, such as {@code answered} for {@code unanswered}, is never suggested.
     */
    public static Optional<String> of(String given, Collection<String> candidates) {
        return candidates.stream()
                .filter(candidate -> !OppositeWords.of(given, candidate))
                .min(Comparator.comparingInt(candidate -> distance(given, candidate)))
                .filter(nearest -> distance(given, nearest) <= tolerance(given))
                .filter(nearest -> !OppositeWords.undecided(given, nearest, candidates));
    }

    /** {@code "; did you mean 'x'?"}, or a full stop if no candidate is near: the end of a sentence in a message. */
    public static String hint(String given, Collection<String> candidates) {
        return of(given, candidates)
                .map(nearest -> "; did you mean '" + nearest + "'?")
                .orElse(".");
    }

    // Two swapped letters are two changes, so short names may have two changes as well.
    private static int tolerance(String given) {
        return given.length() <= 2 ? 1 : Math.max(2, (given.length() + 2) / 3);
    }

    static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substituted, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
