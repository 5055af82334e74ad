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
 * Bytes that are UTF-8, as RFC 8259 demands of JSON: reading others fails with a {@link CharacterCodingException}. Jackson by
 * itself guesses at other encodings, and lets characters that are too long or only halves pass. Closing it does not close the
 * stream behind it.
 */
final class Utf8Stream extends InputStream {

    /** JSON in any other encoding that Jackson knows has a NUL among so many bytes, and JSON in UTF-8 has none. */
    private static final int SIGNATURE = 4;

    private static final int LONGEST_CHARACTER = 4;

    private final InputStream bytes;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer characters = CharBuffer.allocate(4096);
    /** What came of a character whose end has not come. */
    private final ByteBuffer begun = ByteBuffer.allocate(LONGEST_CHARACTER);

    private int signature;

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
        } else if (begun.position() > 0) {
            throw new MalformedInputException(begun.position());
        }
        return count;
    }

    private void check(ByteBuffer read) throws CharacterCodingException {
        for (int place = read.position(); signature < SIGNATURE && place < read.limit(); place++, signature++) {
            if (read.get(place) == 0) {
                throw new MalformedInputException(1);
            }
        }
        while (begun.position() > 0 && read.hasRemaining()) {
            begun.put(read.get());
            decode(begun.flip());
            begun.compact();
        }
        decode(read);
        begun.put(read);
    }

    /** Decodes all but a character that is cut off. */
    private void decode(ByteBuffer read) throws CharacterCodingException {
        CoderResult result;
        do {
            result = decoder.decode(read, characters.clear(), false);
        } while (result.isOverflow());
        if (result.isError()) {
            result.throwException();
        }
    }
}
