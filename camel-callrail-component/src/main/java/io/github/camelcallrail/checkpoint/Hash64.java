package io.github.camelcallrail.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A 64-bit hash of a sequence of values: equal sequences have equal hashes in every JVM and every release, different
 * ones practically never. Used by one thread.
 */
final class Hash64 {

    private static final int INITIAL_CAPACITY = 64;

    private final MessageDigest digest;
    private byte[] sequence = new byte[INITIAL_CAPACITY];
    private int length;

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
        return size(kind, bytes.length).bytes(bytes);
    }

    /** Adds a kind and the number of values that follow. */
    Hash64 size(char kind, int count) {
        room(1 + Integer.BYTES);
        sequence[length++] = (byte) kind;
        number(count);
        return this;
    }

    /** Adds two numbers, preceded by their kind. */
    Hash64 numbers(char kind, long number, int other) {
        room(1 + Long.BYTES + Integer.BYTES);
        sequence[length++] = (byte) kind;
        number((int) (number >>> Integer.SIZE));
        number((int) number);
        number(other);
        return this;
    }

    /** Adds what another sequence of values gave. */
    Hash64 bytes(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, sequence, length, bytes.length);
        length += bytes.length;
        return this;
    }

    /** What {@link #text} adds to a sequence. */
    static byte[] bytes(char kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + Integer.BYTES + bytes.length)
                .put((byte) kind)
                .putInt(bytes.length)
                .put(bytes)
                .array();
    }

    /** Big-endian. */
    private void number(int number) {
        sequence[length++] = (byte) (number >>> 24);
        sequence[length++] = (byte) (number >>> 16);
        sequence[length++] = (byte) (number >>> 8);
        sequence[length++] = (byte) number;
    }

    private void room(int more) {
        if (sequence.length - length < more) {
            sequence = Arrays.copyOf(sequence, Math.max(length + more, 2 * sequence.length));
        }
    }

    /** The hash of the sequence. The next sequence then starts empty. */
    long value() {
        digest.update(sequence, 0, length);
        length = 0;
        return ByteBuffer.wrap(digest.digest()).getLong();
    }
}
