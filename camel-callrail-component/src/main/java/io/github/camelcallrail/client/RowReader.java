package io.github.camelcallrail.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.report.FieldSelection;
import io.github.camelcallrail.report.RowLayout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the rows of a page into records. Rows nearly always have the same columns in the same order, so each is first taken to
 * have those of the one before, which needs no map for it. Where a name is repeated in a row the last one counts.
 */
final class RowReader {

    private final FieldSelection fields;
    private RowLayout layout;

    RowReader(FieldSelection fields) {
        this.fields = fields;
        this.layout = fields.layout(List.of());
    }

    /** The row whose opening brace is the current token; its end is the current token afterwards. */
    CallRailRecord read(JsonParser parser) throws IOException {
        Object[] values = new Object[layout.size()];
        int place = 0;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            if (!layout.isNext(place, parser.currentName())) {
                return another(values, place, parser);
            }
            parser.nextToken();
            values[place++] = JsonValues.value(parser);
        }
        return place == layout.size() ? layout.record(values) : record(begun(values, place));
    }

    /** A row that is not like the one before from the current name on. */
    private CallRailRecord another(Object[] values, int place, JsonParser parser) throws IOException {
        Map<String, Object> row = begun(values, place);
        JsonValues.member(parser, row);
        JsonValues.members(parser, row);
        return record(row);
    }

    private Map<String, Object> begun(Object[] values, int count) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int place = 0; place < count; place++) {
            row.put(layout.name(place), values[place]);
        }
        return row;
    }

    private CallRailRecord record(Map<String, Object> row) {
        layout = fields.layout(new ArrayList<>(row.keySet()));
        return layout.record(row.values().toArray());
    }
}
