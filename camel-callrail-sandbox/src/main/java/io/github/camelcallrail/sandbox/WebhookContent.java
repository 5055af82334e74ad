package io.github.camelcallrail.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the bodies of webhooks. */
final class WebhookContent {

    static final String JSON_TYPE = "application/json";
    static final String FORM_TYPE = "application/x-www-form-urlencoded";

    private static final ObjectMapper JSON = new ObjectMapper();

    private WebhookContent() {}

    /** JSON as Ruby on Rails writes it, with characters escaped that have a meaning in HTML. */
    static byte[] json(Map<String, Object> body) {
        // They occur only inside text.
        return written(body)
                .replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Null is empty text; that lists and objects are JSON text is a choice. */
    static String form(Map<String, Object> body) {
        return body.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(text(field.getValue())))
                .collect(Collectors.joining("&"));
    }

    /** Another byte instead of one of the body, so that the body stays well-formed. */
    static byte[] tampered(byte[] body) {
        byte[] changed = body.clone();
        for (int i = changed.length - 1; i >= 0; i--) {
            if (changed[i] >= '0' && changed[i] <= '9') {
                changed[i] = (byte) (changed[i] == '9' ? '8' : changed[i] + 1);
                return changed;
            }
        }
        throw new IllegalStateException("Every body has an id or a time, and so a digit");
    }

    private static String text(Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof Map<?, ?> || value instanceof Collection<?> ? written(value) : value.toString();
    }

    private static String written(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A record holds a value that JSON cannot express: " + e.getMessage(), e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
