package io.github.camelcallrail.checkpoint;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The state of a consumer besides its fingerprints. It is written last, so that it never refers to unsaved buckets.
 *
 * @param generation how often it has been written
 * @param options the options that decide which records are read, with hashes of their values
 * @param position how far the consumer has got
 * @param failed records to send again, by id
 * @param index the index of the saved fingerprints
 * @param fields the fields by which records are compared; empty in format 1
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

    StateHeader withFields(ComparedFields others) {
        return new StateHeader(generation + 1, options, position, failed, index, Optional.of(others));
    }
}
