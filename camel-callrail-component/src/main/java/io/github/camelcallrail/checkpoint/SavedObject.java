package io.github.camelcallrail.checkpoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An object of saved JSON. A member that is missing, unless it is optional, or has another type than requested throws a
 * {@link RuntimeException}.
 *
 * @param members texts, {@link Long}, {@link Boolean}, null, lists, and objects as maps
 */
record SavedObject(Map<String, Object> members) {

    /** Parses a text that consists of one object. */
    static SavedObject read(JsonFactory json, String text) throws JsonProcessingException {
        try (JsonParser parser = json.createParser(text)) {
            parser.nextToken();
            SavedObject object = object(value(parser));
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("there is text after its end");
            }
            return object;
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("a text can always be read", e);
        }
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> members(parser);
            case START_ARRAY -> elements(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new IllegalArgumentException("it holds " + parser.currentToken());
        };
    }

    private static Map<String, Object> members(JsonParser parser) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser));
        }
        return members;
    }

    private static List<Object> elements(JsonParser parser) throws IOException {
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return elements;
    }

    @SuppressWarnings("unchecked")
    private static SavedObject object(Object value) {
        return new SavedObject((Map<String, Object>) value);
    }

    private Object required(String name) {
        Object value = members.get(name);
        if (value == null) {
            throw new IllegalArgumentException("'" + name + "' is missing");
        }
        return value;
    }

    SavedObject object(String name) {
        return object(required(name));
    }

    /** Empty if it is missing or null. */
    Optional<SavedObject> optional(String name) {
        return Optional.ofNullable(members.get(name)).map(SavedObject::object);
    }

    List<SavedObject> objects(String name) {
        return ((List<?>) required(name)).stream().map(SavedObject::object).toList();
    }

    String text(String name) {
        return (String) required(name);
    }

    List<String> texts(String name) {
        return ((List<?>) required(name)).stream().map(String.class::cast).toList();
    }

    long number(String name) {
        return (Long) required(name);
    }

    long[] numbers(String name) {
        return ((List<?>) required(name)).stream().mapToLong(Long.class::cast).toArray();
    }

    boolean bool(String name) {
        return (Boolean) required(name);
    }

    /** Empty if it is missing or null. */
    Optional<Instant> time(String name) {
        return Optional.ofNullable(members.get(name)).map(String.class::cast).map(Instant::parse);
    }
}
