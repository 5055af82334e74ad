package io.github.camelcallrail.checkpoint;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is saved beside the fingerprints; written last, so that it never promises what is not there.
 *
 * @param generation counts how often it was written
 * @param options what the records were asked with: option to a hash of its value
 * @param position how far the consumer is
 * @param failed records that come again, by id
 * @param index which fingerprints there are
 * @param fields by which records are compared; empty in a state of format 1
 */
record StateHeader(
        long generation,
        Map<String, String> options,
        Position position,
        Map<String, FailedRecord> failed,
        LedgerIndex index,
        Optional<ComparedFields> fields) {

    StateHeader {
        options = Map.copyOf(options);
        requireNonNull(position, "position is null");
        failed = Collections.unmodifiableMap(new LinkedHashMap<>(failed));
        requireNonNull(index, "index is null");
        requireNonNull(fields, "fields is null");
    }

    StateHeader comparing(ComparedFields others) {
        return new StateHeader(generation + 1, options, position, failed, index, Optional.of(others));
    }
}
