package io.github.camelcallrail.quota;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * The saved form of a request log: a line with the format and a checksum, followed by the latest minute since 1970, the
 * number of reserved requests, and for each minute its age relative to the latest and its count: {@code 29401234 20 0:3
 * 17:250}.
 */
final class RequestLogText {

    private static final String FORMAT = "camel-callrail requests 1 ";
    private static final Pattern TEXT = Pattern.compile("camel-callrail requests (\\d+) ([0-9a-f]{8})\n(.*)");

    private RequestLogText() {}

    /**
     * @param reserved how many more requests may be sent before the next text is saved; a reader of this text counts
     *     them as sent
     */
    static String of(RequestLog log, long reserved) {
        StringBuilder text = new StringBuilder();
        text.append(log.latest()).append(' ').append(log.undated() + reserved);
        log.sent().forEach((minute, count) -> text.append(' ')
                .append(log.latest() - minute)
                .append(':')
                .append(count));
        return FORMAT + checksum(text.toString()) + "\n" + text;
    }

    /**
     * @throws IllegalArgumentException if the text is not as it was saved; the message says why, as the end of a
     *     sentence
     */
    static RequestLog read(String saved) {
        Matcher text = TEXT.matcher(saved);
        if (!text.matches()) {
            throw new IllegalArgumentException("it does not start like saved counts");
        }
        if (!text.group(1).equals("1")) {
            throw new IllegalArgumentException(
                    "it was written by a later version of camel-callrail, in format " + text.group(1));
        }
        if (!text.group(2).equals(checksum(text.group(3)))) {
            throw new IllegalArgumentException("its checksum is wrong");
        }
        return log(text.group(3).split(" "));
    }

    private static RequestLog log(String[] words) {
        long latest = number(words, 0);
        RequestLog log = new RequestLog(latest);
        log.addUndated(number(words, 1));
        for (int i = 2; i < words.length; i++) {
            String[] minute = words[i].split(":", 2);
            long age = number(minute, 0);
            if (age < 0 || age > RequestLog.DAY) {
                throw new IllegalArgumentException("it counts requests sent " + age + " minutes before");
            }
            log.count(latest - age, number(minute, 1));
        }
        return log;
    }

    private static long number(String[] words, int index) {
        if (index >= words.length) {
            throw new IllegalArgumentException("a number is missing");
        }
        return Long.parseLong(words[index]);
    }

    private static String checksum(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
