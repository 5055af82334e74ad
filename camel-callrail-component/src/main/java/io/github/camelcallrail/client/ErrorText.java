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
 * CallRail's own words in the body of a refusal. Known shapes are {@code {"error":…}}, {@code {"message":…}} and {@code
 * {"errors":…}} with text, a list, or an object in it; there are also bodies that are empty or no JSON at all. The words come
 * from outside, so they are cut to a length that fits a log line and freed of characters that are
 * not to be seen.
 */
public final class ErrorText {

    private static final int MOST_BYTES = 16 * 1024;
    private static final int MOST_CHARACTERS = 300;

    /** Control characters, line breaks, marks that turn the direction of writing, halves of characters. */
    private static final String UNPRINTABLE = "[\\p{C}\\p{Zl}\\p{Zp}]+";

    /** Where the words are, in the order in which they are told. */
    public static final List<String> MEMBERS = List.of("error", "message", "errors");

    /** Nine digits and more, with what people write between them; no date. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\w-])(?!\\d{4}-\\d\\d-\\d\\d)\\+?\\(?\\d(?:[ ().]{0,2}-?[ ().]{0,2}\\d){8,16}(?![\\w-])");

    private static final Pattern ADDRESS = Pattern.compile("[\\w.%+-]+@[\\w.-]+");

    private ErrorText() {}

    /** The words; empty when the body has none, is no JSON, or breaks off. */
    static Optional<String> read(InputStream body) {
        try (JsonParser parser = JsonLimits.parser(withoutNul(body))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            return of(new ObjectReader(RecordLayout::of).read(parser));
        } catch (IOException e) {
            // What cannot be read adds nothing to the status, which says that the request failed.
            return Optional.empty();
        }
    }

    /** NUL is unprintable here, like other control characters; in a record it is replaced visibly. */
    private static String withoutNul(InputStream body) throws IOException {
        return new String(body.readNBytes(MOST_BYTES), StandardCharsets.UTF_8).replace("\\u0000", "\\u0020");
    }

    /** The words among the members of an answer that were read already. */
    public static Optional<String> of(Map<String, Object> members) {
        List<String> texts = new ArrayList<>();
        MEMBERS.forEach(name -> collect(members.get(name), texts));
        String words = texts.stream().collect(Collectors.joining("; ")).replaceAll(UNPRINTABLE, " ");
        return Optional.of(cut(impersonal(words))).filter(text -> !text.isBlank());
    }

    /** Without what may be the number or the address of a person, which some refusals repeat. */
    private static String impersonal(String words) {
        return ADDRESS.matcher(NUMBER.matcher(words).replaceAll("(number)")).replaceAll("(address)");
    }

    private static String cut(String words) {
        return words.length() <= MOST_CHARACTERS
                ? words
                : words.substring(0, words.offsetByCodePoints(0, words.codePointCount(0, MOST_CHARACTERS))) + "…";
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
