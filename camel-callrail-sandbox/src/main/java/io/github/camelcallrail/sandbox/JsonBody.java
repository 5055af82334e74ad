package io.github.camelcallrail.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/** Reads the body of a request that changes something. */
final class JsonBody {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonBody() {}

    /** @throws IllegalArgumentException if the body is not exactly one JSON object */
    static Map<String, Object> object(String body) {
        try {
            Map<String, Object> object = body.isBlank() ? null : JSON.readValue(body, OBJECT);
            if (object != null) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The body is not one JSON object: " + e.getOriginalMessage(), e);
        }
        throw new IllegalArgumentException("The body is empty; it must be a JSON object such as {\"note\": \"...\"}");
    }
}
