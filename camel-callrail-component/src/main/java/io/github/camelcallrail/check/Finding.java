package io.github.camelcallrail.check;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.report.CallRailRecord;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a check found. Its texts contain nothing personal: no names, numbers, addresses or texts of records, and ids
 * only abbreviated, so that they can be made public.
 *
 * @param detail what was seen, as a sentence
 * @param advice what to do, as a sentence; empty if there is nothing to do
 */
record Finding(CheckOutcome outcome, String detail, String advice) {

    Finding {
        requireNonNull(outcome, "outcome is null");
        requireNonNull(detail, "detail is null");
        requireNonNull(advice, "advice is null");
    }

    static Finding ok(String detail) {
        return new Finding(CheckOutcome.OK, detail, "");
    }

    static Finding ok(String detail, String advice) {
        return new Finding(CheckOutcome.OK, detail, advice);
    }

    static Finding differs(String detail, String advice) {
        return new Finding(CheckOutcome.DIFFERS, detail, advice);
    }

    static Finding refused(String detail, String advice) {
        return new Finding(CheckOutcome.REFUSED, detail, advice);
    }

    static Finding unknown(String detail) {
        return new Finding(CheckOutcome.UNKNOWN, detail, "");
    }

    static Finding unknown(String detail, String advice) {
        return new Finding(CheckOutcome.UNKNOWN, detail, advice);
    }

    /**
     * The record for users.
     *
     * @param check the name of the check
     * @param requests the requests that were sent for it
     */
    CallRailRecord record(String check, int requests) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("check", check);
        fields.put("outcome", outcome.text());
        fields.put("detail", detail);
        fields.put("advice", advice);
        fields.put("requests", requests);
        return CallRailRecord.of(fields);
    }
}
