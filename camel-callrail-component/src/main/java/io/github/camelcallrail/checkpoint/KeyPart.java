package io.github.camelcallrail.checkpoint;

import java.util.Locale;
import java.util.regex.Pattern;

/** Any text as a part of a listable key: short, safe in file names, and different for different texts. */
public final class KeyPart {

    private static final int READABLE_LENGTH = 40;
    private static final Pattern SAFE = Pattern.compile("[a-z0-9_-]{1," + READABLE_LENGTH + "}");
    private static final Pattern HASHED = Pattern.compile(".*-[0-9a-f]{16}");
    /** Windows opens a device instead of a file with such a name. */
    private static final Pattern DEVICE = Pattern.compile("con|prn|aux|nul|(com|lpt)[0-9]");

    private KeyPart() {}

    /** The text itself if it is safe and short; otherwise what of it is safe, and a hash. At most 57 characters. */
    public static String of(String text) {
        if (SAFE.matcher(text).matches()
                && !HASHED.matcher(text).matches()
                && !DEVICE.matcher(text).matches()) {
            return text;
        }
        String readable =
                text.substring(0, Math.min(text.length(), READABLE_LENGTH)).toLowerCase(Locale.ROOT);
        return readable.replaceAll("[^a-z0-9_-]", "_") + "-" + StateFileName.hash(text);
    }
}
