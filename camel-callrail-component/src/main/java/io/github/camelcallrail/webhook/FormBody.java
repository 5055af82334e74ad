package io.github.camelcallrail.webhook;

import io.github.camelcallrail.client.JsonLimits;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/**
 * Reads a body of the type {@code application/x-www-form-urlencoded}, within the limits for JSON. All values are text,
 * lists and records of it, as {@link FormMembers} says. An escape that is not two hexadecimal digits, and bytes that
 * are not text in the charset, make the body unreadable.
 */
final class FormBody {

    private final byte[] body;
    private final Charset charset;
    private final FormMembers members = new FormMembers();

    private FormBody(byte[] body, Charset charset) {
        this.body = body;
        this.charset = charset;
    }

    static FormMembers read(byte[] body, Charset charset) throws UnreadableBody {
        FormBody form = new FormBody(body, charset);
        form.readPairs();
        return form.members;
    }

    private void readPairs() throws UnreadableBody {
        int start = 0;
        long pairs = 0;
        while (start < body.length) {
            int end = indexOf('&', start, body.length);
            if (end > start) {
                if (++pairs > JsonLimits.MOST_TOKENS / 2) {
                    throw new UnreadableBody(
                            JsonLimits.said("it holds more than %,d names and values", JsonLimits.MOST_TOKENS));
                }
                readPair(start, end);
            }
            start = end + 1;
        }
        if (pairs == 0) {
            throw new UnreadableBody("it is empty");
        }
    }

    private void readPair(int start, int end) throws UnreadableBody {
        int equals = indexOf('=', start, end);
        String name = decoded(start, equals);
        if (name.length() > JsonLimits.LONGEST_NAME) {
            throw new UnreadableBody(
                    JsonLimits.said("a name in it is longer than %,d characters", JsonLimits.LONGEST_NAME));
        }
        String value = decoded(Math.min(equals + 1, end), end);
        if (value.length() > JsonLimits.LONGEST_TEXT) {
            throw new UnreadableBody(
                    JsonLimits.said("a text in it is longer than %,d characters", JsonLimits.LONGEST_TEXT));
        }
        members.add(name, value);
    }

    private int indexOf(char character, int start, int end) {
        int index = start;
        while (index < end && body[index] != character) {
            index++;
        }
        return index;
    }

    private String decoded(int start, int end) throws UnreadableBody {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(end - start);
        for (int i = start; i < end; i++) {
            if (body[i] == '%') {
                bytes.write(escaped(i, end));
                i += 2;
            } else {
                bytes.write(body[i] == '+' ? ' ' : body[i]);
            }
        }
        try {
            String text = charset.newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
            // As in JSON: PostgreSQL rejects NUL.
            return text.replace('\0', '\uFFFD');
        } catch (CharacterCodingException e) {
            throw new UnreadableBody("it is not " + charset.name());
        }
    }

    private int escaped(int percent, int end) throws UnreadableBody {
        int high = percent + 2 < end ? Character.digit(body[percent + 1], 16) : -1;
        int low = percent + 2 < end ? Character.digit(body[percent + 2], 16) : -1;
        if (high < 0 || low < 0) {
            throw new UnreadableBody("a percent sign in it is not followed by two hexadecimal digits");
        }
        return 16 * high + low;
    }
}
