package io.github.camelcallrail.report;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Turns JSON objects with the same members in the same order into records. Computed once and shared by all such
 * objects. Immutable.
 */
public final class RecordLayout {

    private final FieldNames received;
    private final FieldNames fields;
    /** For each field of the record, its index among the received members, or -1. */
    private final int[] sources;

    private final boolean unchanged;

    /**
     * @param received distinct member names of an object, in the order in which they were received
     * @param fields distinct names of the record's fields
     */
    public RecordLayout(List<String> received, Collection<String> fields) {
        this.received = FieldNames.of(received);
        this.fields = FieldNames.of(fields);
        this.sources = fields.stream().mapToInt(this.received::index).toArray();
        this.unchanged = sources.length == received.size()
                && IntStream.range(0, sources.length).allMatch(index -> sources[index] == index);
    }

    /** The layout that keeps an object as it was received. @param received distinct member names, in order */
    public static RecordLayout of(List<String> received) {
        return new RecordLayout(received, received);
    }

    /** The member name received at an index, starting at 0. */
    public String name(int index) {
        return received.name(index);
    }

    /**
     * Makes the record of an object.
     *
     * @param values in the order in which they were received; the caller must not keep the array
     */
    public CallRailRecord record(Object[] values) {
        if (unchanged) {
            return new CallRailRecord(fields, values);
        }
        Object[] picked = new Object[sources.length];
        for (int index = 0; index < picked.length; index++) {
            picked[index] = sources[index] < 0 ? null : values[sources[index]];
        }
        return new CallRailRecord(fields, picked);
    }
}
