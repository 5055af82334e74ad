package io.github.camelcallrail.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;

/**
 * A stream that accepts only UTF-8, as RFC 8259 requires for JSON: other bytes fail with a {@link
 * CharacterCodingException}. Jackson alone would guess other encodings and accept overlong characters and surrogates.
 * Closing it does not close the underlying stream.
 */
final class Utf8Stream extends InputStream {

    /** JSON in any other encoding that Jackson knows has a NUL among the first four bytes; JSON in UTF-8 has none. */
    private static final int SIGNATURE_LENGTH = 4;

    /** The bits of eight bytes that are set in none of them if all are ASCII. */
    private static final long NOT_ASCII = 0x8080_8080_8080_8080L;

    private static final int MAX_CHARACTER_LENGTH = 4;

    private final InputStream bytes;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer characters = CharBuffer.allocate(4096);
    /** The bytes of an incomplete character. */
    private final ByteBuffer incomplete = ByteBuffer.allocate(MAX_CHARACTER_LENGTH);

    private int checked;

    Utf8Stream(InputStream bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = bytes.read(buffer, offset, length);
        if (count >= 0) {
            check(ByteBuffer.wrap(buffer, offset, count));
        } else if (incomplete.position() > 0) {
            throw new MalformedInputException(incomplete.position());
        }
        return count;
    }

    private void check(ByteBuffer read) throws CharacterCodingException {
        for (int index = read.position(); checked < SIGNATURE_LENGTH && index < read.limit(); index++, checked++) {
            if (read.get(index) == 0) {
                throw new MalformedInputException(1);
            }
        }
        while (incomplete.position() > 0 && read.hasRemaining()) {
            incomplete.put(read.get());
            decode(incomplete.flip());
            incomplete.compact();
        }
        decode(read);
        incomplete.put(read);
    }

    /** Nearly all text is ASCII, which needs no decoder. */
    private static void skipAscii(ByteBuffer read) {
        int position = read.position();
        int last = read.limit() - Long.BYTES;
        while (position <= last && (read.getLong(position) & NOT_ASCII) == 0) {
            position += Long.BYTES;
        }
        read.position(position);
    }

    /** Decodes all bytes except those of an incomplete last character. */
    private void decode(ByteBuffer read) throws CharacterCodingException {
        CoderResult result;
        do {
            skipAscii(read);
            result = decoder.decode(read, characters.clear(), false);
        } while (result.isOverflow());
        if (result.isError()) {
            result.throwException();
        }
    }
}
