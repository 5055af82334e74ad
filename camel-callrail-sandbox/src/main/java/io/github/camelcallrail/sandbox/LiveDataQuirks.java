package io.github.camelcallrail.sandbox;

import java.time.Instant;
import java.util.List;

/**
 * Undocumented properties of live records: callers who hide their number, names padded with spaces, offsets that differ
 * within one response. Source: third-party live observations.
 *
 * <p>They depend on how many records the report already has, so that all other random values stay the same.
 *
 * @param index how many records the report already has
 */
record LiveDataQuirks(int index) {

    /** The number shown for every caller who hides their own: ANONYMOUS on a keypad. */
    static final String ANONYMOUS = "+1266696687";

    /** Not returned by any report: how many hours a record's offset is ahead of the others. */
    static final String HOURS_AHEAD = "hours_ahead";

    private static final int CALLER_ID_LENGTH = 15;

    static LiveDataQuirks ofNext(String report, AccountRecords account) {
        return new LiveDataQuirks(account.records(report).size());
    }

    /** Whether the caller hides the number; never if a test specifies the caller. */
    boolean anonymous(RecordDraft call) {
        return index % 29 == 13
                && List.of("customer_name", "customer_phone_number", "person_id").stream()
                        .noneMatch(call::isGiven);
    }

    /** A caller who hides the number has no name, or an empty one. */
    String hiddenName() {
        return index % 2 == 0 ? null : "";
    }

    /** A name as caller ID provides it: more than half of the short names are padded with spaces. */
    String padded(String name) {
        boolean padded = index % 5 != 0 && index % 5 != 3;
        return padded ? name + " ".repeat(Math.max(0, CALLER_ID_LENGTH - name.length())) : name;
    }

    /** Records how far this record's offset is ahead, if it is. */
    void putOffset(RecordDraft draft) {
        if (index % 25 == 7 || draft.isGiven(HOURS_AHEAD)) {
            draft.put(HOURS_AHEAD, 1);
        }
    }

    /** When the record of a call was created: mostly a few seconds after the call began, sometimes just before. */
    Instant created(Instant began) {
        return index % 17 == 5 ? began.minusMillis(900) : began.plusSeconds(index * 7L % 19);
    }

    /** Some answered calls have no recording. */
    boolean lacksRecording() {
        return index % 40 == 21;
    }

    /** A recording may be a second longer than its call. */
    Object recordingSeconds(Object duration) {
        return index % 10 == 3 && duration instanceof Number seconds ? (Object) (seconds.intValue() + 1) : duration;
    }

    /** A call may have a score but no summary. */
    boolean lacksSummary() {
        return index % 13 == 6;
    }
}
