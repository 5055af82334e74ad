package io.github.camelcallrail.checkpoint;

import java.util.Collection;
import java.util.TreeSet;

/**
 * What the fingerprints of one bucket were made by. Only fingerprints on the same basis can be compared.
 *
 * @param fields sixteen hexadecimal digits that stand for the {@link ComparedFields}
 * @param refused sixteen hexadecimal digits that stand for the fields that CallRail refused
 */
record FingerprintBasis(String fields, String refused) {

    static FingerprintBasis of(ComparedFields fields, Collection<String> refused) {
        return new FingerprintBasis(fields.hash(), Hash64.hex(String.join(",", new TreeSet<>(refused))));
    }

    /** How an entry that was saved on this basis compares now. */
    SentRecord.Basis seenFrom(FingerprintBasis now, SentRecord.Basis saved) {
        if (!fields.equals(now.fields)) {
            return SentRecord.Basis.OTHER_FIELDS;
        }
        boolean refusalsChanged = !refused.equals(now.refused);
        return saved == SentRecord.Basis.CURRENT && refusalsChanged ? SentRecord.Basis.OTHER_REFUSALS : saved;
    }
}
