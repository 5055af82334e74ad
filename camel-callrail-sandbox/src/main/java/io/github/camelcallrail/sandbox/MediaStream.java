package io.github.camelcallrail.sandbox;

import java.io.InputStream;
import java.util.Objects;

/** Reads a content from its beginning to its end. */
final class MediaStream extends InputStream {

    private final MediaContent content;
    private long position;

    MediaStream(MediaContent content) {
        this.content = content;
    }

    @Override
    public int read() {
        return position == content.size() ? -1 : content.at(position++) & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        int count = (int) Math.min(length, content.size() - position);
        if (count == 0) {
            return length == 0 ? 0 : -1;
        }
        byte[] part = offset == 0 ? buffer : new byte[count];
        content.copy(position, part, count);
        if (part != buffer) {
            System.arraycopy(part, 0, buffer, offset, count);
        }
        position += count;
        return count;
    }
}
