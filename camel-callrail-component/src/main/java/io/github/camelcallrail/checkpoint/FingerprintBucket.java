package io.github.camelcallrail.checkpoint;

import java.util.LinkedHashMap;
import java.util.Map;

/** The records that were sent, with their fingerprints, as far as they are saved under one key. Changed by one thread. */
final class FingerprintBucket {

    private final long day;
    private final Map<String, SentRecord> records = new LinkedHashMap<>();
    private int unnamed;

    FingerprintBucket(long day) {
        this.day = day;
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

    /** What is known of a record; null when it is not here. */
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

    /** Counts a record that is here as one of another day. */
    void renew(String id, int recordDay) {
        records.computeIfPresent(
                RecordKey.of(id), (key, record) -> new SentRecord(record.fingerprint(), recordDay, record.basis()));
    }

    /** Adds what was saved. */
    void add(String key, SentRecord record) {
        records.put(key, record);
        unnamed += RecordKey.isUnnamed(key) ? 1 : 0;
    }

    void remove(String key) {
        if (records.remove(key) != null && RecordKey.isUnnamed(key)) {
            unnamed--;
        }
    }

    /** How many records are of before a day. */
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
