package io.github.camelcallrail.checkpoint;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/** A saved text with a line before it that says its format, and what its bytes add up to, so that damage shows. */
final class Sealed {

    private static final String FORMAT = "camel-callrail state 1 ";
    private static final Pattern SEAL =
            Pattern.compile("camel-callrail state (\\d+) ([0-9a-f]{8})\n(.*)", Pattern.DOTALL);

    private Sealed() {}

    static String seal(String text) {
        return FORMAT + sum(text) + "\n" + text;
    }

    /**
     * The text that was sealed.
     *
     * @param where what to call it in a message
     * @throws CallRailFailure of kind STATE when it is not what was sealed
     */
    static String open(String where, String sealed) {
        Matcher seal = SEAL.matcher(sealed);
        if (!seal.matches()) {
            throw damaged(where, "it does not begin as saved state does");
        }
        if (!seal.group(1).equals("1")) {
            throw damaged(where, "it was written by a later version of camel-callrail, in format " + seal.group(1));
        }
        if (!seal.group(2).equals(sum(seal.group(3)))) {
            throw damaged(where, "its checksum is wrong");
        }
        return seal.group(3);
    }

    static CallRailFailure damaged(String where, String how) {
        return CallRailFailure.of(
                FailureKind.STATE,
                ("The saved state '%s' cannot be used: %s. Nothing was read. Bring back the state from a backup, all of it from"
                                + " the same time; or set another 'stateKey' to start afresh with the dates of the endpoint: records then come"
                                + " again, so let the sink replace what it has.")
                        .formatted(where, how));
    }

    private static String sum(String text) {
        CRC32C sum = new CRC32C();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(sum.getValue());
    }
}
