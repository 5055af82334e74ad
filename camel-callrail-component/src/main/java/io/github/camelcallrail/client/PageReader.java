package io.github.camelcallrail.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.camelcallrail.paging.Page;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.report.Report.Shape;
import io.github.camelcallrail.report.ReportQuery;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Reads an answer into a page as it streams in. Members that it does not know are skipped; one that it needs and that is missing
 * or of another type makes the answer a bad one ({@link UnexpectedAnswer}), never a shorter page.
 */
final class PageReader {

    private static final JsonFactory JSON = new JsonFactory();

    private final ReportQuery query;
    private List<CallRailRecord> rows;
    private Map<String, Object> totals;
    private OptionalLong totalRecords = OptionalLong.empty();
    private OptionalInt totalPages = OptionalInt.empty();
    private Object next;
    private Boolean hasNext;

    private PageReader(ReportQuery query) {
        this.query = query;
    }

    /** Reads the whole of the body, which the caller closes. */
    static Page read(ReportQuery query, InputStream body) throws IOException {
        try (JsonParser parser = JSON.createParser(body)) {
            parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            return new PageReader(query).read(parser);
        }
    }

    private Page read(JsonParser parser) throws IOException {
        JsonToken begin = parser.nextToken();
        if (begin != JsonToken.START_OBJECT) {
            throw new UnexpectedAnswer(begin == null ? "it is empty" : "it is no JSON object");
        }
        String rowsName = query.report().arrayKey();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (name.equals(rowsName) && token == JsonToken.START_ARRAY) {
                rows = rows(parser);
            } else if (name.equals("total_results") && token == JsonToken.START_OBJECT) {
                totals = JsonValues.object(parser);
            } else if (name.equals("total_records") && token == JsonToken.VALUE_NUMBER_INT) {
                totalRecords = OptionalLong.of(parser.getLongValue());
            } else if (name.equals("total_pages") && token == JsonToken.VALUE_NUMBER_INT) {
                totalPages = OptionalInt.of(parser.getIntValue());
            } else if (name.equals("next_page")) {
                next = JsonValues.value(parser);
            } else if (name.equals("has_next_page") && token.isBoolean()) {
                hasNext = parser.getBooleanValue();
            } else {
                parser.skipChildren();
            }
        }
        return page();
    }

    private Page page() throws UnexpectedAnswer {
        boolean grouped = query.parameter("group_by").isPresent();
        if (query.report().shape() == Shape.SUMMARY && !grouped && rows == null && totals != null) {
            // Without a grouping the totals are the report.
            rows = List.of(query.fields().record(totals));
        }
        if (rows == null) {
            throw new UnexpectedAnswer("its list '" + query.report().arrayKey() + "' is missing");
        }
        return new Page(rows, totalRecords, totalPages, next(), totals == null ? Map.of() : totals);
    }

    /** Only a clear no ends a walk along links: whatever else would end it early, and rows would be missing. */
    private Optional<String> next() throws UnexpectedAnswer {
        if (!query.linked() || Boolean.FALSE.equals(hasNext)) {
            return Optional.empty();
        }
        if (hasNext == null) {
            throw new UnexpectedAnswer("it does not say whether there is a next page");
        }
        if (next instanceof String link) {
            return Optional.of(link);
        }
        throw new UnexpectedAnswer("its link to the next page is missing");
    }

    private List<CallRailRecord> rows(JsonParser parser) throws IOException {
        List<CallRailRecord> read = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw new UnexpectedAnswer("its list '" + query.report().arrayKey() + "' holds what is no object");
            }
            Map<String, Object> row = JsonValues.object(parser);
            if (query.report().paged() && row.get("id") == null) {
                throw new UnexpectedAnswer("a row without an id");
            }
            read.add(query.fields().record(row));
        }
        return read;
    }
}
