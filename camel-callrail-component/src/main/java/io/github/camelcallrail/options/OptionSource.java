package io.github.camelcallrail.options;

/**
 * Where an endpoint's options are read from, by their names. A user's value comes back as it was given; nothing is checked yet.
 */
@FunctionalInterface
public interface OptionSource {

    /** The value of an option, or its default; null where it has neither. */
    Object value(String option);

    /** Whether an option has a value. */
    default boolean has(String option) {
        return value(option) != null;
    }

    /** The value of an option that takes text; null where it has none. */
    default String text(String option) {
        return (String) value(option);
    }

    /** The value of an option that takes {@code true} or {@code false}. */
    default boolean flag(String option) {
        return (boolean) value(option);
    }

    /** The value of an option that takes a duration, in milliseconds. */
    default long millis(String option) {
        return (long) value(option);
    }
}
