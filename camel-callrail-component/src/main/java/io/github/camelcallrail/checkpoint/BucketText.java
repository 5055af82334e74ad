package io.github.camelcallrail.checkpoint;

import io.github.camelcallrail.checkpoint.SentRecord.Basis;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bucket in its saved form: a line with its day, the generation, the basis of its fingerprints and their number,
 * followed by one line per record with its id, its fingerprint and its day.
 *
 * @param bucket the saved bucket
 * @param generation the generation of the header with which it was written
 */
record BucketText(FingerprintBucket bucket, long generation) {

    private static final Pattern HEAD = Pattern.compile("([0-9]+) ([0-9]+) ([0-9a-f]{16}) ([0-9a-f]{16}) ([0-9]+)");
    private static final Pattern FORMAT_1 =
            Pattern.compile("([0-9]+) ([0-9]+) ([0-9a-f]{16}) ([0-9]+)\n([A-Za-z0-9+/=]*)");
    private static final int FORMAT_1_ENTRY_BYTES = 2 * Long.BYTES + Integer.BYTES;
    private static final int LINE_LENGTH = 64;
    private static final String OF_OTHER_FIELDS = "-";
    private static final String OF_OTHER_REFUSALS = "?";

    /** @param basis the basis of the fingerprints compared now */
    static String of(FingerprintBucket bucket, long generation, FingerprintBasis basis) {
        StringBuilder text = new StringBuilder(LINE_LENGTH * (1 + bucket.size()));
        text.append(bucket.day()).append(' ').append(generation).append(' ');
        text.append(basis.fields()).append(' ').append(basis.refused()).append(' ');
        text.append(bucket.size()).append('\n');
        for (Map.Entry<String, SentRecord> entry : bucket.records().entrySet()) {
            SentRecord record = entry.getValue();
            text.append(escaped(entry.getKey())).append(' ').append(fingerprint(record));
            text.append(' ').append(record.day()).append('\n');
        }
        return text.toString();
    }

    /**
     * Parses a saved bucket.
     *
     * @param format the format of the text
     * @param now the basis of the fingerprints compared now
     * @throws IllegalArgumentException if the text is not a bucket; the message says why, as the end of a sentence
     */
    static BucketText read(int format, String text, FingerprintBasis now) {
        return format == 1 ? readFormat1(text) : readLines(text.split("\n"), now);
    }

    private static BucketText readLines(String[] lines, FingerprintBasis now) {
        Matcher head = HEAD.matcher(lines[0]);
        if (!head.matches()) {
            throw notABucket();
        }
        if (lines.length - 1 != Long.parseLong(head.group(5))) {
            throw wrongCount();
        }
        FingerprintBasis saved = new FingerprintBasis(head.group(3), head.group(4));
        FingerprintBucket bucket = new FingerprintBucket(Long.parseLong(head.group(1)));
        for (int i = 1; i < lines.length; i++) {
            String[] words = lines[i].split(" ", -1);
            if (words.length != 3) {
                throw notABucket();
            }
            SentRecord record = record(words[0], words[1], Integer.parseInt(words[2]));
            bucket.add(unescaped(words[0]), record.on(saved.relativeTo(now, record.basis())));
        }
        return new BucketText(bucket, Long.parseLong(head.group(2)));
    }

    private static SentRecord record(String key, String fingerprint, int day) {
        return switch (fingerprint) {
            case OF_OTHER_FIELDS -> new SentRecord(0, day, Basis.OTHER_FIELDS);
            case OF_OTHER_REFUSALS -> new SentRecord(0, day, Basis.OTHER_REFUSALS);
            default ->
                new SentRecord(
                        Long.parseUnsignedLong(fingerprint, 16),
                        day,
                        RecordKey.isUnnamed(key) ? Basis.UNNAMED : Basis.CURRENT);
        };
    }

    private static String fingerprint(SentRecord record) {
        return switch (record.basis()) {
            case CURRENT, UNNAMED -> Hash64.hex(record.fingerprint());
            case OTHER_FIELDS -> OF_OTHER_FIELDS;
            case OTHER_REFUSALS -> OF_OTHER_REFUSALS;
        };
    }

    /** Ids come from CallRail, so they may contain any character. */
    private static String escaped(String key) {
        return isPlain(key) || RecordKey.isUnnamed(key) ? key : URLEncoder.encode(key, StandardCharsets.UTF_8);
    }

    /** Whether escaping leaves a key unchanged, as all ids that CallRail has been seen to give. */
    private static boolean isPlain(String key) {
        for (int index = 0; index < key.length(); index++) {
            char character = key.charAt(index);
            boolean plain = character >= '0' && character <= '9'
                    || character >= 'A' && character <= 'Z'
                    || character >= 'a' && character <= 'z';
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    private static String unescaped(String word) {
        return RecordKey.isUnnamed(word) ? word : URLDecoder.decode(word, StandardCharsets.UTF_8);
    }

    /** Format 1 has hashes of ids, and fingerprints whose fields were not saved; a fingerprint of 0 is unknown. */
    private static BucketText readFormat1(String text) {
        Matcher parts = FORMAT_1.matcher(text);
        if (!parts.matches()) {
            throw notABucket();
        }
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(parts.group(5)));
        if (bytes.remaining() != Long.parseLong(parts.group(4)) * FORMAT_1_ENTRY_BYTES) {
            throw wrongCount();
        }
        FingerprintBucket bucket = new FingerprintBucket(Long.parseLong(parts.group(1)));
        while (bytes.hasRemaining()) {
            String key = RecordKey.unnamed(bytes.getLong());
            long fingerprint = bytes.getLong();
            Basis basis = fingerprint == 0 ? Basis.OTHER_FIELDS : Basis.UNNAMED;
            bucket.add(key, new SentRecord(fingerprint, bytes.getInt(), basis));
        }
        return new BucketText(bucket, Long.parseLong(parts.group(2)));
    }

    private static IllegalArgumentException notABucket() {
        return new IllegalArgumentException("it is not a list of fingerprints");
    }

    private static IllegalArgumentException wrongCount() {
        return new IllegalArgumentException("its number of fingerprints is wrong");
    }
}
