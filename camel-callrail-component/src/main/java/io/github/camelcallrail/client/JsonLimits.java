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
 * Limits on the size of a response and of the body of an event, far above what CallRail sends and far below what
 * exhausts a JVM. A response or body that exceeds one is invalid; it is never shortened. Bytes are counted after
 * decompression.
 */
public final class JsonLimits {

    /** Bytes. A full page, 250 calls with transcripts of 30 KB, is 7.5 million. */
    static final long LONGEST_ANSWER = 128L * 1024 * 1024;

    /** Characters. The transcript of a call of many hours has a few million. */
    public static final int LONGEST_TEXT = 16 * 1024 * 1024;

    /** Characters. Names are kept for the next response too; the longest known ones are questions in forms. */
    public static final int LONGEST_NAME = 1_000;

    /** Digits, written in full: enough for the largest and the smallest number in JavaScript. */
    public static final int LONGEST_NUMBER = 400;

    /** CallRail nests five levels deep; data posted with a form may nest somewhat deeper. */
    public static final int DEEPEST = 100;

    /** Names, values, and starts and ends of lists and objects; a full page of calls has a hundred thousand. */
    public static final long MOST_TOKENS = 3_000_000;

    /**
     * Forty times the largest page size. Records have their own limit because each is filled up with all of its fields.
     */
    public static final int MOST_RECORDS_OF_A_PAGE = 10_000;

    /** Groups come without pages, and there may be one for each landing page. */
    public static final int MOST_RECORDS_WITHOUT_PAGES = 100_000;

    /** Characters. CallRail's ids have 35; ids are kept in memory, passed on in headers and logged. */
    public static final int LONGEST_ID = 200;

    /** Characters. Servers reject longer request lines. */
    public static final int LONGEST_LINK = 8_000;

    /** Low enough that sums stay in range. */
    public static final long MOST_RECORDS = 1_000_000_000_000L;

    /** Bytes. Jackson's default is 8,000, and each read is a system call. */
    private static final int READ_AT_ONCE = 64 * 1024;

    static final String LONG_NUMBER = said("a number in it has more than %,d digits", LONGEST_NUMBER);

    // Names come from outside, and interned strings would stay in memory.
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

    /** The message for each limit, by Jackson's name of the limit. */
    private static final Map<String, String> EXCEEDED = Map.of(
            "getMaxDocumentLength", said("it is longer than %,d bytes", LONGEST_ANSWER),
            "getMaxStringLength", said("a text or number in it is longer than %,d characters", LONGEST_TEXT),
            "getMaxNameLength", said("a name in it is longer than %,d characters", LONGEST_NAME),
            "getMaxNumberLength", LONG_NUMBER,
            "getMaxNestingDepth", said("it is nested more than %,d levels deep", DEEPEST),
            "getMaxTokenCount", said("it holds more than %,d names and values", MOST_TOKENS));

    private JsonLimits() {}

    /** A parser that accepts only UTF-8 ({@link Utf8Stream}); closing it does not close the body. */
    public static JsonParser parser(InputStream body) throws IOException {
        return parser(JSON.createParser(new BufferedInputStream(new Utf8Stream(body), READ_AT_ONCE)));
    }

    public static JsonParser parser(String text) throws IOException {
        return parser(JSON.createParser(text));
    }

    /** Says which limit a response or the body of an event exceeds, without quoting it. */
    public static String exceeded(StreamConstraintsException e) {
        return EXCEEDED.entrySet().stream()
                .filter(limit -> e.getOriginalMessage().contains(limit.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("it exceeds a limit of the JSON parser");
    }

    /** A message with a limit. */
    public static String said(String words, long limit) {
        return String.format(Locale.ROOT, words, limit);
    }

    private static JsonParser parser(JsonParser parser) {
        return parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
    }
}
