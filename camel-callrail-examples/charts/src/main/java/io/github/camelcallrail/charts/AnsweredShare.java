package io.github.camelcallrail.charts;

import java.time.DayOfWeek;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which share of incoming calls is answered, by weekday. */
final class AnsweredShare implements Tally {

    private static final List<DayOfWeek> WEEKDAYS = List.of(DayOfWeek.values());
    private static final String ANSWERED = "Answered";
    private static final String VOICEMAIL = "Missed, with voicemail";
    private static final String MISSED = "Missed, no voicemail";
    /** Not known yet, for a call in progress; only shown if there is one. */
    private static final String UNKNOWN = "Unknown";

    private final Counts counts = new Counts(WEEKDAYS.size());

    @Override
    public void add(CallRow call) {
        if (call.inbound()) {
            counts.add(outcome(call), call.start().getDayOfWeek().ordinal());
        }
    }

    long answered() {
        return counts.total(ANSWERED);
    }

    long missed() {
        return counts.total(VOICEMAIL) + counts.total(MISSED);
    }

    /** Incoming calls whose outcome is known. */
    long known() {
        return answered() + missed();
    }

    @Override
    public Chart chart() {
        return new Chart(
                "answered-share",
                "Answered share by weekday",
                "Which share of incoming calls is answered?",
                ChartKind.SHARES,
                WEEKDAYS.stream().map(Words::weekday).toList(),
                Stream.of(ANSWERED, VOICEMAIL, MISSED, UNKNOWN)
                        .filter(outcome -> !outcome.equals(UNKNOWN) || counts.total(UNKNOWN) > 0)
                        .map(outcome -> new Series(
                                outcome,
                                IntStream.range(0, WEEKDAYS.size())
                                        .mapToObj(day -> counts.get(outcome, day))
                                        .toList()))
                        .toList(),
                note());
    }

    private String note() {
        return known() == 0
                ? "There are no incoming calls."
                : Words.number(answered()) + " of " + Words.number(known(), "incoming call") + " ("
                        + Words.percent(answered(), known()) + ") "
                        + (answered() == 1 ? "was" : "were") + " answered; "
                        + Words.number(counts.total(VOICEMAIL)) + " of the "
                        + Words.number(missed()) + " missed left a voicemail.";
    }

    private static String outcome(CallRow call) {
        if (call.answered() == null) {
            return UNKNOWN;
        }
        return call.answered() ? ANSWERED : Boolean.TRUE.equals(call.voicemail()) ? VOICEMAIL : MISSED;
    }
}
