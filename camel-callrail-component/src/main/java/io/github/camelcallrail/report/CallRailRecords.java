package io.github.camelcallrail.report;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.List;

/**
 * Rows of one report in the order in which CallRail sent them. It cannot be changed, and converts to a JSON array as
 * {@code String}, {@code byte[]}, {@code InputStream} and {@code JsonNode} by Camel's type converters.
 */
public final class CallRailRecords extends AbstractList<CallRailRecord> implements Serializable {

    private final List<CallRailRecord> rows;

    private CallRailRecords(List<CallRailRecord> rows) {
        this.rows = rows;
    }

    /** These rows; the list is copied. */
    public static CallRailRecords of(List<CallRailRecord> rows) {
        return new CallRailRecords(List.copyOf(rows));
    }

    @Override
    public CallRailRecord get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }
}
