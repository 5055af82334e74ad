package io.github.camelcallrail.report;

import java.io.Serializable;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * One row of a report: column name to value, in the order in which CallRail sent them, or in the order of the option
 * {@code fields} when that is a list.
 *
 * <p>Values are as CallRail sent them: text, {@link Integer} or larger whole numbers, {@link java.math.BigDecimal},
 * {@link Boolean}, null, and unmodifiable lists and maps of these. Nothing is renamed and unknown columns are kept. Every
 * column that was asked for is present as a key, with null where CallRail left it out. It cannot be changed; put what you
 * want to add into a new map. It converts to JSON as {@code String}, {@code byte[]}, {@code InputStream} and
 * {@code JsonNode} by Camel's type converters.
 */
public final class CallRailRecord extends AbstractMap<String, Object> implements Serializable {

    // AbstractMap and not LinkedHashMap: a Camel type converter for a subclass of a JDK class captures that JDK class
    // too.
    private final Map<String, Object> columns;

    private CallRailRecord(Map<String, Object> columns) {
        this.columns = columns;
    }

    /** A record of these columns, in this order; the map is copied, its values are not. */
    public static CallRailRecord of(Map<String, ?> columns) {
        return owning(new LinkedHashMap<>(columns));
    }

    /** A record of these columns without a copy: nobody else may hold the map. */
    static CallRailRecord owning(Map<String, Object> columns) {
        return new CallRailRecord(Collections.unmodifiableMap(columns));
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return columns.entrySet();
    }

    @Override
    public Object get(Object column) {
        return columns.get(column);
    }

    @Override
    public boolean containsKey(Object column) {
        return columns.containsKey(column);
    }

    /** CallRail's id of this row as text; empty for rows of summaries, which have none. */
    public String id() {
        Object id = columns.get("id");
        return id == null ? "" : id.toString();
    }
}
