package io.github.camelcallrail.reader;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A body that repeats itself for ever, and counts what was read of it. */
final class Endless extends InputStream {

    private final byte[] begin;
    private final byte[] again;
    private long given;

    Endless(String begin, String again) {
        this.begin = begin.getBytes(StandardCharsets.UTF_8);
        // Longer, so that it is copied in large parts.
        this.again = again.repeat(8_192).getBytes(StandardCharsets.UTF_8);
    }

    long given() {
        return given;
    }

    @Override
    public int read() {
        byte next = given < begin.length ? begin[(int) given] : again[(int) ((given - begin.length) % again.length)];
        given++;
        return next & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        int copied = 0;
        while (copied < length) {
            boolean beginning = given < begin.length;
            byte[] from = beginning ? begin : again;
            int at = (int) (beginning ? given : (given - begin.length) % again.length);
            int count = Math.min(from.length - at, length - copied);
            System.arraycopy(from, at, bytes, offset + copied, count);
            copied += count;
            given += count;
        }
        return length;
    }
}
