package io.github.camelcallrail.sandbox;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A small image of random colors, as a PNG file. */
final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int SIDE = 16;
    private static final int BYTES_PER_PIXEL = 3;

    private Png() {}

    static BytesContent of(long seed) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(SIGNATURE);
        // 8 bits for each of red, green and blue; the only methods of compression and filtering; not interlaced.
        file.writeBytes(chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(SIDE)
                        .putInt(SIDE)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array()));
        file.writeBytes(chunk("IDAT", deflated(pixels(seed))));
        file.writeBytes(chunk("IEND", new byte[0]));
        return new BytesContent("image/png", file.toByteArray());
    }

    private static byte[] pixels(long seed) {
        byte[] pixels = new byte[SIDE * (1 + SIDE * BYTES_PER_PIXEL)];
        new SplittableRandom(seed).nextBytes(pixels);
        for (int row = 0; row < SIDE; row++) {
            // Each row begins with its filter: none.
            pixels[row * (1 + SIDE * BYTES_PER_PIXEL)] = 0;
        }
        return pixels;
    }

    private static byte[] deflated(byte[] bytes) {
        // Not compressed, so that all images have the same size.
        Deflater deflater = new Deflater(Deflater.NO_COMPRESSION);
        deflater.setInput(bytes);
        deflater.finish();
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        byte[] buffer = new byte[1_024];
        while (!deflater.finished()) {
            deflated.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return deflated.toByteArray();
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(name)
                .put(data)
                .putInt((int) checksum.getValue())
                .array();
    }
}
