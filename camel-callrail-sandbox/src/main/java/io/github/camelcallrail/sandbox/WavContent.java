package io.github.camelcallrail.sandbox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A soft tone of 400 Hz as a WAV file: 8 kHz, 16 bit, mono. Its low bytes are a faint hiss that depends on the
 * position, so that no two parts of the file are equal and a misplaced byte shows.
 *
 * @param size in bytes; a file of less than its header is cut off
 * @param seed other content for each
 */
record WavContent(long size, long seed) implements MediaContent {

    static final String TYPE = "audio/x-wav";

    private static final int RATE = 8_000;
    private static final int HEADER = 44;
    private static final int SAMPLE = 2;
    private static final int LARGEST = 0xffff_ffff;
    private static final int PERIOD = RATE / 400;
    private static final byte[] TONE = tone();

    static WavContent ofSeconds(long seconds, long seed) {
        return new WavContent(HEADER + seconds * RATE * SAMPLE, seed);
    }

    @Override
    public byte at(long position) {
        if (position < 0 || position >= size) {
            throw new IndexOutOfBoundsException("Position " + position + " of " + size + " bytes");
        }
        if (position < HEADER) {
            return header()[(int) position];
        }
        long sample = (position - HEADER) / SAMPLE;
        return (position - HEADER) % SAMPLE == 0 ? hiss(sample) : TONE[(int) (sample % PERIOD)];
    }

    @Override
    public void copy(long position, byte[] buffer, int count) {
        int i = 0;
        while (i < count && (position + i < HEADER || (position + i - HEADER) % SAMPLE != 0)) {
            buffer[i] = at(position + i);
            i++;
        }
        long sample = (position + i - HEADER) / SAMPLE;
        int phase = (int) (sample % PERIOD);
        for (; i + 1 < count; i += SAMPLE) {
            buffer[i] = hiss(sample++);
            buffer[i + 1] = TONE[phase];
            phase = phase + 1 == PERIOD ? 0 : phase + 1;
        }
        if (i < count) {
            buffer[i] = at(position + i);
        }
    }

    @Override
    public String contentType() {
        return TYPE;
    }

    @Override
    public String etag() {
        return '"' + Long.toHexString(mixed(seed)) + '-' + size + '"';
    }

    private byte hiss(long sample) {
        return (byte) (mixed(sample ^ seed) >>> 56);
    }

    private static long mixed(long value) {
        long mixed = value * 0x9e3779b97f4a7c15L;
        mixed ^= mixed >>> 32;
        return mixed * 0xbf58476d1ce4e5b9L;
    }

    private byte[] header() {
        return ByteBuffer.allocate(HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt(length(size - 8))
                .put(ascii("WAVEfmt "))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(RATE)
                .putInt(RATE * SAMPLE)
                .putShort((short) SAMPLE)
                .putShort((short) (8 * SAMPLE))
                .put(ascii("data"))
                .putInt(length(size - HEADER))
                .array();
    }

    /** The format has no larger lengths; players read such files to their end. */
    private static int length(long bytes) {
        return bytes > 0xffff_ffffL ? LARGEST : (int) Math.max(0, bytes);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The high bytes of the samples of one period. */
    private static byte[] tone() {
        byte[] tone = new byte[PERIOD];
        for (int i = 0; i < PERIOD; i++) {
            tone[i] = (byte) Math.round(12 * Math.sin(2 * Math.PI * i / PERIOD));
        }
        return tone;
    }
}
