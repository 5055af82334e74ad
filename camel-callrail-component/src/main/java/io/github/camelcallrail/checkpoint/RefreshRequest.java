package io.github.camelcallrail.checkpoint;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A request to read one record at once, because something has happened to it.
 *
 * @param token tells this request from others for the same record: letters, digits and hyphens
 * @param id the id of the record: letters, digits, underscores and hyphens
 * @param time the time of the record by which its report is sorted; empty if not known
 */
public record RefreshRequest(String token, String id, Optional<Instant> time) {

    public RefreshRequest {
        requireNonNull(time, "time is null");
        if (!requireNonNull(token, "token is null").matches("[A-Za-z0-9-]+")) {
            throw new IllegalArgumentException("not a token");
        }
        if (!requireNonNull(id, "id is null").matches("[A-Za-z0-9_-]{1,100}")) {
            throw new IllegalArgumentException("not an id");
        }
    }

    /** A new request. */
    public static RefreshRequest of(String id, Optional<Instant> time) {
        return new RefreshRequest(UUID.randomUUID().toString(), id, time);
    }

    String line() {
        return token + " " + id + time.map(known -> " " + known).orElse("");
    }

    /** @throws RuntimeException if the line was not written by {@link #line()} */
    static RefreshRequest read(String line) {
        String[] words = line.split(" ", -1);
        return new RefreshRequest(
                words[0], words[1], words.length < 3 ? Optional.empty() : Optional.of(Instant.parse(words[2])));
    }
}
