package io.github.camelcallrail.client;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Parses dates of HTTP headers, such as {@code Sun, 15 Mar 2026 16:30:20 GMT}. */
final class HttpDate {

    private HttpDate() {}

    /** The time; empty if the text is not such a date. */
    static Optional<Instant> read(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
