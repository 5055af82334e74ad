package io.github.camelcallrail.sandbox;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers requests for recordings and media files. */
final class MediaFiles {

    /** How long the recording of a call is. */
    interface Durations {
        /** In seconds; empty if the call has no recording. */
        OptionalLong of(String callId);
    }

    private static final Pattern APP = Pattern.compile("/calls/([^/]+)/recording/redirect");
    private static final Pattern RECORDING = Pattern.compile("/recordings/([^/]+)\\.wav");
    private static final Pattern MEDIA = Pattern.compile("/media/([^/]+)-(\\d{1,9})\\.png");

    private final Durations durations;
    private final MediaLinks links;
    private final MediaFaults faults;
    private final Map<String, Long> sizes = new ConcurrentHashMap<>();
    private final AtomicInteger version = new AtomicInteger();
    private final AtomicInteger redirects = new AtomicInteger();

    MediaFiles(Durations durations, MediaLinks links, MediaFaults faults) {
        this.durations = durations;
        this.links = links;
        this.faults = faults;
    }

    /** @param origin where this is served, without a trailing slash */
    MediaResponse answer(IncomingRequest request, String origin) {
        if (request.headers().containsKey("authorization")) {
            return StorageError.TWO_CREDENTIALS.response();
        }
        if (!request.method().equals("GET")) {
            return StorageError.OTHER_METHOD.response();
        }
        if (faults.redirectsForever()) {
            return MediaResponse.redirect(origin + "/redirect/" + redirects.incrementAndGet());
        }
        MediaResponse found = found(request, origin);
        if (found.isRefusal()) {
            return found;
        }
        Optional<MediaFaults.MediaFault> fault = faults.next(found.isFile());
        if (fault.isPresent() && fault.get() == MediaFaults.CHANGED) {
            version.incrementAndGet();
            return found(request, origin);
        }
        return fault.map(each -> each.change().apply(found)).orElse(found);
    }

    Optional<MediaContent> recording(String callId) {
        OptionalLong seconds = durations.of(callId);
        if (seconds.isEmpty()) {
            return Optional.empty();
        }
        long seed = callId.hashCode() * 31L + version.get();
        Long size = sizes.get(callId);
        return Optional.of(size == null ? WavContent.ofSeconds(seconds.getAsLong(), seed) : new WavContent(size, seed));
    }

    MediaContent media(String messageId, int number) {
        return Png.of((messageId + number).hashCode() * 31L + version.get());
    }

    void size(String callId, long bytes) {
        sizes.put(callId, bytes);
    }

    void clear() {
        sizes.clear();
        version.set(0);
        redirects.set(0);
    }

    private MediaResponse found(IncomingRequest request, String origin) {
        try {
            Query query = Query.parse(request.rawQuery());
            Matcher app = APP.matcher(request.path());
            return app.matches()
                    ? redirect(app.group(1), query, origin)
                    : links.problem(request.path(), query)
                            .map(StorageError::response)
                            .orElseGet(() -> file(request.path())
                                    .map(file -> ByteRange.of(file, request.headers()))
                                    .orElseGet(StorageError.NO_SUCH_FILE::response));
        } catch (RejectedRequestException malformed) {
            return StorageError.WRONG_SIGNATURE.response();
        }
    }

    private MediaResponse redirect(String callId, Query query, String origin) {
        return links.accessKey(callId).equals(query.one("access_key"))
                ? MediaResponse.redirect(origin + links.presigned("/recordings/" + callId + ".wav"))
                : MediaResponse.text(403, "text/html", "<html><body>Access denied</body></html>");
    }

    private Optional<MediaContent> file(String path) {
        Matcher recording = RECORDING.matcher(path);
        if (recording.matches()) {
            return recording(recording.group(1));
        }
        Matcher media = MEDIA.matcher(path);
        return media.matches()
                ? Optional.of(media(media.group(1), Integer.parseInt(media.group(2))))
                : Optional.empty();
    }
}
