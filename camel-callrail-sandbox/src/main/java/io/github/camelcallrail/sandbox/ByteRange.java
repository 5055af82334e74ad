package io.github.camelcallrail.sandbox;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of a file that a request asks for: one range, as S3 has it; several, or a malformed one, mean the whole. */
final class ByteRange {

    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    private ByteRange() {}

    static MediaResponse of(MediaContent file, Map<String, List<String>> headers) {
        Matcher range = ONE.matcher(header(headers, "range"));
        String condition = header(headers, "if-range");
        boolean unchanged = condition.isEmpty() || condition.equals(file.etag());
        if (!range.matches() || range.group().equals("bytes=-") || !unchanged) {
            return MediaResponse.whole(file);
        }
        long size = file.size();
        boolean suffix = range.group(1).isEmpty();
        long second = range.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(range.group(2));
        long first = suffix ? Math.max(0, size - second) : Long.parseLong(range.group(1));
        long last = suffix ? size - 1 : Math.min(second, size - 1);
        if (!suffix && second < first) {
            return MediaResponse.whole(file);
        }
        if (first >= size || (suffix && second == 0)) {
            return StorageError.INVALID_RANGE.response().with("Content-Range", "bytes */" + size);
        }
        return MediaResponse.range(file, first, last);
    }

    private static String header(Map<String, List<String>> headers, String name) {
        return headers.getOrDefault(name, List.of("")).get(0).strip();
    }
}
