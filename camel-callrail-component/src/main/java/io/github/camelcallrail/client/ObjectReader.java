package io.github.camelcallrail.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.report.RecordLayout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads JSON objects in the same place of a response, such as the records of a page. They nearly always have the same
 * names in the same order, so each is first expected to have the names of the previous one: names are then only
 * compared, not read, and the objects share them. The same applies to nested objects. If a name is repeated in an
 * object, the last value is used, because CallRail's form data is known to repeat names.
 */
public final class ObjectReader {

    private final Function<List<String>, RecordLayout> layouts;
    private RecordLayout layout;
    private SerializedString[] names;
    /** For each name the reader of the objects in its value; null if none has come yet. */
    private ObjectReader[] nested;

    /** @param layouts gives the layout of an object that came with these names, in this order */
    public ObjectReader(Function<List<String>, RecordLayout> layouts) {
        this.layouts = layouts;
        expect(List.of());
    }

    /** Reads the value that starts at the current token. */
    public static Object value(JsonParser parser) throws IOException {
        return new ObjectReader(RecordLayout::of).readAny(parser);
    }

    /** Reads the object whose opening brace is the current token; afterwards its closing brace is the current token. */
    public CallRailRecord read(JsonParser parser) throws IOException {
        Object[] values = new Object[names.length];
        for (int index = 0; index < names.length; index++) {
            if (!parser.nextFieldName(names[index])) {
                return readDifferent(values, index, parser);
            }
            values[index] = value(parser, index);
        }
        return parser.nextToken() == JsonToken.END_OBJECT
                ? layout.record(values)
                : readDifferent(values, names.length, parser);
    }

    private Object value(JsonParser parser, int index) throws IOException {
        if (!parser.nextToken().isStructStart()) {
            return JsonValues.scalar(parser);
        }
        if (nested[index] == null) {
            nested[index] = new ObjectReader(RecordLayout::of);
        }
        return nested[index].readAny(parser);
    }

    private Object readAny(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> read(parser);
            case START_ARRAY -> list(parser);
            default -> JsonValues.scalar(parser);
        };
    }

    private List<Object> list(JsonParser parser) throws IOException {
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(readAny(parser));
        }
        return elements.isEmpty() ? List.of() : Collections.unmodifiableList(elements);
    }

    /** Reads the rest of an object that differs from the previous one from the current token on. */
    private CallRailRecord readDifferent(Object[] values, int count, JsonParser parser) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int index = 0; index < count; index++) {
            members.put(layout.name(index), values[index]);
        }
        ObjectReader unknown = new ObjectReader(RecordLayout::of);
        while (parser.currentToken() != JsonToken.END_OBJECT) {
            String name = JsonValues.text(parser.currentName());
            parser.nextToken();
            members.put(name, unknown.readAny(parser));
            parser.nextToken();
        }
        expect(List.copyOf(members.keySet()));
        return layout.record(members.values().toArray());
    }

    private void expect(List<String> received) {
        layout = layouts.apply(received);
        names = received.stream().map(SerializedString::new).toArray(SerializedString[]::new);
        nested = new ObjectReader[names.length];
    }
}
