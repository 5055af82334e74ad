package io.github.camelcallrail.checkpoint;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A record whose exchange failed, so that it is sent again.
 *
 * @param time the record's own time; if records have none, the time of the first failure
 * @param kind why it was sent
 * @param untimed whether it has no usable time of its own, so that {@code time} is that of the record before it
 */
record FailedRecord(String id, Instant time, RecordChange.Kind kind, boolean untimed) {

    FailedRecord {
        requireNonNull(id, "id is null");
        requireNonNull(time, "time is null");
        requireNonNull(kind, "kind is null");
    }
}
