package io.github.camelcallrail.options;

import io.github.camelcallrail.query.OptionRules;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns the value of an option in a route or message into texts. The value is text, a number, a date or time of any
 * Java or database type, or a collection or array of these.
 */
final class OptionValues {

    private OptionValues() {}

    static List<String> of(String option, Object value) {
        Stream<?> values = value instanceof Collection<?> several
                ? several.stream()
                : value instanceof Object[] array ? Arrays.stream(array) : Stream.of(value);
        Stream<String> texts = values.filter(Objects::nonNull).map(one -> DateValues.text(option, one));
        return switch (OptionRules.listing(option)) {
            case NOT_LISTED -> texts.toList();
            case SPLIT_AT_COMMAS ->
                texts.flatMap(several -> Arrays.stream(several.split(",", -1)))
                        .map(String::trim)
                        .toList();
            case JOINED_BY_COMMAS -> List.of(texts.collect(Collectors.joining(",")));
        };
    }
}
