package io.github.camelcallrail.sandbox;

import java.io.InputStream;

/**
 * The content of a recording or media file. Each byte depends only on the file and its position, so that a test can
 * verify a download of any size without keeping it. Immutable and thread-safe.
 */
public sealed interface MediaContent permits WavContent, BytesContent {

    /** The size in bytes. */
    long size();

    /** The byte at a position from 0. */
    byte at(long position);

    /** {@code audio/x-wav} or {@code image/png}. */
    String contentType();

    /** A strong entity tag with its quotes; other content has another one. */
    String etag();

    /** Reads the content from the beginning; it is generated while it is read. */
    default InputStream stream() {
        return new MediaStream(this);
    }

    /** Copies bytes into the beginning of the buffer. */
    default void copy(long position, byte[] buffer, int count) {
        for (int i = 0; i < count; i++) {
            buffer[i] = at(position + i);
        }
    }
}
