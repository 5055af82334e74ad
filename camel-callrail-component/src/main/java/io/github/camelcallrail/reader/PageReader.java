package io.github.camelcallrail.reader;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.camelcallrail.catalogue.Report.Shape;
import io.github.camelcallrail.client.ErrorText;
import io.github.camelcallrail.client.JsonLimits;
import io.github.camelcallrail.client.ObjectReader;
import io.github.camelcallrail.client.UnexpectedJson;
import io.github.camelcallrail.paging.Page;
import io.github.camelcallrail.query.ReportQuery;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.report.RecordLayout;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads an answer into a page as it streams in. Members that it does not know are skipped; one that it needs and that is missing
 * or of another type, or comes twice, makes the answer a bad one ({@link UnexpectedJson}), never a shorter page. What it reads
 * is bounded ({@link JsonLimits}).
 */
final class PageReader {

    private static final Set<String> KNOWN =
            Set.of("total_results", "total_records", "total_pages", "next_page", "has_next_page");

    private final ReportQuery query;
    private final String rowsName;
    private List<CallRailRecord> rows;
    private Map<String, Object> totals;
    private OptionalLong totalRecords = OptionalLong.empty();
    private OptionalInt totalPages = OptionalInt.empty();
    private final Map<String, Object> words = new HashMap<>();
    private Object next;
    private Object hasNext;

    private PageReader(ReportQuery query) {
        this.query = query;
        this.rowsName = query.report().arrayKey();
    }

    /** Reads the whole of the body, which the caller closes. */
    static Page read(ReportQuery query, InputStream body) throws IOException {
        try (JsonParser parser = JsonLimits.parser(body)) {
            return new PageReader(query).read(parser);
        }
    }

    private Page read(JsonParser parser) throws IOException {
        JsonToken begin = parser.nextToken();
        if (begin != JsonToken.START_OBJECT) {
            throw new UnexpectedJson(begin == null ? "it is empty" : "it is no JSON object");
        }
        Set<String> came = new HashSet<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (ErrorText.MEMBERS.contains(name) && !name.equals(rowsName)) {
                words.put(name, ObjectReader.value(parser));
            } else if (!name.equals(rowsName) && !KNOWN.contains(name)) {
                parser.skipChildren();
            } else if (came.add(name)) {
                take(name, parser);
            } else {
                // One of the two would be lost.
                throw new UnexpectedJson("it has '" + name + "' twice");
            }
        }
        if (parser.nextToken() != null) {
            throw new UnexpectedJson("it goes on behind its end");
        }
        return page();
    }

    private void take(String name, JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (name.equals("next_page")) {
            next = ObjectReader.value(parser);
        } else if (name.equals("has_next_page")) {
            hasNext = ObjectReader.value(parser);
        } else if (token == JsonToken.VALUE_NULL) {
            return;
        } else if (name.equals(rowsName)) {
            require(token == JsonToken.START_ARRAY, "its '" + rowsName + "' is no list");
            rows = rows(parser);
        } else if (name.equals("total_results")) {
            require(token == JsonToken.START_OBJECT, "its 'total_results' is no object");
            totals = new ObjectReader(RecordLayout::of).read(parser);
        } else if (name.equals("total_records")) {
            totalRecords = OptionalLong.of(count(name, parser, JsonLimits.MOST_RECORDS));
        } else {
            totalPages = OptionalInt.of((int) count(name, parser, Integer.MAX_VALUE));
        }
    }

    /** A count decides where a walk ends, so one that cannot be is not taken for none. */
    private static long count(String name, JsonParser parser, long most) throws IOException {
        boolean whole = parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
        require(
                whole && parser.getLongValue() >= 0 && parser.getLongValue() <= most,
                "its '" + name + "' is no whole number from 0 to " + most);
        return parser.getLongValue();
    }

    private Page page() throws UnexpectedJson {
        boolean grouped = query.parameter("group_by").isPresent();
        if (query.report().shape() == Shape.SUMMARY && !grouped && rows == null && totals != null) {
            // Without a grouping the totals are the report.
            rows = List.of(query.fields().record(totals));
        }
        if (rows == null) {
            throw new UnexpectedJson(
                    "its list '" + rowsName + "' is missing",
                    ErrorText.of(words).orElse(null));
        }
        return new Page(rows, totalRecords, totalPages, next(), totals == null ? Map.of() : totals);
    }

    /** Only a clear no ends a walk along links: whatever else would end it early, and rows would be missing. */
    private Optional<String> next() throws UnexpectedJson {
        if (!query.linked() || Boolean.FALSE.equals(hasNext)) {
            return Optional.empty();
        }
        if (!Boolean.TRUE.equals(hasNext)) {
            throw new UnexpectedJson("it does not say whether there is a next page");
        }
        if (next instanceof String link && link.length() <= JsonLimits.LONGEST_LINK) {
            return Optional.of(link);
        }
        throw new UnexpectedJson(
                "its link to the next page is missing or longer than " + JsonLimits.LONGEST_LINK + " characters");
    }

    /** More rows than were asked for are rows all the same, up to where no page of CallRail's can reach. */
    private List<CallRailRecord> rows(JsonParser parser) throws IOException {
        boolean paged = query.report().paged();
        int most = paged ? JsonLimits.MOST_RECORDS_OF_A_PAGE : JsonLimits.MOST_RECORDS_WITHOUT_PAGES;
        ObjectReader reader = new ObjectReader(query.fields()::layout);
        List<CallRailRecord> read = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw new UnexpectedJson("its list '" + rowsName + "' holds what is no object");
            }
            if (read.size() == most) {
                throw new UnexpectedJson(JsonLimits.said("its list '" + rowsName + "' has more than %,d rows", most));
            }
            CallRailRecord row = reader.read(parser);
            if (paged) {
                checkId(row.get("id"));
            }
            read.add(row);
        }
        return read;
    }

    /** Rows are told apart by their ids, which are saved, logged and sent on as headers. */
    private static void checkId(Object id) throws UnexpectedJson {
        require(id != null, "a row without an id");
        String text = id instanceof String || id instanceof Integer || id instanceof Long ? id.toString() : "";
        require(
                !text.isEmpty() && text.length() <= JsonLimits.LONGEST_ID && printable(text),
                "a row whose id is none: letters and digits, at most " + JsonLimits.LONGEST_ID);
    }

    private static boolean printable(String text) {
        for (int place = 0; place < text.length(); place++) {
            if (text.charAt(place) <= ' ' || text.charAt(place) > '~') {
                return false;
            }
        }
        return true;
    }

    private static void require(boolean promised, String otherwise) throws UnexpectedJson {
        if (!promised) {
            throw new UnexpectedJson(otherwise);
        }
    }
}
