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
 * Reads JSON objects that stand in one place of an answer, such as the rows of a page. They nearly always have the same names in
 * the same order, so each is first taken to have those of the one before: its names are then only compared, not read, and the
 * objects share them. The same goes for what is nested in them. Where a name is repeated in an object the last one counts,
 * because CallRail's form data is known to repeat names.
 */
public final class ObjectReader {

    private final Function<List<String>, RecordLayout> layouts;
    private RecordLayout layout;
    private SerializedString[] names;
    /** For each name the reader of the objects in its value; null where none came. */
    private ObjectReader[] nested;

    /** @param layouts what becomes of an object that came with these names, in this order */
    public ObjectReader(Function<List<String>, RecordLayout> layouts) {
        this.layouts = layouts;
        expect(List.of());
    }

    /** The value that begins at the current token. */
    public static Object value(JsonParser parser) throws IOException {
        return new ObjectReader(RecordLayout::of).any(parser);
    }

    /** The object whose opening brace is the current token; its end is the current token afterwards. */
    public CallRailRecord read(JsonParser parser) throws IOException {
        Object[] values = new Object[names.length];
        for (int place = 0; place < names.length; place++) {
            if (!parser.nextFieldName(names[place])) {
                return another(values, place, parser);
            }
            values[place] = value(parser, place);
        }
        return parser.nextToken() == JsonToken.END_OBJECT
                ? layout.record(values)
                : another(values, names.length, parser);
    }

    private Object value(JsonParser parser, int place) throws IOException {
        if (!parser.nextToken().isStructStart()) {
            return JsonValues.scalar(parser);
        }
        if (nested[place] == null) {
            nested[place] = new ObjectReader(RecordLayout::of);
        }
        return nested[place].any(parser);
    }

    private Object any(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> read(parser);
            case START_ARRAY -> list(parser);
            default -> JsonValues.scalar(parser);
        };
    }

    private List<Object> list(JsonParser parser) throws IOException {
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(any(parser));
        }
        return elements.isEmpty() ? List.of() : Collections.unmodifiableList(elements);
    }

    /** An object that is not like the one before from the current token on. */
    private CallRailRecord another(Object[] values, int count, JsonParser parser) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int place = 0; place < count; place++) {
            members.put(layout.name(place), values[place]);
        }
        ObjectReader unknown = new ObjectReader(RecordLayout::of);
        while (parser.currentToken() != JsonToken.END_OBJECT) {
            String name = JsonValues.text(parser.currentName());
            parser.nextToken();
            members.put(name, unknown.any(parser));
            parser.nextToken();
        }
        expect(List.copyOf(members.keySet()));
        return layout.record(members.values().toArray());
    }

    private void expect(List<String> came) {
        layout = layouts.apply(came);
        names = came.stream().map(SerializedString::new).toArray(SerializedString[]::new);
        nested = new ObjectReader[names.length];
    }
}
