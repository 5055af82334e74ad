package io.github.camelcallrail.window;

import static java.util.Objects.requireNonNull;

/** A moment together with the option and the text that said it, for messages. */
record DateOption(String option, String value, DateExpression moment) {

    DateOption {
        requireNonNull(option, "option is null");
        requireNonNull(value, "value is null");
        requireNonNull(moment, "moment is null");
    }

    /** The option as it was written. */
    String written() {
        return option + "=" + value;
    }

    /** The option as it was written and, if that does not show it already, the edge it comes to. */
    String written(WindowBound edge) {
        return edge.text().equals(value) ? written() : written() + " (" + edge.text() + ")";
    }
}
