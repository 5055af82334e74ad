package io.github.camelcallrail.operation;

import io.github.camelcallrail.client.ApiResponse;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Collects the bytes of one file from one or more responses. A response that is broken off is continued by the next, if
 * the server proves that both have the same version of the file; otherwise the file begins anew. It is complete only if
 * it has as many bytes as promised. Used by one thread.
 */
final class FileReceiver {

    private static final int BUFFER = 64 * 1024;
    private static final int BEGIN = 64;
    private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18}|\\*)");

    private static final Set<String> COMPRESSED = Set.of("gzip", "x-gzip", "deflate", "compress", "br", "zstd");

    private final String subject;
    private final TemporaryFile content;
    private final BooleanSupplier wanted;
    private Optional<String> validator = Optional.empty();
    private OptionalLong total = OptionalLong.empty();
    private FileType type;
    private long furthest;

    /**
     * @param subject what is downloaded, for messages
     * @param wanted whether the file is still needed
     */
    FileReceiver(String subject, TemporaryFile content, BooleanSupplier wanted) {
        this.subject = subject;
        this.content = content;
        this.wanted = wanted;
    }

    /** The number of bytes that are kept, after which the next response should begin. */
    long length() {
        return validator.isPresent() ? content.length() : 0;
    }

    /** What identifies the version of the file that the bytes come from. */
    Optional<String> validator() {
        return validator;
    }

    /** The largest number of bytes that there ever were, even if the file began anew afterwards. */
    long furthest() {
        return furthest;
    }

    /**
     * Takes the bytes of a response with status 200 or 206, and returns when the file is complete.
     *
     * @return the type of the file
     * @throws IOException if the response broke off; what came is kept if it can be continued
     * @throws CallRailFailure if it is not the file; of kind STORAGE if the file cannot be stored
     */
    FileType receive(ApiResponse response) throws IOException {
        if (response.header("Content-Encoding")
                .filter(coding -> COMPRESSED.contains(coding.toLowerCase(Locale.ROOT)))
                .isPresent()) {
            throw malformed("it is compressed although that was not asked for");
        }
        FileType named = FileType.of(response.header("Content-Type")).orElseThrow(this::notAFile);
        begin(response, named);
        try {
            copy(response.body());
        } catch (IOException e) {
            if (total.isPresent() && content.length() >= total.getAsLong()) {
                // More came than was promised, so none of it can be trusted.
                restart();
            }
            throw e;
        }
        if (total.isPresent() && content.length() != total.getAsLong()) {
            throw new IOException("%s of %s bytes came".formatted(content.length(), total.getAsLong()));
        }
        if (content.length() == 0) {
            throw new IOException("the file is empty");
        }
        return type.recognized(firstBytes()).orElseThrow(this::notAFile);
    }

    private byte[] firstBytes() throws IOException {
        byte[] begin = new byte[(int) Math.min(BEGIN, content.length())];
        for (int count = 0; count < begin.length; ) {
            count += content.read(count, begin, count, begin.length - count);
        }
        return begin;
    }

    private void begin(ApiResponse response, FileType named) throws IOException {
        if (response.status() == 206) {
            Matcher range = RANGE.matcher(response.header("Content-Range").orElse(""));
            boolean fits = length() > 0
                    && range.matches()
                    && Long.parseLong(range.group(1)) == content.length()
                    && (range.group(2).equals("*") || total.equals(OptionalLong.of(Long.parseLong(range.group(2)))));
            if (!fits) {
                restart();
                throw new IOException("a part came that does not fit to the parts before");
            }
            return;
        }
        restart();
        type = named;
        total = length(response);
        if (total.isEmpty() && response.header("Transfer-Encoding").isEmpty()) {
            throw malformed("it does not say how long it is, so it could be cut off unnoticed");
        }
        if (total.isPresent()) {
            validator = response.header("ETag")
                    .filter(tag -> tag.startsWith("\"") && tag.length() < 200)
                    .or(() -> response.header("Last-Modified"));
        }
    }

    private static OptionalLong length(ApiResponse response) {
        return response.header("Content-Length").filter(text -> text.matches("\\d{1,18}")).stream()
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    private void copy(InputStream body) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
            store(buffer, count);
            if (!wanted.getAsBoolean()) {
                throw CallRailFailure.of(
                        FailureKind.BUSY,
                        "The download of %s ended when its route or context stopped.".formatted(subject));
            }
        }
    }

    private void store(byte[] bytes, int count) {
        try {
            content.append(bytes, count);
            furthest = Math.max(furthest, content.length());
        } catch (IOException e) {
            throw notStored(subject, e);
        }
    }

    /** Begins the file anew. */
    void restart() {
        try {
            content.clear();
        } catch (IOException e) {
            throw notStored(subject, e);
        }
        validator = Optional.empty();
        total = OptionalLong.empty();
    }

    static CallRailFailure notStored(String subject, IOException cause) {
        return CallRailFailure.of(
                FailureKind.STORAGE,
                ("The temporary directory cannot store %s: %s. Free space there, or name another with Camel's options"
                                + " streamCachingSpoolEnabled and streamCachingSpoolDirectory.")
                        .formatted(subject, reason(cause)),
                cause);
    }

    /** The message of an exception; its type if it has none. */
    static String reason(IOException cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private CallRailFailure notAFile() {
        return malformed("it is a web page, JSON or XML, such as the page of a proxy or a login page");
    }

    private CallRailFailure malformed(String why) {
        return CallRailFailure.of(
                FailureKind.MALFORMED, "The response with %s is not the file: %s.".formatted(subject, why));
    }
}
