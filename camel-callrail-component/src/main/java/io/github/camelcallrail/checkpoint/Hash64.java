package io.github.camelcallrail.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A 64-bit hash of a sequence of values: equal sequences have equal hashes in every JVM and every release, different
 * ones practically never. Used by one thread.
 */
final class Hash64 {

    private static final int INITIAL_CAPACITY = 64;

    private final MessageDigest digest;
    private ByteBuffer sequence = ByteBuffer.allocate(INITIAL_CAPACITY);

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

    /** Does what {@link #of} does, without a new object. Call it on an empty sequence. */
    long ofText(String text) {
        return text('s', text).value();
    }

    /** The hash of a text as sixteen hexadecimal digits. */
    static String hex(String text) {
        return hex(of(text));
    }

    /** A hash as sixteen hexadecimal digits. */
    static String hex(long bits) {
        return HexFormat.of().toHexDigits(bits);
    }

    /** Adds a text, preceded by its kind and its length, so that different sequences never give the same bytes. */
    Hash64 text(char kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        size(kind, bytes.length);
        room(bytes.length).put(bytes);
        return this;
    }

    /** Adds a kind and the number of values that follow. */
    Hash64 size(char kind, int count) {
        room(1 + Integer.BYTES).put((byte) kind).putInt(count);
        return this;
    }

    /** Adds two numbers, preceded by their kind. */
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

    /** The hash of the sequence. The next sequence then starts empty. */
    long value() {
        digest.update(sequence.flip());
        sequence.clear();
        return ByteBuffer.wrap(digest.digest()).getLong();
    }
}
