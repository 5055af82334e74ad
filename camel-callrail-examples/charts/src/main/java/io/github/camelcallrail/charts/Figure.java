package io.github.camelcallrail.charts;

import java.util.Objects;

/**
 * One key figure.
 *
 * @param id the same at every computation
 * @param label what is counted
 * @param value formatted for display
 * @param detail what the value refers to; may be empty
 */
public record Figure(String id, String label, String value, String detail) {

    public Figure {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(detail, "detail");
    }
}
