package io.github.camelcallrail.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Sixty-four bits that stand for a sequence of values: equal sequences give equal bits, in every JVM and for ever, and different
 * ones practically never. Used by one thread.
 */
final class Hash64 {

    private static final int SHORT = 64;

    private final MessageDigest digest;
    private ByteBuffer sequence = ByteBuffer.allocate(SHORT);

    Hash64() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static long of(String text) {
        return new Hash64().ofText(text);
    }

    /** As {@link #of}, in place of a sequence. */
    long ofText(String text) {
        return text('s', text).value();
    }

    /** Sixteen hexadecimal digits of the hash of a text. */
    static String hex(String text) {
        return hex(of(text));
    }

    /** Sixteen hexadecimal digits. */
    static String hex(long bits) {
        return HexFormat.of().toHexDigits(bits);
    }

    /** A text behind the sign of its kind, and behind its length, so that no two sequences run together to the same bytes. */
    Hash64 text(char kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        size(kind, bytes.length);
        room(bytes.length).put(bytes);
        return this;
    }

    /** The sign of a kind and how many values follow. */
    Hash64 size(char kind, int count) {
        room(1 + Integer.BYTES).put((byte) kind).putInt(count);
        return this;
    }

    /** Two numbers behind the sign of their kind. */
    Hash64 numbers(char kind, long number, int other) {
        room(1 + Long.BYTES + Integer.BYTES).put((byte) kind).putLong(number).putInt(other);
        return this;
    }

    private ByteBuffer room(int length) {
        if (sequence.remaining() < length) {
            int needed = sequence.position() + length;
            sequence = ByteBuffer.allocate(Math.max(needed, 2 * sequence.capacity()))
                    .put(sequence.flip());
        }
        return sequence;
    }

    /** The bits, after which it begins anew. */
    long value() {
        digest.update(sequence.flip());
        sequence.clear();
        return ByteBuffer.wrap(digest.digest()).getLong();
    }
}
