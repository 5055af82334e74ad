package io.github.camelcallrail.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The response sent to the client.
 *
 * @param json the object to write; null if {@code bytes} are sent as they are
 * @param delay how long to wait before sending
 */
record Answer(
        int status,
        Map<String, String> headers,
        Map<String, Object> json,
        byte[] bytes,
        Duration delay,
        Ending ending) {

    /** How the connection ends. */
    enum Ending {
        WHOLE,
        RESET,
        EMPTY,
        TRUNCATED
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    /** As HTTP requires: unlike {@code RFC_1123_DATE_TIME}, the day of the month always has two digits. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final Map<String, String> JSON_HEADERS = Map.of("Content-Type", "application/json; charset=utf-8");

    static Answer json(int status, Map<String, Object> object) {
        return new Answer(status, JSON_HEADERS, object, null, Duration.ZERO, Ending.WHOLE);
    }

    static Answer error(int status, String message) {
        return json(status, Map.of("error", message));
    }

    static Answer text(int status, Map<String, String> headers, String text) {
        return bytes(status, headers, text.getBytes(StandardCharsets.UTF_8));
    }

    static Answer bytes(int status, Map<String, String> headers, byte[] bytes) {
        return new Answer(status, headers, null, bytes, Duration.ZERO, Ending.WHOLE);
    }

    Answer after(Duration wait) {
        return new Answer(status, headers, json, bytes, wait, ending);
    }

    Answer with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Answer(status, all, json, bytes, delay, ending);
    }

    /** Sets the {@code Date} header to the time of the response, unless a fault has set another. */
    Answer dated(Instant time) {
        return headers.containsKey("Date") ? this : with(Map.of("Date", DATE.format(time)));
    }

    Answer ending(Ending how) {
        return new Answer(status, headers, json, bytes, delay, how);
    }

    /** Edits the object of a successful response; anything else stays as it is. */
    Answer edited(UnaryOperator<Map<String, Object>> change) {
        return json == null || status != 200
                ? this
                : new Answer(status, headers, change.apply(json), bytes, delay, ending);
    }

    byte[] body() {
        if (json == null) {
            return bytes;
        }
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record holds a value that JSON cannot express: " + e.getMessage(), e);
        }
    }
}
