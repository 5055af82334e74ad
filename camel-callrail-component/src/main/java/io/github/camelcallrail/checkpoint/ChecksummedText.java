package io.github.camelcallrail.checkpoint;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * A saved text, of this package or another one. A first line with the format and a checksum protects it, so that damage
 * is detected.
 *
 * @param format the format of the text; {@link #FORMAT} is the newest
 * @param text the text without its first line
 */
public record ChecksummedText(int format, String text) {

    /** The format in which texts are written. Format 1 had neither the ids of records nor the names of fields. */
    static final int FORMAT = 2;

    private static final String BEGIN = "camel-callrail state ";
    private static final Pattern SEAL = Pattern.compile(BEGIN + "([0-9]{1,9}) ([0-9a-f]{8})\n(.*)", Pattern.DOTALL);

    /** The text with the line that protects it. */
    public static String seal(String text) {
        return BEGIN + FORMAT + " " + hex(text) + "\n" + text;
    }

    /**
     * Checks a saved text and returns it without its first line.
     *
     * @param where the key, for messages
     * @throws CallRailFailure of kind STATE if the text is not as it was saved
     */
    static ChecksummedText open(String where, String sealed) {
        Matcher seal = SEAL.matcher(sealed);
        if (!seal.matches()) {
            throw damaged(where, "it does not start like saved state");
        }
        int format = Integer.parseInt(seal.group(1));
        if (format < 1 || format > FORMAT) {
            throw damaged(where, "it was written by a later version of camel-callrail, in format " + format);
        }
        if (!seal.group(2).equals(hex(seal.group(3)))) {
            throw damaged(where, "its checksum is wrong");
        }
        return new ChecksummedText(format, seal.group(3));
    }

    /** Checks a saved text and returns it without its first line; empty if the text is not as it was saved. */
    public static Optional<ChecksummedText> ifIntact(String sealed) {
        try {
            return Optional.of(open("", sealed));
        } catch (CallRailFailure failure) {
            return Optional.empty();
        }
    }

    static CallRailFailure damaged(String where, String reason) {
        return CallRailFailure.of(
                FailureKind.STATE,
                ("The saved state '%s' cannot be used: %s. Nothing was read. Restore all of the state from the"
                                + " same backup; or set another 'stateKey' to start again with the dates of the endpoint:"
                                + " records are then sent again, so the sink must tolerate duplicates.")
                        .formatted(where, reason));
    }

    /** The CRC-32C of the text in UTF-8. */
    static int checksum(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }

    private static String hex(String text) {
        return HexFormat.of().toHexDigits(checksum(text));
    }
}
