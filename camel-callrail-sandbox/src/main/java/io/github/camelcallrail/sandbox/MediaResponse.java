package io.github.camelcallrail.sandbox;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A response of the media origin.
 *
 * @param headers without those that say how long the body is
 * @param file the recording or media file; null if the response is another one, such as an error
 * @param body what is sent, from a position on: the file, or the text of an error
 * @param length how many bytes of the body the response promises
 * @param sent how many bytes it sends before it closes the connection
 * @param delay how long to wait before sending
 */
record MediaResponse(
        int status,
        Map<String, String> headers,
        MediaContent file,
        MediaContent body,
        long from,
        long length,
        long sent,
        Framing framing,
        Duration delay) {

    /** How the client knows where the body ends. */
    enum Framing {
        LENGTH,
        CHUNKS,
        END_OF_CONNECTION
    }

    /** The whole file. */
    static MediaResponse whole(MediaContent file) {
        return part(200, file, 0, file.size());
    }

    /** A range of the file. */
    static MediaResponse range(MediaContent file, long first, long last) {
        return part(206, file, first, last - first + 1)
                .with("Content-Range", "bytes " + first + "-" + last + "/" + file.size());
    }

    /** Something else than a file. */
    static MediaResponse text(int status, String contentType, String text) {
        BytesContent body = BytesContent.text(contentType, text);
        return new MediaResponse(
                status,
                Map.of("Content-Type", contentType),
                null,
                body,
                0,
                body.size(),
                body.size(),
                Framing.LENGTH,
                Duration.ZERO);
    }

    static MediaResponse redirect(String location) {
        return text(302, "text/html", "<html><body>Moved</body></html>").with("Location", location);
    }

    private static MediaResponse part(int status, MediaContent file, long from, long length) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", file.contentType());
        headers.put("ETag", file.etag());
        headers.put("Accept-Ranges", "bytes");
        return new MediaResponse(status, headers, file, file, from, length, length, Framing.LENGTH, Duration.ZERO);
    }

    boolean isFile() {
        return file != null;
    }

    /** Whether the origin refuses the request. */
    boolean isRefusal() {
        return status >= 400;
    }

    MediaResponse with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new MediaResponse(status, all, file, body, from, length, sent, framing, delay);
    }

    /** Sends another number of bytes than it promises; never fewer than none. */
    MediaResponse sending(long bytes) {
        return new MediaResponse(status, headers, file, body, from, length, Math.max(0, bytes), framing, delay);
    }

    MediaResponse framed(Framing other) {
        return new MediaResponse(status, headers, file, body, from, length, sent, other, delay);
    }

    MediaResponse after(Duration wait) {
        return new MediaResponse(status, headers, file, body, from, length, sent, framing, wait);
    }
}
