package io.github.camelcallrail.checkpoint;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A record whose exchange failed, so that it comes again.
 *
 * @param time the record's own time; when it failed first where records have none
 * @param kind as what it came
 * @param untimed whether its own time says nothing, so that the time is that of the record before it
 */
record FailedRecord(String id, Instant time, RecordChange.Kind kind, boolean untimed) {

    FailedRecord {
        requireNonNull(id, "id is null");
        requireNonNull(time, "time is null");
        requireNonNull(kind, "kind is null");
    }
}
