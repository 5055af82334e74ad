package io.github.camelcallrail.checkpoint;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.TreeMap;

/**
 * What is saved beside the fingerprints; written last, so that it never promises what is not there.
 *
 * @param generation counts how often it was written
 * @param options what the records were asked with: option to a hash of its value
 * @param position how far the consumer is
 * @param failed records that come again, by id
 * @param index which fingerprints there are
 */
record StateHeader(
        long generation,
        Map<String, String> options,
        Position position,
        Map<String, FailedRecord> failed,
        LedgerIndex index) {

    StateHeader {
        options = Map.copyOf(new TreeMap<>(options));
        requireNonNull(position, "position is null");
        failed = Map.copyOf(failed);
        requireNonNull(index, "index is null");
    }
}
