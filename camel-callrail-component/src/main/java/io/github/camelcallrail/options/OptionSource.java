package io.github.camelcallrail.options;

/**
 * Gives the options of an endpoint by name. Values are returned as the user wrote them; nothing is checked.
 */
@FunctionalInterface
public interface OptionSource {

    /** The value of an option, or its default; null if it has neither. */
    Object value(String option);

    /** Whether an option has a value. */
    default boolean has(String option) {
        return value(option) != null;
    }

    /** The value of a text option; null if it has none. */
    default String text(String option) {
        return (String) value(option);
    }

    /** The value of a boolean option. */
    default boolean flag(String option) {
        return (boolean) value(option);
    }

    /** The value of a duration option, in milliseconds. */
    default long millis(String option) {
        return (long) value(option);
    }
}
