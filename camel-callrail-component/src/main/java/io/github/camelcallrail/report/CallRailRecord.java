package io.github.camelcallrail.report;

import java.io.Serializable;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * One record of a report, or an object nested in one: a map from field name to value. Its fields are in the order in
 * which CallRail sent them, or in the order of option {@code fields} when that is a list.
 *
 * <p>Values are as CallRail sent them: text, {@link Integer} or larger whole numbers, {@link java.math.BigDecimal},
 * {@link Boolean}, null, nested records, and unmodifiable lists of these. No field is renamed and unknown fields are
 * kept. Every requested field is present as a key, with null where CallRail left it out. A record is immutable; to add
 * values, copy it into a new map. Camel's type converters convert it to JSON as {@code String}, {@code byte[]},
 * {@code InputStream} and {@code JsonNode}.
 */
public final class CallRailRecord extends AbstractMap<String, Object> implements Serializable {

    private static final long serialVersionUID = 1;

    // AbstractMap and not LinkedHashMap: a Camel type converter for a subclass of a JDK class captures that JDK class
    // too.
    private final FieldNames fields;
    private final Object[] values;
    private final String sourceAccountId;
    private final String sourceCompanyId;
    private final String key;

    /** @param values one for each field; the caller must not keep the array */
    CallRailRecord(FieldNames fields, Object[] values) {
        this(fields, values, null, null, null);
    }

    private CallRailRecord(
            FieldNames fields, Object[] values, String sourceAccountId, String sourceCompanyId, String key) {
        this.fields = fields;
        this.values = values;
        this.sourceAccountId = sourceAccountId;
        this.sourceCompanyId = sourceCompanyId;
        this.key = key;
    }

    /** This record with where it comes from; its fields stay as they are. */
    public CallRailRecord from(Source source) {
        return new CallRailRecord(
                fields, values, source.accountId(), source.companyId().orElse(null), key);
    }

    /** This record, identified by a computed key instead of an id; its fields stay as they are. */
    public CallRailRecord identifiedBy(String computedKey) {
        return new CallRailRecord(fields, values, sourceAccountId, sourceCompanyId, computedKey);
    }

    /**
     * The account that the record comes from, if a message asked for several accounts or companies; otherwise null,
     * because a header says it.
     */
    public String getSourceAccountId() {
        return sourceAccountId;
    }

    /** The company that the record comes from, if a message asked for single companies; otherwise null. */
    public String getSourceCompanyId() {
        return sourceCompanyId;
    }

    /** A record with these fields, in this order; the map is copied, its values are not. */
    public static CallRailRecord of(Map<String, ?> fields) {
        return new CallRailRecord(
                FieldNames.of(fields.keySet()), fields.values().toArray());
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
    public Object get(Object field) {
        int index = fields.index(field);
        return index < 0 ? null : values[index];
    }

    @Override
    public boolean containsKey(Object field) {
        return fields.index(field) >= 0;
    }

    /** The names of its fields; the same object for all records of a page that have the same fields. */
    public FieldNames fields() {
        return fields;
    }

    /** The value of a field, by its index among {@link #fields}, starting at 0. */
    public Object value(int index) {
        return values[index];
    }

    /**
     * What identifies this record in its report, as text: CallRail's id; the computed key of a record that belongs to
     * one parent; empty for records of summaries.
     */
    public String id() {
        if (key != null) {
            return key;
        }
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
                private int index;

                @Override
                public boolean hasNext() {
                    return index < values.length;
                }

                @Override
                public Entry<String, Object> next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    Entry<String, Object> entry = new SimpleImmutableEntry<>(fields.name(index), values[index]);
                    index++;
                    return entry;
                }
            };
        }
    }
}
