package io.github.camelcallrail.sandbox;

import java.time.Instant;
import java.util.List;

/**
 * What live records are like beyond the documentation: callers who hide their number, names padded with blanks, offsets that
 * differ within one answer. Source: third-party live observations.
 *
 * <p>Decided by how many records of the report there were before, so that the random numbers of everything else stay the same.
 *
 * @param index how many records were there before
 */
record LiveHabits(int index) {

    /** The number of every caller who hides his own: ANONYMOUS on a keypad. */
    static final String ANONYMOUS = "+1266696687";

    /** Not answered by any report: by how many hours the offset of a record is ahead of that of the others. */
    static final String HOURS_AHEAD = "hours_ahead";

    private static final int CALLER_ID_LENGTH = 15;

    static LiveHabits ofNext(String report, AccountRows account) {
        return new LiveHabits(account.rows(report).size());
    }

    /** Whether the caller hides the number; a caller whom a test describes does not. */
    boolean anonymous(Draft call) {
        return index % 29 == 13
                && List.of("customer_name", "customer_phone_number", "person_id").stream()
                        .noneMatch(call::isGiven);
    }

    /** A caller who hides the number has no name, or an empty one. */
    String hiddenName() {
        return index % 2 == 0 ? null : "";
    }

    /** A name as caller id has it: more than half of the short ones are filled up with blanks. */
    String padded(String name) {
        boolean padded = index % 5 != 0 && index % 5 != 3;
        return padded ? name + " ".repeat(Math.max(0, CALLER_ID_LENGTH - name.length())) : name;
    }

    /** Puts by how much the offset of this record is ahead, where it is. */
    void putOffset(Draft draft) {
        if (index % 25 == 7) {
            draft.put(HOURS_AHEAD, 1);
        }
    }

    /** When the record of a call was made: mostly some seconds after the call began, sometimes just before. */
    Instant created(Instant began) {
        return index % 17 == 5 ? began.minusMillis(900) : began.plusSeconds(index * 7L % 19);
    }

    /** Some calls were answered and still have no recording. */
    boolean lacksRecording() {
        return index % 40 == 21;
    }

    /** A recording may be a second longer than its call. */
    Object recordingSeconds(Object duration) {
        return index % 10 == 3 && duration instanceof Number seconds ? (Object) (seconds.intValue() + 1) : duration;
    }

    /** A call may have a score and no summary. */
    boolean lacksSummary() {
        return index % 13 == 6;
    }
}
