package io.github.camelcallrail.checkpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Records that were sent, with their fingerprints, saved together under one key. Changed by one thread. */
final class FingerprintBucket {

    private static final long SECONDS_OF_A_DAY = Duration.ofDays(1).toSeconds();

    private final long day;
    private final Map<String, SentRecord> records = new LinkedHashMap<>();
    private int unnamed;

    FingerprintBucket(long day) {
        this.day = day;
    }

    /** The day of a time, counted from 1970-01-01 in UTC. */
    static long dayOf(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), SECONDS_OF_A_DAY);
    }

    long day() {
        return day;
    }

    int size() {
        return records.size();
    }

    /** The records by {@link RecordKey}. */
    Map<String, SentRecord> records() {
        return records;
    }

    /** The record that was sent; null if it is not in this bucket. */
    SentRecord find(String id) {
        SentRecord named = records.get(RecordKey.of(id));
        return named != null || unnamed == 0 ? named : records.get(RecordKey.unnamed(Hash64.of(id)));
    }

    void put(String id, long fingerprint, int recordDay) {
        if (unnamed > 0) {
            remove(RecordKey.unnamed(Hash64.of(id)));
        }
        records.put(RecordKey.of(id), SentRecord.now(fingerprint, recordDay));
    }

    /** Changes the day of a record, if it is in this bucket. */
    void renew(String id, int recordDay) {
        records.computeIfPresent(
                RecordKey.of(id), (key, record) -> new SentRecord(record.fingerprint(), recordDay, record.basis()));
    }

    /** Adds a saved record. */
    void add(String key, SentRecord record) {
        records.put(key, record);
        unnamed += RecordKey.isUnnamed(key) ? 1 : 0;
    }

    void remove(String key) {
        if (records.remove(key) != null && RecordKey.isUnnamed(key)) {
            unnamed--;
        }
    }

    /** The number of records from before a day. */
    long olderThan(long firstDay) {
        return records.values().stream()
                .filter(record -> record.day() < firstDay)
                .count();
    }

    void removeOlderThan(long firstDay) {
        records.entrySet().stream()
                .filter(entry -> entry.getValue().day() < firstDay)
                .map(Map.Entry::getKey)
                .toList()
                .forEach(this::remove);
    }
}
