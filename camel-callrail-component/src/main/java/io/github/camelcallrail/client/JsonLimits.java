package io.github.camelcallrail.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;

/**
 * How much of an answer is read at most, far above what CallRail sends and far below what a JVM cannot bear. An answer beyond
 * any of these is a bad one, never a shorter one. The bytes are counted after decompression.
 */
public final class JsonLimits {

    /** Bytes. A full page, 250 calls with transcripts of 30 KB, is 7.5 million. */
    static final long LONGEST_ANSWER = 128L * 1024 * 1024;

    /** Characters. The transcript of a call of many hours has some millions. */
    static final int LONGEST_TEXT = 16 * 1024 * 1024;

    /** Characters. Names are kept for the next answer too; the longest that forms are known to make up are questions. */
    static final int LONGEST_NAME = 1_000;

    /** Digits, written in full: as many as the largest and the smallest number of JavaScript have. */
    public static final int LONGEST_NUMBER = 400;

    /** CallRail nests five deep, and what was posted with a form may nest somewhat deeper. */
    static final int DEEPEST = 100;

    /** Names, values, and beginnings and ends of lists and objects; a full page of calls has a hundred thousand. */
    static final long MOST_TOKENS = 3_000_000;

    /** Forty times what may be asked for. Rows are counted apart because each is filled up to all of its columns. */
    public static final int MOST_ROWS_OF_A_PAGE = 10_000;

    /** Groups come without pages, and there may be one for each landing page. */
    public static final int MOST_ROWS_WITHOUT_PAGES = 100_000;

    /** Characters. CallRail's have 35, and ids are kept, sent on in headers and logged. */
    public static final int LONGEST_ID = 200;

    /** Characters. Servers refuse longer request lines. */
    public static final int LONGEST_LINK = 8_000;

    /** So that sums of it with what was read stay in range. */
    public static final long MOST_RECORDS = 1_000_000_000_000L;

    /** Bytes. Jackson by itself asks for 8,000 at a time, and each time asks the operating system. */
    private static final int READ_AT_ONCE = 64 * 1024;

    static final String LONG_NUMBER = said("a number in it has more than %,d digits", LONGEST_NUMBER);

    // Names come from outside, and interned ones would stay.
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(LONGEST_ANSWER)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNameLength(LONGEST_NAME)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxNestingDepth(DEEPEST)
                    .maxTokenCount(MOST_TOKENS)
                    .build())
            .build();

    /** Which limit was hit, by how Jackson calls it. */
    private static final Map<String, String> EXCEEDED = Map.of(
            "getMaxDocumentLength", said("it is longer than %,d bytes", LONGEST_ANSWER),
            "getMaxStringLength", said("a text or number in it is longer than %,d characters", LONGEST_TEXT),
            "getMaxNameLength", said("a name in it is longer than %,d characters", LONGEST_NAME),
            "getMaxNumberLength", LONG_NUMBER,
            "getMaxNestingDepth", said("it is nested more than %,d deep", DEEPEST),
            "getMaxTokenCount", said("it holds more than %,d names and values", MOST_TOKENS));

    private JsonLimits() {}

    /** A parser of UTF-8 and nothing else ({@link Utf8Stream}); closing it does not close the body. */
    public static JsonParser parser(InputStream body) throws IOException {
        return parser(JSON.createParser(new BufferedInputStream(new Utf8Stream(body), READ_AT_ONCE)));
    }

    public static JsonParser parser(String text) throws IOException {
        return parser(JSON.createParser(text));
    }

    /** Which limit an answer exceeds, in words that quote nothing of it. */
    static String exceeded(StreamConstraintsException e) {
        return EXCEEDED.entrySet().stream()
                .filter(limit -> e.getOriginalMessage().contains(limit.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("it is made to be hard to read");
    }

    /** The words for a limit. */
    public static String said(String words, long limit) {
        return String.format(Locale.ROOT, words, limit);
    }

    private static JsonParser parser(JsonParser parser) {
        return parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
    }
}
