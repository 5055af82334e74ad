package io.github.camelcallrail.check;

import java.util.Locale;

/** The outcome of one check. Names are public: records, documentation and bug reports use {@link #text}. */
public enum CheckOutcome {
    /** It is as this component assumes. */
    OK,
    /** It is not as this component assumes. */
    DIFFERS,
    /** CallRail denies it to this key. */
    REFUSED,
    /** It cannot be seen, for a reason that the record gives. */
    UNKNOWN;

    /** Its name in records: {@code ok}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
