package io.github.camelcallrail.report;

import java.io.Serializable;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * One row of a report, or an object within one: column name to value, in the order in which CallRail sent them, or in the order
 * of the option {@code fields} when that is a list.
 *
 * <p>Values are as CallRail sent them: text, {@link Integer} or larger whole numbers, {@link java.math.BigDecimal},
 * {@link Boolean}, null, and unmodifiable lists of these, and records such as this one. Nothing is renamed and unknown columns are kept. Every
 * column that was asked for is present as a key, with null where CallRail left it out. It cannot be changed; put what you
 * want to add into a new map. It converts to JSON as {@code String}, {@code byte[]}, {@code InputStream} and
 * {@code JsonNode} by Camel's type converters.
 */
public final class CallRailRecord extends AbstractMap<String, Object> implements Serializable {

    private static final long serialVersionUID = 1;

    // AbstractMap and not LinkedHashMap: a Camel type converter for a subclass of a JDK class captures that JDK class
    // too.
    private final FieldNames columns;
    private final Object[] values;

    /** Of these values, one for each column; nobody else may hold the array. */
    CallRailRecord(FieldNames columns, Object[] values) {
        this.columns = columns;
        this.values = values;
    }

    /** A record of these columns, in this order; the map is copied, its values are not. */
    public static CallRailRecord of(Map<String, ?> columns) {
        return new CallRailRecord(
                FieldNames.of(columns.keySet()), columns.values().toArray());
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return new Entries();
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public Object get(Object column) {
        int place = columns.place(column);
        return place < 0 ? null : values[place];
    }

    @Override
    public boolean containsKey(Object column) {
        return columns.place(column) >= 0;
    }

    /** The names of its columns in the order of their characters. */
    public List<String> sortedColumns() {
        return columns.sorted();
    }

    /** CallRail's id of this row as text; empty for rows of summaries, which have none. */
    public String id() {
        Object id = get("id");
        return id == null ? "" : id.toString();
    }

    private final class Entries extends AbstractSet<Entry<String, Object>> {

        @Override
        public int size() {
            return values.length;
        }

        @Override
        public Iterator<Entry<String, Object>> iterator() {
            return new Iterator<>() {
                private int place;

                @Override
                public boolean hasNext() {
                    return place < values.length;
                }

                @Override
                public Entry<String, Object> next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    Entry<String, Object> entry = new SimpleImmutableEntry<>(columns.name(place), values[place]);
                    place++;
                    return entry;
                }
            };
        }
    }
}
