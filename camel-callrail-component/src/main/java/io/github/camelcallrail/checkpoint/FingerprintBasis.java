package io.github.camelcallrail.checkpoint;

import java.util.Collection;
import java.util.TreeSet;

/**
 * The fields on which the fingerprints of one bucket are based. Only fingerprints on the same basis can be compared.
 *
 * @param fields sixteen hexadecimal digits that identify the {@link ComparedFields}
 * @param refused sixteen hexadecimal digits that identify the fields that CallRail rejected
 */
record FingerprintBasis(String fields, String refused) {

    static FingerprintBasis of(ComparedFields fields, Collection<String> refused) {
        return new FingerprintBasis(fields.hash(), Hash64.hex(String.join(",", new TreeSet<>(refused))));
    }

    /** The basis of a record that was saved on this basis, relative to the current one. */
    SentRecord.Basis relativeTo(FingerprintBasis now, SentRecord.Basis saved) {
        if (!fields.equals(now.fields)) {
            return SentRecord.Basis.OTHER_FIELDS;
        }
        boolean refusalsChanged = !refused.equals(now.refused);
        return saved == SentRecord.Basis.CURRENT && refusalsChanged ? SentRecord.Basis.OTHER_REFUSALS : saved;
    }
}
