package io.github.camelcallrail.checkpoint;

import static java.util.Objects.requireNonNull;

/**
 * What is known of a record that was sent.
 *
 * @param fingerprint of the record as it was sent; without meaning where {@code basis} says so
 * @param day of the record, counted from 1970-01-01 in UTC; 0 where buckets are of days
 * @param basis by which fields the fingerprint was made
 */
record SentRecord(long fingerprint, int day, Basis basis) {

    /** By which fields a fingerprint was made. */
    enum Basis {
        /** By those that are compared now. */
        CURRENT,
        /** By a release that did not save the fields by name. */
        UNNAMED,
        /** By other fields, so that the record has to be sent again with its new fields. */
        OTHER_FIELDS,
        /** By the same fields, of which CallRail refused others than now. */
        OTHER_REFUSALS
    }

    SentRecord {
        requireNonNull(basis, "basis is null");
    }

    static SentRecord now(long fingerprint, int day) {
        return new SentRecord(fingerprint, day, Basis.CURRENT);
    }

    SentRecord on(Basis other) {
        return new SentRecord(fingerprint, day, other);
    }
}
