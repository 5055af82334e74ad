package io.github.camelcallrail.checkpoint;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;

/** File names of keys: readable, legal on every platform, and different for different keys. */
final class StateFileName {

    private static final int READABLE_LENGTH = 80;
    private static final int HASH_BYTES = 8;
    private static final Pattern ILLEGAL_SOMEWHERE = Pattern.compile("[^A-Za-z0-9._-]");
    private static final Pattern TEMPORARY =
            Pattern.compile("[A-Za-z0-9._-]*-[0-9a-f]{16}\\.state\\.[0-9a-f-]{36}\\.tmp");

    private StateFileName() {}

    /**
     * The hash distinguishes keys that were cut or had characters replaced, or differ only in case, which some file
     * systems ignore.
     */
    static String of(String key) {
        String readable = key.substring(0, Math.min(key.length(), READABLE_LENGTH));
        return ILLEGAL_SOMEWHERE.matcher(readable).replaceAll("_") + "-" + hash(key) + ".state";
    }

    /** A new name in the same directory, so that the file can replace the target in one step. */
    static Path temporaryFor(Path target) {
        return target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    }

    /** True only of our temporary files, whatever else is in the directory. */
    static boolean isTemporary(Path file) {
        return TEMPORARY.matcher(file.getFileName().toString()).matches();
    }

    /** Sixteen hexadecimal digits, which tell apart keys whose readable parts are equal. */
    static String hash(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
