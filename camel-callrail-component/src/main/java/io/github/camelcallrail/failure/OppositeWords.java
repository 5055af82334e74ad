package io.github.camelcallrail.failure;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Similar words with opposite meanings. One is never suggested for the other, because users who follow the hint would
 * get exactly what they do not want.
 */
final class OppositeWords {

    /** Prefixes that give a word the opposite meaning; the longest first, because only one is removed. */
    private static final List<String> NEGATIONS =
            List.of("without_", "not_an_", "not_a_", "not_", "non_", "no_", "has_", "un", "in", "dis", "de", "non");

    private static final Map<String, String> PAIRS = Map.ofEntries(
            Map.entry("asc", "desc"),
            Map.entry("desc", "asc"),
            Map.entry("inbound", "outbound"),
            Map.entry("outbound", "inbound"),
            Map.entry("enabled", "disabled"),
            Map.entry("disabled", "enabled"));

    private OppositeWords() {}

    /** Whether a candidate is the given word, or nearly the given word, except that only one of the two is negated. */
    static boolean of(String given, String candidate) {
        String one = plain(given);
        String other = plain(candidate);
        String negated = negationOf(one);
        String otherNegated = negationOf(other);
        return !negated.equals(otherNegated)
                && (near(one.substring(negated.length()), other)
                        || near(one, other.substring(otherNegated.length()))
                        || !negated.isEmpty()
                                && !otherNegated.isEmpty()
                                && near(one.substring(negated.length()), other.substring(otherNegated.length())));
    }

    /** Whether the opposite of the candidate is a candidate too, and about as near to the given word. */
    static boolean undecided(String given, String candidate, Collection<String> candidates) {
        String opposite = PAIRS.get(candidate);
        return opposite != null
                && candidates.contains(opposite)
                && NearestMatch.distance(given, opposite) <= NearestMatch.distance(given, candidate) + 1;
    }

    private static boolean near(String word, String other) {
        return word.length() >= 3
                && other.length() >= 3
                && NearestMatch.distance(word, other) <= Math.max(1, word.length() / 4);
    }

    private static String negationOf(String word) {
        return NEGATIONS.stream()
                .filter(negation -> word.startsWith(negation) && word.length() >= negation.length() + 3)
                .findFirst()
                .orElse("");
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[- ]", "_");
    }
}
