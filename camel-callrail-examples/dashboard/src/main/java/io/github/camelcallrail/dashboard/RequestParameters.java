package io.github.camelcallrail.dashboard;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Map;

/** The only parameter that the page, its state and its events have: {@code days}. */
final class RequestParameters {

    private static final String DAYS = "days";

    private RequestParameters() {}

    /**
     * The period that a request wants.
     *
     * @throws IllegalArgumentException if there is another parameter or another value
     */
    static Period check(MultiMap parameters) {
        parameters.names().stream()
                .filter(name -> !name.equals(DAYS))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "Unknown parameter '" + shown(name) + "'. There is only '" + DAYS + "'.");
                });
        List<String> values = parameters.getAll(DAYS);
        if (values.size() > 1) {
            throw new IllegalArgumentException("'" + DAYS + "' is given " + values.size() + " times.");
        }
        if (values.isEmpty()) {
            return Period.DEFAULT;
        }
        return Period.of(values.get(0))
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + DAYS + "' must be one of " + Period.choice() + ", not '" + shown(values.get(0)) + "'."));
    }

    /** The period that a request wants whose parameters have been checked. */
    static Period period(Map<String, Object> checked) {
        return Period.of(String.valueOf(checked.get(DAYS))).orElse(Period.DEFAULT);
    }

    /** A value of any length may be given. */
    private static String shown(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }
}
