package io.github.camelcallrail.sandbox;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The service that recordings and media files come from: another origin than the API, on a port of its own that only
 * this machine can reach. It needs no key, and answers 400 to any request with an {@code Authorization} header.
 *
 * <p>{@code recording.json} of an ordinary account returns a link that does not expire and redirects to a presigned
 * one; of a HIPAA account ({@code hipaa_account}), it returns the presigned one. Presigned links expire 300 seconds
 * after they were made, by the clock of the sandbox: then the origin answers 403 and XML.
 *
 * <p>A recording is a WAV file that lasts {@code recording_duration} seconds; a media file is a small PNG. Both have a
 * length, a strong entity tag and ranges. Thread-safe.
 */
public final class MediaOrigin {

    private static final int LARGEST_IN_MEMORY = 1 << 26;

    private final MediaLinks links;
    private final MediaFaults faults = new MediaFaults();
    private final MediaFiles files;
    private final List<MediaRequest> requests = new ArrayList<>();
    private volatile Function<String, Answer> reported;
    private MediaServer server;
    private volatile String address;
    private boolean closed;

    MediaOrigin(MediaFiles.Durations durations, Clock clock, long seed) {
        links = new MediaLinks(clock, seed);
        files = new MediaFiles(durations, links, faults);
    }

    /** {@code http://127.0.0.1:PORT}, without a trailing slash. The same until the sandbox is closed. */
    public synchronized URI uri() {
        if (closed) {
            throw new IllegalStateException("The sandbox is closed");
        }
        if (server == null) {
            server = MediaServer.start(this::answer);
            address = "http://127.0.0.1:" + server.port();
        }
        return URI.create(address);
    }

    /** Every request since the start or the last {@link #clear()}, in order of arrival, even before its response. */
    public List<MediaRequest> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    /** The faults to simulate. */
    public MediaFaults faults() {
        return faults;
    }

    /**
     * The recording of a call as the origin serves it now.
     *
     * @throws IllegalArgumentException if the call does not exist or has no recording
     */
    public MediaContent recording(String callId) {
        return files.recording(callId).orElseThrow(() -> new NoSuchRecordException("No recording of " + callId));
    }

    /** A media file of a message ({@code SCI…}) as the origin serves it now. */
    public MediaContent media(String messageId, int number) {
        return files.media(messageId, number);
    }

    /** Sets the size of the recording of a call, whatever its duration. It is generated while it is sent. */
    public void size(String callId, long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("A size is not negative: " + bytes);
        }
        files.size(callId, bytes);
    }

    /** From now on, {@code recording.json} returns this link for every recording. */
    public void reportLink(String url) {
        reported = callId -> Answer.json(200, Map.of("url", url));
    }

    /** From now on, {@code recording.json} returns <code>{"url":null}</code> for every recording. */
    public void reportNullLink() {
        reported = callId -> Answer.json(200, Fields.of("url", null));
    }

    /** From now on, {@code recording.json} returns <code>{}</code> for every recording. */
    public void reportNoLink() {
        reported = callId -> Answer.json(200, Map.of());
    }

    /**
     * From now on, {@code recording.json} returns the recording itself, of up to 64 MB. Source: third-party client
     * code.
     */
    public void reportAudio() {
        reported = callId -> {
            MediaContent recording = recording(callId);
            if (recording.size() > LARGEST_IN_MEMORY) {
                throw new RejectedRequestException(500, "The recording of " + callId + " is larger than 64 MB");
            }
            byte[] bytes = new byte[(int) recording.size()];
            recording.copy(0, bytes, bytes.length);
            return Answer.bytes(200, Map.of("Content-Type", recording.contentType()), bytes);
        };
    }

    /** Forgets requests and faults, and restores the content and size of each file and the links of the API. */
    public void clear() {
        synchronized (requests) {
            requests.clear();
        }
        faults.clear();
        files.clear();
        reported = null;
    }

    synchronized void close() {
        closed = true;
        if (server != null) {
            server.close();
        }
    }

    /** What {@code recording.json} answers. */
    Answer report(String callId, boolean hipaa) {
        Function<String, Answer> chosen = reported;
        if (chosen != null) {
            return chosen.apply(callId);
        }
        String link = hipaa ? uri() + links.presigned("/recordings/" + callId + ".wav") : redirectLink(callId);
        return Answer.json(200, Map.of("url", link));
    }

    /** A link to a recording that never expires and redirects to a presigned one. */
    String redirectLink(String callId) {
        return uri() + "/calls/" + callId + "/recording/redirect?access_key=" + links.accessKey(callId);
    }

    /** Where the API redirects a request for a media file. */
    String mediaLink(String messageId, String number) {
        return uri() + links.presigned("/media/" + messageId + "-" + number + ".png");
    }

    private MediaResponse answer(IncomingRequest request) {
        MediaResponse response = files.answer(request, address);
        synchronized (requests) {
            requests.add(new MediaRequest(
                    request.method(), request.path(), request.rawQuery(), request.headers(), response.status()));
        }
        return response;
    }
}
