package io.github.camelcallrail.checkpoint;

import static java.util.Objects.requireNonNull;

/**
 * What is saved about a record that was sent.
 *
 * @param fingerprint the fingerprint of the record as it was sent; meaningless if {@code basis} is not CURRENT or
 *     UNNAMED
 * @param day the day of the record, counted from 1970-01-01 in UTC; 0 if buckets hold days
 * @param basis the fields from which the fingerprint was computed
 */
record SentRecord(long fingerprint, int day, Basis basis) {

    /** The fields from which a fingerprint was computed. */
    enum Basis {
        /** The fields that are compared now. */
        CURRENT,
        /** Those of a release that did not save field names. */
        UNNAMED,
        /** Other fields, so that the record must be sent again with its new fields. */
        OTHER_FIELDS,
        /** The same fields, of which CallRail rejected others than now. */
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
