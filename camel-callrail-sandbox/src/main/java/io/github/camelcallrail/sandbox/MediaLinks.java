package io.github.camelcallrail.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * Links that work without a key: for ever with an access key, or for 300 seconds if they are presigned. Source of the
 * duration: third-party live observation on media files; for recordings a choice.
 */
final class MediaLinks {

    private static final Duration VALID = Duration.ofSeconds(300);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssX", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Clock clock;
    private final byte[] secret;

    MediaLinks(Clock clock, long seed) {
        this.clock = clock;
        this.secret = Long.toHexString(seed).getBytes(StandardCharsets.US_ASCII);
    }

    /** The path with a signature that is valid from now on. */
    String presigned(String path) {
        String date = DATE.format(clock.instant());
        return path + "?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=" + date + "&X-Amz-Expires=" + VALID.toSeconds()
                + "&X-Amz-SignedHeaders=host&X-Amz-Signature=" + signature(path + date + VALID.toSeconds());
    }

    /** Why the signature does not give access to the path now; empty if it does. */
    Optional<StorageError> problem(String path, Query query) {
        String signature = query.one("X-Amz-Signature");
        String date = query.one("X-Amz-Date");
        if (signature == null || date == null) {
            return Optional.of(StorageError.UNSIGNED);
        }
        if (!signature.equals(signature(path + date + query.one("X-Amz-Expires")))) {
            return Optional.of(StorageError.WRONG_SIGNATURE);
        }
        try {
            Instant made = DATE.parse(date, Instant::from);
            return clock.instant().isAfter(made.plus(VALID)) ? Optional.of(StorageError.EXPIRED) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of(StorageError.WRONG_SIGNATURE);
        }
    }

    /** The access key for one recording; always the same. */
    String accessKey(String callId) {
        return signature(callId).substring(0, 20);
    }

    private String signature(String text) {
        return HexFormat.of().formatHex(Hmac.SHA256.of(secret, text.getBytes(StandardCharsets.UTF_8)));
    }
}
