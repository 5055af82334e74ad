package io.github.camelcallrail.report;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.List;

/**
 * Records of one report, in the order in which CallRail sent them. The list is immutable. Camel's type converters
 * convert it to a JSON array as {@code String}, {@code byte[]}, {@code InputStream} and {@code JsonNode}.
 */
public final class CallRailRecords extends AbstractList<CallRailRecord> implements Serializable {

    private final List<CallRailRecord> records;

    private CallRailRecords(List<CallRailRecord> records) {
        this.records = records;
    }

    /** These records; the list is copied. */
    public static CallRailRecords of(List<CallRailRecord> records) {
        return new CallRailRecords(List.copyOf(records));
    }

    @Override
    public CallRailRecord get(int index) {
        return records.get(index);
    }

    @Override
    public int size() {
        return records.size();
    }
}
