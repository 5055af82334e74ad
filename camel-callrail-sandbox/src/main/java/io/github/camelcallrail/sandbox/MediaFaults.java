package io.github.camelcallrail.sandbox;

import io.github.camelcallrail.sandbox.MediaResponse.Framing;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.function.UnaryOperator;

/**
 * A queue of faults of the media origin: each applies to one response, in the order in which they were set.
 *
 * <p>A fault that changes how a file is sent waits for the next response that sends one, and all faults behind it wait
 * too; the link to the recording of an ordinary account first redirects to its file. Requests that the origin itself
 * refuses (with a key, with an expired link, for an unknown file or range) stay refused and use up no fault.
 * Thread-safe.
 */
public final class MediaFaults {

    /**
     * A fault in one response.
     *
     * @param ofFile whether it changes how a file is sent
     */
    record MediaFault(boolean ofFile, UnaryOperator<MediaResponse> change) {}

    /** Not a change of a response: the file itself is another one from then on. */
    static final MediaFault CHANGED = new MediaFault(true, UnaryOperator.identity());

    private static final MediaFault REDIRECT_FOREVER = new MediaFault(false, UnaryOperator.identity());

    private final Queue<MediaFault> queue = new ArrayDeque<>();

    MediaFaults() {}

    /** Closes the connection after so many bytes of the body; a shorter body arrives whole. */
    public void breakAfter(long bytes) {
        ofFile(response -> response.sending(Math.min(bytes, response.length())), bytes);
    }

    /** Responds with this status and a short text. */
    public void status(int status) {
        add(false, response -> MediaResponse.text(status, "text/plain", "Status " + status));
    }

    /** Responds with 200 and an HTML page, as the login page of a proxy. */
    public void html() {
        add(false, response -> MediaResponse.text(200, "text/html", "<html><body>Please log in</body></html>"));
    }

    /** Responds with 302 and this location. */
    public void redirect(String location) {
        Objects.requireNonNull(location, "location");
        add(false, response -> MediaResponse.redirect(location));
    }

    /** From its turn on, responds to every request with 302 and a new location on the origin. */
    public synchronized void redirectForever() {
        queue.add(REDIRECT_FOREVER);
    }

    /** Promises the whole body but sends so many bytes less, then closes the connection. */
    public void shorter(long bytes) {
        ofFile(response -> response.sending(response.length() - bytes), bytes);
    }

    /** Sends the whole body and so many bytes more than it promises. */
    public void longer(long bytes) {
        ofFile(response -> response.sending(response.length() + bytes), bytes);
    }

    /** Sends the body in chunks, without its length. */
    public void withoutLength() {
        add(true, response -> response.framed(Framing.CHUNKS));
    }

    /** Sends neither length nor chunks: the body ends with the connection. */
    public void untilClose() {
        add(true, response -> response.framed(Framing.END_OF_CONNECTION));
    }

    /** Responds with 200 and the whole file, whatever range was requested. */
    public void ignoreRange() {
        add(true, response -> MediaResponse.whole(response.file()));
    }

    /** From its turn on, every file has other content of the same size, and another entity tag. */
    public synchronized void changed() {
        queue.add(CHANGED);
    }

    /** Responds normally, but only after this delay. */
    public void delay(Duration wait) {
        Objects.requireNonNull(wait, "wait");
        add(false, response -> response.after(wait));
    }

    /** Sends the file with this {@code Content-Type}. */
    public void contentType(String type) {
        Objects.requireNonNull(type, "type");
        add(true, response -> response.with("Content-Type", type));
    }

    /** Removes all faults, and ends {@link #redirectForever}. */
    public synchronized void clear() {
        queue.clear();
    }

    /**
     * The fault of the next response.
     *
     * @param file whether the response sends a file
     */
    synchronized Optional<MediaFault> next(boolean file) {
        MediaFault first = queue.peek();
        return first == null || (first.ofFile() && !file) ? Optional.empty() : Optional.of(queue.remove());
    }

    synchronized boolean redirectsForever() {
        return queue.peek() == REDIRECT_FOREVER;
    }

    private void ofFile(UnaryOperator<MediaResponse> change, long bytes) {
        notNegative(bytes);
        add(true, change);
    }

    private synchronized void add(boolean ofFile, UnaryOperator<MediaResponse> change) {
        queue.add(new MediaFault(ofFile, change));
    }

    private static long notNegative(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("A number of bytes is not negative: " + bytes);
        }
        return bytes;
    }
}
