package io.github.camelcallrail.reader;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;

/** Damages an answer at random, some of its bytes or some of its structure. The same seed does the same. */
final class Mutation {

    private static final JsonFactory JSON = new JsonFactory();

    private static final List<String> VALUES = words(
            """
            null true false 0 -0 -1 1.0 1e2 1E400 -1e-400 1e999999999 1e99999999999 0e-999999999 15125550142
            9223372036854775807 9223372036854775808 %s %s 0.%s NaN 01 +1 call5125550142 'x' "" "+15125550142" "\\ud83d" "\\udc00\\ud83d"
            "\\u0000" "\uFEFF\uFFFF" [] {} [[]] {"":{}} {"id":"CAL9"} [{"id":1}] {"a":1,"a":2} [null] %s "x [[[ ] } , :""".formatted("9".repeat(400), "9".repeat(500), "0".repeat(500), "[".repeat(3_000) + "]".repeat(3_000)));

    private static final List<String> NAMES = words("""
            calls id total_records total_pages total_results next_page has_next_page data grouped_results \\u0069d
            +15125550142 \\ud800""");

    /** Bytes that are no UTF-8, marks of byte orders, and what gives JSON its structure. */
    private static final List<String> BYTES = words("""
            \u0080 \u00C0\u0080 \u00ED\u00A0\u0080 \u00F4\u0090\u0080\u0080 \u00FF \u00E2\u0082 \0 \u00EF\u00BB\u00BF \u00FE\u00FF
            \\ " { } [ ] , :""");

    private static final List<String> CHARSETS = words("UTF-16 UTF-16LE UTF-32BE UTF-32LE ISO-8859-1");

    private final SplittableRandom random;

    Mutation(long seed) {
        this.random = new SplittableRandom(seed);
    }

    byte[] of(String answer) throws IOException {
        String text = answer;
        for (int i = random.nextInt(4); i > 0; i--) {
            text = structure(text);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(20) == 0) {
            return text.getBytes(Charset.forName(any(CHARSETS)));
        }
        for (int i = random.nextInt(6) - 2; i > 0 && bytes.length > 0; i--) {
            bytes = damaged(bytes);
        }
        return bytes;
    }

    private byte[] damaged(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, at + 1 + random.nextInt(random.nextInt(4) == 0 ? bytes.length : 8));
        return switch (random.nextInt(6)) {
            case 0 -> {
                byte[] flipped = bytes.clone();
                flipped[at] ^= (byte) (1 << random.nextInt(8));
                yield flipped;
            }
            case 1 -> Arrays.copyOf(bytes, at);
            case 2 -> joined(bytes, at, any(BYTES).getBytes(StandardCharsets.ISO_8859_1), at);
            case 3 -> joined(bytes, at, new byte[0], to);
            case 4 -> joined(bytes, to, Arrays.copyOfRange(bytes, at, to), to);
            default -> joined(bytes, at, new byte[] {(byte) random.nextInt(256)}, Math.min(at + 1, bytes.length));
        };
    }

    private static byte[] joined(byte[] bytes, int until, byte[] between, int from) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(bytes, 0, until);
        all.writeBytes(between);
        all.write(bytes, from, bytes.length - from);
        return all.toByteArray();
    }

    /** A place in the text where a name, a value, or a name with its value stands. */
    private record Part(int begin, int end, boolean name, int depth) {
        String in(String text) {
            return text.substring(begin, end);
        }
    }

    private String structure(String text) throws IOException {
        List<Part> parts = parts(text);
        if (parts.isEmpty()) {
            return text;
        }
        // Most can go wrong with the members of the answer itself, of which there are few.
        List<Part> shallow = parts.stream().filter(each -> each.depth <= 1).toList();
        Part part = any(random.nextInt(3) == 0 ? shallow : parts);
        Part other = any(parts);
        return switch (random.nextInt(5)) {
            case 0 -> replaced(text, part, part.name ? "\"" + any(NAMES) + "\"" : any(VALUES));
            case 1 -> replaced(text, part, other.in(text));
            case 2 -> replaced(text, part, part.in(text) + "," + part.in(text));
            case 3 -> swapped(text, part, other);
            default -> without(text, part);
        };
    }

    private static String replaced(String text, Part part, String by) {
        return text.substring(0, part.begin) + by + text.substring(part.end);
    }

    private static String swapped(String text, Part one, Part other) {
        Part first = one.begin < other.begin ? one : other;
        Part second = first == one ? other : one;
        return first.end > second.begin
                ? text
                : text.substring(0, first.begin)
                        + second.in(text)
                        + text.substring(first.end, second.begin)
                        + first.in(text)
                        + text.substring(second.end);
    }

    private static String without(String text, Part part) {
        int end = part.end < text.length() && text.charAt(part.end) == ',' ? part.end + 1 : part.end;
        return text.substring(0, part.begin) + text.substring(end);
    }

    /** Names, values, and names with their values; none when the text is no JSON any more. */
    private static List<Part> parts(String text) throws IOException {
        List<Part> parts = new ArrayList<>();
        Deque<Integer> begins = new ArrayDeque<>();
        Deque<Integer> members = new ArrayDeque<>();
        try (JsonParser parser = JSON.createParser(text)) {
            int member = -1;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                int begin = (int) parser.currentTokenLocation().getCharOffset();
                if (token == JsonToken.FIELD_NAME) {
                    member = begin;
                    parts.add(new Part(begin, text.indexOf('"', begin + 1) + 1, true, begins.size()));
                    continue;
                }
                if (token.isStructStart()) {
                    begins.push(begin);
                    members.push(member);
                    member = -1;
                    continue;
                }
                if (token.isStructEnd()) {
                    begin = begins.pop();
                    member = members.pop();
                }
                parser.finishToken();
                int end = (int) parser.currentLocation().getCharOffset();
                parts.add(new Part(begin, end, false, begins.size()));
                if (member >= 0) {
                    parts.add(new Part(member, end, false, begins.size()));
                }
                member = -1;
            }
        } catch (JsonProcessingException e) {
            return List.of();
        }
        return parts;
    }

    private static List<String> words(String text) {
        return List.of(text.split("[ \n]+"));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
