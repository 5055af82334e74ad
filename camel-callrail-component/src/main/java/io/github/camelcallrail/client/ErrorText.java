package io.github.camelcallrail.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.camelcallrail.report.RecordLayout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * CallRail's error text in the body of an error response. Known shapes are {@code {"error":…}}, {@code {"message":…}}
 * and {@code {"errors":…}} with text, a list or an object as the value; other bodies are empty or not JSON. The text
 * comes from outside, so it is cut to a length that fits a log line, and unprintable characters are replaced.
 */
public final class ErrorText {

    private static final int MAX_BYTES = 16 * 1024;
    private static final int MAX_CHARACTERS = 300;

    /** Control characters, line breaks, marks that change the writing direction, unpaired surrogates. */
    private static final String UNPRINTABLE = "[\\p{C}\\p{Zl}\\p{Zp}]+";

    /** The members that hold the text, in the order in which it is reported. */
    public static final List<String> MEMBERS = List.of("error", "message", "errors");

    /** Nine or more digits, with common separators, but not a date. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\w-])(?!\\d{4}-\\d\\d-\\d\\d)\\+?\\(?\\d(?:[ ().]{0,2}-?[ ().]{0,2}\\d){8,16}(?![\\w-])");

    private static final Pattern ADDRESS = Pattern.compile("[\\w.%+-]+@[\\w.-]+");

    private ErrorText() {}

    /** The error text; empty if the body has none, is not JSON, or is incomplete. */
    static Optional<String> read(InputStream body) {
        try (JsonParser parser = JsonLimits.parser(withoutNul(body))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            return of(new ObjectReader(RecordLayout::of).read(parser));
        } catch (IOException e) {
            // An unreadable body adds nothing to the status.
            return Optional.empty();
        }
    }

    /** NUL is replaced by a blank here; in a record it is replaced visibly. */
    private static String withoutNul(InputStream body) throws IOException {
        return new String(body.readNBytes(MAX_BYTES), StandardCharsets.UTF_8).replace("\\u0000", "\\u0020");
    }

    /** The error text among members of a response that have been read already. */
    public static Optional<String> of(Map<String, Object> members) {
        List<String> texts = new ArrayList<>();
        MEMBERS.forEach(name -> collect(members.get(name), texts));
        String words = texts.stream().collect(Collectors.joining("; ")).replaceAll(UNPRINTABLE, " ");
        return Optional.of(cut(withoutPersonalData(words))).filter(text -> !text.isBlank());
    }

    /** Removes possible phone numbers and mail addresses, which some error texts repeat. */
    private static String withoutPersonalData(String words) {
        return ADDRESS.matcher(NUMBER.matcher(words).replaceAll("(number)")).replaceAll("(address)");
    }

    private static String cut(String words) {
        return words.length() <= MAX_CHARACTERS
                ? words
                : words.substring(0, words.offsetByCodePoints(0, words.codePointCount(0, MAX_CHARACTERS))) + "…";
    }

    private static void collect(Object value, List<String> texts) {
        if (value instanceof String text) {
            texts.add(text);
        } else if (value instanceof List<?> list) {
            list.forEach(element -> collect(element, texts));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(member -> collect(member, texts));
        }
    }
}
