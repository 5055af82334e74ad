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
        this.again = again.getBytes(StandardCharsets.UTF_8);
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
        for (int i = 0; i < length; i++) {
            bytes[offset + i] = (byte) read();
        }
        return length;
    }
}
