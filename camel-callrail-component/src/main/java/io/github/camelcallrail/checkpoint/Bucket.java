package io.github.camelcallrail.checkpoint;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fingerprints that are saved under one key. Changed by one thread. */
final class Bucket {

    /** Stands for a record that was sent, of which nobody knows what it was like, because other columns were asked for then. */
    static final long UNKNOWN = 0;

    private static final Pattern TEXT = Pattern.compile("(\\d+) (\\d+) ([0-9a-f]{16}) (\\d+)\n([A-Za-z0-9+/=]*)");
    private static final int ENTRY_BYTES = 2 * Long.BYTES + Integer.BYTES;

    private final long day;
    private final Map<Long, Entry> entries = new LinkedHashMap<>();

    Bucket(long day) {
        this.day = day;
    }

    long day() {
        return day;
    }

    int size() {
        return entries.size();
    }

    Iterable<Long> ids() {
        return entries.keySet();
    }

    /** The fingerprint of a row, or null. */
    Long find(long id) {
        Entry entry = entries.get(id);
        return entry == null ? null : entry.fingerprint;
    }

    void put(long id, long fingerprint, int rowDay) {
        entries.put(id, new Entry(fingerprint, rowDay));
    }

    void remove(long id) {
        entries.remove(id);
    }

    /** How many rows are of before a day. */
    long olderThan(long firstDay) {
        return entries.values().stream().filter(entry -> entry.day < firstDay).count();
    }

    void removeOlderThan(long firstDay) {
        entries.values().removeIf(entry -> entry.day < firstDay);
    }

    /**
     * @param columns stands for the columns that the fingerprints are of
     */
    String text(long generation, String columns) {
        ByteBuffer bytes = ByteBuffer.allocate(entries.size() * ENTRY_BYTES);
        entries.forEach(
                (id, entry) -> bytes.putLong(id).putLong(entry.fingerprint).putInt(entry.day));
        return "%s %s %s %s\n"
                        .formatted(day, generation, columns, entries.size())
                        .replace("\r", "")
                + Base64.getEncoder().encodeToString(bytes.array());
    }

    /**
     * A bucket as it was saved, with its generation.
     *
     * @param columns stands for the columns asked for now; when others were then, the fingerprints are unknown
     * @throws IllegalArgumentException when the text is not of a bucket
     */
    static Saved of(String text, String columns) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("it is no list of fingerprints");
        }
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(parts.group(5)));
        if (bytes.remaining() != Long.parseLong(parts.group(4)) * ENTRY_BYTES) {
            throw new IllegalArgumentException("it has not as many fingerprints as it says");
        }
        boolean comparable = parts.group(3).equals(columns);
        Bucket bucket = new Bucket(Long.parseLong(parts.group(1)));
        while (bytes.hasRemaining()) {
            long id = bytes.getLong();
            long fingerprint = bytes.getLong();
            bucket.put(id, comparable ? fingerprint : UNKNOWN, bytes.getInt());
        }
        return new Saved(bucket, Long.parseLong(parts.group(2)));
    }

    /** A bucket and the generation with which it was written. */
    record Saved(Bucket bucket, long generation) {}

    private record Entry(long fingerprint, int day) {}
}
