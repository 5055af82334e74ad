package io.github.camelcallrail.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A content that fits into memory: an image, or the text of an error. */
record BytesContent(String contentType, byte[] bytes) implements MediaContent {

    static BytesContent text(String contentType, String text) {
        return new BytesContent(contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public byte at(long position) {
        return bytes[Math.toIntExact(position)];
    }

    @Override
    public String etag() {
        return '"' + Integer.toHexString(Arrays.hashCode(bytes)) + '-' + bytes.length + '"';
    }
}
