package io.github.camelcallrail.checkpoint;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * A saved text, which on disk has a line before it with its format and a checksum, so that damage shows.
 *
 * @param format in which the text was written; {@link #FORMAT} is the newest
 * @param text without that line
 */
record ChecksummedText(int format, String text) {

    /** The format in which texts are written. Format 1 named neither records nor fields. */
    static final int FORMAT = 2;

    private static final String BEGIN = "camel-callrail state ";
    private static final Pattern SEAL = Pattern.compile(BEGIN + "([0-9]{1,9}) ([0-9a-f]{8})\n(.*)", Pattern.DOTALL);

    static String seal(String text) {
        return BEGIN + FORMAT + " " + checksum(text) + "\n" + text;
    }

    /**
     * The text that was sealed.
     *
     * @param where what to call it in a message
     * @throws CallRailFailure of kind STATE when it is not what was sealed
     */
    static ChecksummedText open(String where, String sealed) {
        Matcher seal = SEAL.matcher(sealed);
        if (!seal.matches()) {
            throw damaged(where, "it does not begin as saved state does");
        }
        int format = Integer.parseInt(seal.group(1));
        if (format < 1 || format > FORMAT) {
            throw damaged(where, "it was written by a later version of camel-callrail, in format " + format);
        }
        if (!seal.group(2).equals(checksum(seal.group(3)))) {
            throw damaged(where, "its checksum is wrong");
        }
        return new ChecksummedText(format, seal.group(3));
    }

    static CallRailFailure damaged(String where, String how) {
        return CallRailFailure.of(
                FailureKind.STATE,
                ("The saved state '%s' cannot be used: %s. Nothing was read. Bring back the state from a backup, all of it from"
                                + " the same time; or set another 'stateKey' to start afresh with the dates of the endpoint: records then come"
                                + " again, so let the sink replace what it has.")
                        .formatted(where, how));
    }

    private static String checksum(String text) {
        CRC32C sum = new CRC32C();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }
}
