package io.github.camelcallrail.check;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.client.JsonLimits;
import io.github.camelcallrail.client.ObjectReader;
import io.github.camelcallrail.client.UnexpectedJson;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.report.RecordLayout;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A successful response as it came. Nothing is assumed but that it is a JSON object, so that a check can say how it
 * differs.
 *
 * @param members its members, in the order in which they came
 */
record Answer(Map<String, Object> members) {

    /** Why an HTML page is not what CallRail promises. */
    static final String HTML_PAGE = "it is an HTML page";

    private static final int LONGEST_BLANK = 64;

    /**
     * @throws UnexpectedJson if it is not a JSON object
     * @throws IOException if it is incomplete or not JSON
     */
    static Answer read(InputStream body) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(body);
        if (isMarkup(buffered)) {
            throw new UnexpectedJson(HTML_PAGE);
        }
        try (JsonParser parser = JsonLimits.parser(buffered)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnexpectedJson("it is not a JSON object");
            }
            return new Answer(new ObjectReader(RecordLayout::of).read(parser));
        }
    }

    private static boolean isMarkup(BufferedInputStream body) throws IOException {
        body.mark(LONGEST_BLANK);
        int first = body.read();
        for (int read = 1; read < LONGEST_BLANK && Character.isWhitespace(first); read++) {
            first = body.read();
        }
        body.reset();
        return first == '<';
    }

    /** The records of a report, without elements that are not objects; empty if there is no list. */
    List<CallRailRecord> records(Report report) {
        return members.get(report.arrayKey()) instanceof List<?> list
                ? list.stream()
                        .filter(CallRailRecord.class::isInstance)
                        .map(CallRailRecord.class::cast)
                        .toList()
                : List.of();
    }

    /** Whether it has the list of a report. */
    boolean hasList(Report report) {
        return members.get(report.arrayKey()) instanceof List<?>;
    }

    /** The totals of a summary; empty if there are none. */
    Optional<CallRailRecord> totals() {
        return members.get("total_results") instanceof CallRailRecord totals ? Optional.of(totals) : Optional.empty();
    }

    /** A count, written as a number or as text; empty if there is none. */
    OptionalLong count(String member) {
        Object value = members.get(member);
        return value != null && value.toString().matches("\\d{1,15}")
                ? OptionalLong.of(Long.parseLong(value.toString()))
                : OptionalLong.empty();
    }
}
