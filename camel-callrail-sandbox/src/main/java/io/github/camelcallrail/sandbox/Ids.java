package io.github.camelcallrail.sandbox;

import java.time.Instant;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/** Identifiers in CallRail's format: a prefix for the type, then 32 hexadecimal digits that begin with the time. */
final class Ids {

    private static final Pattern PREFIXED = Pattern.compile("[A-Z]{3}[0-9a-f]{32}");
    private static final String SHORT = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    private Ids() {}

    static String timeOrdered(String prefix, Instant at, SplittableRandom random) {
        HexFormat hex = HexFormat.of();
        long low = random.nextLong();
        return prefix
                + hex.toHexDigits(at.toEpochMilli(), 12)
                + '7'
                + hex.toHexDigits(random.nextInt(0x1000), 3)
                + hex.toHexDigits((low & ~(3L << 62)) | (2L << 62));
    }

    static String shortCode(SplittableRandom random) {
        StringBuilder code = new StringBuilder("K");
        for (int i = 0; i < 7; i++) {
            code.append(SHORT.charAt(random.nextInt(SHORT.length())));
        }
        return code.toString();
    }

    static boolean isPrefixed(String text) {
        return text.length() == 35 && PREFIXED.matcher(text).matches();
    }

    /**
     * The numeric form of a prefixed id, always the same for the same id: nine digits for an account, thirteen
     * otherwise, so that thousands of records of one report do not collide.
     */
    static long numeric(String prefixed) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < prefixed.length(); i++) {
            hash = (hash ^ prefixed.charAt(i)) * 0x100000001b3L;
        }
        long spread = new SplittableRandom(hash).nextLong() & Long.MAX_VALUE;
        return prefixed.startsWith("ACC") ? 100_000_000L + spread % 899_999_999L : 1_000_000_000_000L + (spread >>> 21);
    }

    /** Whether the requested id identifies the record with the other id; both forms are accepted. */
    static boolean same(Object held, String asked) {
        String text = String.valueOf(held);
        return text.equals(asked)
                || (isPrefixed(text)
                        && !asked.isEmpty()
                        && Character.isDigit(asked.charAt(0))
                        && asked.equals(Long.toString(numeric(text))));
    }
}
