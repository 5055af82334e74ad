package io.github.camelcallrail.reader;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.camelcallrail.catalogue.Report.Shape;
import io.github.camelcallrail.client.ErrorText;
import io.github.camelcallrail.client.JsonLimits;
import io.github.camelcallrail.client.ObjectReader;
import io.github.camelcallrail.client.UnexpectedJson;
import io.github.camelcallrail.paging.Page;
import io.github.camelcallrail.paging.PageCounts;
import io.github.camelcallrail.query.ReportQuery;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.report.RecordLayout;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Parses a response into a page while it streams in. Unknown members are skipped. A required member that is missing,
 * has another type or occurs twice makes the response invalid ({@link UnexpectedJson}), never a shorter page. Sizes are
 * limited ({@link JsonLimits}).
 */
final class PageReader {

    private static final Set<String> KNOWN =
            Set.of("total_results", "total_records", "total_pages", "next_page", "has_next_page");

    /** They count the children that come with a single record. */
    private static final Set<String> COUNTS_OF_CHILDREN = Set.of("page", "per_page", "total_pages", "total_records");

    private final ReportQuery query;
    private final String recordsName;
    private final Consumer<PageCounts> counted;
    private final RecordReaders readers;
    private List<CallRailRecord> records;
    private Map<String, Object> totals;
    private OptionalLong totalRecords = OptionalLong.empty();
    private OptionalInt totalPages = OptionalInt.empty();
    private final Map<String, Object> errorMembers = new HashMap<>();
    private Object next;
    private Object hasNext;

    private PageReader(ReportQuery query, RecordReaders readers, Consumer<PageCounts> counted) {
        this.query = query;
        this.readers = readers;
        this.counted = counted;
        this.recordsName = query.report().arrayKey();
    }

    /**
     * Reads the whole body; the caller closes it.
     *
     * @param readers those of the same selection of fields
     * @param counted receives the counts before the records are read, if they come first
     */
    static Page read(ReportQuery query, InputStream body, RecordReaders readers, Consumer<PageCounts> counted)
            throws IOException {
        try (JsonParser parser = JsonLimits.parser(body)) {
            return new PageReader(query, readers, counted).read(parser);
        }
    }

    private Page read(JsonParser parser) throws IOException {
        JsonToken begin = parser.nextToken();
        if (begin != JsonToken.START_OBJECT) {
            throw new UnexpectedJson(begin == null ? "it is empty" : "it is not a JSON object");
        }
        if (query.report().shape() == Shape.RECORD) {
            records = List.of(single(new ObjectReader(RecordLayout::of).read(parser)));
        } else {
            readMembers(parser);
        }
        if (parser.nextToken() != null) {
            throw new UnexpectedJson("there is text after its end");
        }
        return page();
    }

    private CallRailRecord single(CallRailRecord received) throws UnexpectedJson {
        if (received.get("id") == null) {
            throw new UnexpectedJson("it has no id", ErrorText.of(received).orElse(null));
        }
        checkId(received.get("id"));
        Map<String, Object> members = new LinkedHashMap<>(received);
        if (!recordsName.isEmpty()) {
            members.remove(recordsName);
            members.keySet().removeAll(COUNTS_OF_CHILDREN);
        }
        return query.fields().record(members);
    }

    private void readMembers(JsonParser parser) throws IOException {
        Set<String> seen = new HashSet<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (ErrorText.MEMBERS.contains(name) && !name.equals(recordsName)) {
                errorMembers.put(name, ObjectReader.value(parser));
            } else if (!name.equals(recordsName) && !KNOWN.contains(name)) {
                parser.skipChildren();
            } else if (seen.add(name)) {
                readMember(name, parser);
            } else {
                // One of the two values would be lost.
                throw new UnexpectedJson("it has '" + name + "' twice");
            }
        }
    }

    private void readMember(String name, JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (name.equals("next_page")) {
            next = ObjectReader.value(parser);
        } else if (name.equals("has_next_page")) {
            hasNext = ObjectReader.value(parser);
        } else if (token == JsonToken.VALUE_NULL) {
            return;
        } else if (name.equals(recordsName)) {
            require(token == JsonToken.START_ARRAY, "its '" + recordsName + "' is not a list");
            if (totalRecords.isPresent()) {
                counted.accept(new PageCounts(totalRecords, totalPages));
            }
            records = records(parser);
        } else if (name.equals("total_results")) {
            require(token == JsonToken.START_OBJECT, "its 'total_results' is not an object");
            totals = new ObjectReader(RecordLayout::of).read(parser);
        } else if (name.equals("total_records")) {
            totalRecords = OptionalLong.of(count(name, parser, JsonLimits.MOST_RECORDS));
        } else {
            totalPages = OptionalInt.of((int) count(name, parser, Integer.MAX_VALUE));
        }
    }

    /** A count decides where a walk ends, so an impossible one is an error and not treated as missing. */
    private static long count(String name, JsonParser parser, long most) throws IOException {
        long count = parser.currentToken() == JsonToken.VALUE_STRING
                ? digits(parser.getText())
                : parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                                && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER
                        ? parser.getLongValue()
                        : -1;
        require(count >= 0 && count <= most, "its '" + name + "' is not a whole number from 0 to " + most);
        return count;
    }

    /** The number that a text of digits gives, because CallRail returns some numbers as text; otherwise -1. */
    private static long digits(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }

    private Page page() throws UnexpectedJson {
        boolean grouped = query.parameter("group_by").isPresent();
        if (query.report().shape() == Shape.SUMMARY && !grouped && records == null && totals != null) {
            // Without a grouping, the totals are the report.
            records = List.of(query.fields().record(totals));
        }
        if (records == null) {
            throw new UnexpectedJson(
                    "its list '" + recordsName + "' is missing",
                    ErrorText.of(errorMembers).orElse(null));
        }
        return new Page(records, totalRecords, totalPages, next(), totals == null ? Map.of() : totals);
    }

    /**
     * Only an explicit false ends a walk along links: anything else would end it early, and records would be missing.
     */
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

    /** More records than requested are accepted, up to a limit that no page of CallRail can reach. */
    private List<CallRailRecord> records(JsonParser parser) throws IOException {
        Optional<ChildRecords> children = ChildRecords.of(query);
        boolean paged = query.report().paged();
        int most = paged ? JsonLimits.MOST_RECORDS_OF_A_PAGE : JsonLimits.MOST_RECORDS_WITHOUT_PAGES;
        ObjectReader reader = children.isPresent() ? new ObjectReader(RecordLayout::of) : readers.take(query.fields());
        List<CallRailRecord> read = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw new UnexpectedJson("its list '" + recordsName + "' contains a value that is not an object");
            }
            if (read.size() == most) {
                throw new UnexpectedJson(
                        JsonLimits.said("its list '" + recordsName + "' has more than %,d records", most));
            }
            CallRailRecord record = reader.read(parser);
            if (children.isPresent()) {
                read.add(children.get().record(record));
                continue;
            }
            if (paged) {
                checkId(record.get("id"));
            }
            read.add(record);
        }
        if (children.isEmpty()) {
            readers.giveBack(query.fields(), reader);
        }
        return read;
    }

    /** Records are identified by their ids, which are saved, logged and sent as headers. */
    private static void checkId(Object id) throws UnexpectedJson {
        require(id != null, "a record has no id");
        String text = id instanceof String || id instanceof Integer || id instanceof Long ? id.toString() : "";
        require(
                !text.isEmpty() && text.length() <= JsonLimits.LONGEST_ID && printable(text),
                "a record has an invalid id: letters and digits are expected, at most " + JsonLimits.LONGEST_ID);
    }

    private static boolean printable(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (text.charAt(index) <= ' ' || text.charAt(index) > '~') {
                return false;
            }
        }
        return true;
    }

    private static void require(boolean valid, String problem) throws UnexpectedJson {
        if (!valid) {
            throw new UnexpectedJson(problem);
        }
    }
}
