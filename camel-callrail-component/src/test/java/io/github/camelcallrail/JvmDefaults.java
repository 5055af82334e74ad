package io.github.camelcallrail;

import java.util.Locale;
import java.util.TimeZone;

/** Another default time zone or locale of this JVM, until it is closed: in an {@code @AfterEach}. */
public final class JvmDefaults {

    private final TimeZone zone = TimeZone.getDefault();
    private final Locale locale = Locale.getDefault();

    private JvmDefaults() {}

    public static JvmDefaults zone(String zone) {
        JvmDefaults before = new JvmDefaults();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        return before;
    }

    public static JvmDefaults locale(String locale) {
        JvmDefaults before = new JvmDefaults();
        Locale.setDefault(Locale.forLanguageTag(locale));
        return before;
    }

    public void close() {
        TimeZone.setDefault(zone);
        Locale.setDefault(locale);
    }
}
