package io.github.camelcallrail.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Sixty-four bits that stand for a sequence of values: equal sequences give equal bits, in every JVM and for ever, and different
 * ones practically never. Used by one thread.
 */
final class Hash64 {

    private final MessageDigest digest;
    private final ByteBuffer number = ByteBuffer.allocate(Integer.BYTES);

    Hash64() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static long of(String text) {
        return new Hash64().text('s', text).value();
    }

    /** Sixteen hexadecimal digits of the hash of a text. */
    static String hex(String text) {
        return "%016x".formatted(of(text));
    }

    /** A text behind the sign of its kind, and behind its length, so that no two sequences run together to the same bytes. */
    Hash64 text(char kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        size(kind, bytes.length);
        digest.update(bytes);
        return this;
    }

    /** The sign of a kind and how many values follow. */
    Hash64 size(char kind, int count) {
        digest.update((byte) kind);
        digest.update(number.putInt(0, count).array());
        return this;
    }

    /** The bits, after which it begins anew. */
    long value() {
        return ByteBuffer.wrap(digest.digest()).getLong();
    }
}
