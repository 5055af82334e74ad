package io.github.camelcallrail.webhook;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * The content type of an event's body. CallRail sends JSON, and some events as forms. Source: apidocs.callrail.com,
 * Webhooks; forms are a third-party live observation.
 *
 * @param form whether the body is a form; otherwise it is JSON
 * @param charset of the body, or of what is percent-encoded in it
 */
record EventContentType(boolean form, Charset charset) {

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    /** ASCII is read as UTF-8, which contains it. */
    private static final Map<String, Charset> CHARSETS = Map.of(
            "utf-8", StandardCharsets.UTF_8,
            "us-ascii", StandardCharsets.UTF_8,
            "iso-8859-1", StandardCharsets.ISO_8859_1);

    /** Whether bodies of this type can be read. */
    static boolean isSupported(String header) {
        try {
            of(header);
            return true;
        } catch (UnreadableBody e) {
            return false;
        }
    }

    /** @param header the value of the header; null if it was absent */
    static EventContentType of(String header) throws UnreadableBody {
        String[] parts = header == null ? new String[] {""} : header.split(";");
        String type = normal(parts.length == 0 ? "" : parts[0]);
        if (!type.equals(JSON) && !type.equals(FORM)) {
            throw new UnreadableBody("its content type is neither " + JSON + " nor " + FORM);
        }
        Charset charset = StandardCharsets.UTF_8;
        for (int i = 1; i < parts.length; i++) {
            String[] parameter = parts[i].split("=", 2);
            if (parameter.length == 2 && normal(parameter[0]).equals("charset")) {
                charset = charset(parameter[1]);
            }
        }
        return new EventContentType(type.equals(FORM), charset);
    }

    private static Charset charset(String name) throws UnreadableBody {
        Charset charset = CHARSETS.get(normal(name).replaceAll("^\"(.*)\"$", "$1"));
        if (charset == null) {
            throw new UnreadableBody("its charset is none of UTF-8, US-ASCII and ISO-8859-1");
        }
        return charset;
    }

    private static String normal(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
