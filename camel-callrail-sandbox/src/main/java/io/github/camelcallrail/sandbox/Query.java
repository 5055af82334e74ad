package io.github.camelcallrail.sandbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters of a request: decoded, in the order received, each name with all its values. */
record Query(Map<String, List<String>> values) {

    static Query parse(String raw) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : raw.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
            }
        }
        values.replaceAll((name, list) -> List.copyOf(list));
        return new Query(Collections.unmodifiableMap(values));
    }

    /** The last value, as in Rails; null if absent or blank. */
    String one(String name) {
        List<String> all = values.getOrDefault(name, List.of());
        String last = all.isEmpty() ? "" : all.get(all.size() - 1);
        return last.isBlank() ? null : last;
    }

    /** The values of {@code name[]}, or the single value of {@code name}. */
    List<String> many(String name) {
        List<String> array = values.getOrDefault(name + "[]", List.of());
        String single = one(name);
        return !array.isEmpty() ? array : single == null ? List.of() : List.of(single);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    boolean flag(String name) {
        return "true".equals(one(name));
    }

    /** An integer of at least {@code minimum}; anything else yields the default. */
    int number(String name, int minimum, int defaultValue) {
        String text = one(name);
        if (text == null || !text.matches("\\d{1,9}")) {
            return defaultValue;
        }
        int number = Integer.parseInt(text);
        return number < minimum ? defaultValue : number;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RejectedRequestException(400, "The query is not percent-encoded correctly: " + text);
        }
    }
}
