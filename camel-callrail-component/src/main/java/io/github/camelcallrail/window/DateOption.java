package io.github.camelcallrail.window;

import static java.util.Objects.requireNonNull;

/** A date expression with its option and value, for messages. */
record DateOption(String option, String value, DateExpression expression) {

    DateOption {
        requireNonNull(option, "option is null");
        requireNonNull(value, "value is null");
        requireNonNull(expression, "expression is null");
    }

    /** The option as it was written. */
    String written() {
        return option + "=" + value;
    }

    /** The option as it was written and, unless that is the same text, the resulting bound. */
    String written(WindowBound bound) {
        return bound.text().equals(value) ? written() : written() + " (" + bound.text() + ")";
    }
}
