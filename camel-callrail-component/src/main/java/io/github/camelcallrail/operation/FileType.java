package io.github.camelcallrail.operation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What kind of file a response is, by its content type and, if that says nothing, by its first bytes.
 *
 * @param contentType without parameters: {@code audio/mpeg}
 * @param extension for the name of the file, without a dot
 */
record FileType(String contentType, String extension) {

    private static final String UNKNOWN = "application/octet-stream";

    private static final Map<String, String> EXTENSIONS = Map.ofEntries(
            Map.entry("audio/mpeg", "mp3"),
            Map.entry("audio/mp3", "mp3"),
            Map.entry("audio/wav", "wav"),
            Map.entry("audio/wave", "wav"),
            Map.entry("audio/x-wav", "wav"),
            Map.entry("audio/vnd.wave", "wav"),
            Map.entry("audio/ogg", "ogg"),
            Map.entry("audio/mp4", "m4a"),
            Map.entry("audio/amr", "amr"),
            Map.entry("image/jpeg", "jpg"),
            Map.entry("image/png", "png"),
            Map.entry("image/gif", "gif"),
            Map.entry("image/webp", "webp"),
            Map.entry("video/mp4", "mp4"),
            Map.entry("video/3gpp", "3gp"),
            Map.entry("application/pdf", "pdf"),
            Map.entry("text/vcard", "vcf"),
            Map.entry("text/x-vcard", "vcf"));

    /** Servers use them for files whose type they do not know. */
    private static final List<String> UNKNOWN_TYPES = List.of("", UNKNOWN, "binary/octet-stream");

    /** Pages and error messages, which no user wants in a file. */
    private static final List<String> NOT_FILES = List.of("html", "json", "xml", "javascript", "x-www-form-urlencoded");

    /**
     * The type that a header names.
     *
     * @return empty if a response of that type is not a file: a web page, JSON or XML
     */
    static Optional<FileType> of(Optional<String> header) {
        String type = header.orElse("").replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        if (UNKNOWN_TYPES.contains(type) || !type.matches("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,60}")) {
            return Optional.of(new FileType(UNKNOWN, ""));
        }
        String subtype = type.substring(type.indexOf('/') + 1);
        return NOT_FILES.stream().anyMatch(subtype::contains)
                ? Optional.empty()
                : Optional.of(new FileType(type, EXTENSIONS.getOrDefault(type, "bin")));
    }

    /**
     * This type, or if it is not known that of a file which begins with these bytes.
     *
     * @return empty if they begin a web page, JSON or XML
     */
    Optional<FileType> recognized(byte[] begin) {
        if (!extension.isEmpty()) {
            return Optional.of(this);
        }
        String text = new String(begin, StandardCharsets.ISO_8859_1);
        if (text.stripLeading().startsWith("<") || text.stripLeading().startsWith("{")) {
            return Optional.empty();
        }
        if (text.startsWith("RIFF") && text.startsWith("WAVE", 8)) {
            return of(Optional.of("audio/wav"));
        }
        if (text.startsWith("ID3") || begin.length > 1 && (begin[0] & 0xFF) == 0xFF && (begin[1] & 0xE6) == 0xE2) {
            return of(Optional.of("audio/mpeg"));
        }
        if (text.startsWith("OggS")) {
            return of(Optional.of("audio/ogg"));
        }
        if (text.startsWith("\u00FF\u00D8\u00FF")) {
            return of(Optional.of("image/jpeg"));
        }
        if (text.startsWith("\u0089PNG")) {
            return of(Optional.of("image/png"));
        }
        if (text.startsWith("GIF8")) {
            return of(Optional.of("image/gif"));
        }
        return Optional.of(new FileType(UNKNOWN, "bin"));
    }
}
