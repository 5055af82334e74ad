package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Incremental polling across changes of clocks, ours and everybody's. */
class IncrementalTimeTest extends IncrementalTesting {

    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2026-03-08T03:00:00Z, 12",
        "America/New_York, 2026-11-01T01:00:00Z, 12",
        "Australia/Lord_Howe, 2026-04-04T10:00:00Z, 12",
        "Australia/Lord_Howe, 2026-10-03T10:00:00Z, 12",
        "Asia/Kolkata, 2026-11-01T01:00:00Z, 6"
    })
    void everyCallOfTheDayOnWhichClocksChangeIsSentOnce(String zone, Instant from, int hours) throws Exception {
        CLOCK.set(from);
        incremental("calls", "timeZone=" + zone + "&daysBack=0&lookback=5m&pageSize=7");
        List<String> received = new ArrayList<>(poll());
        List<String> added = new ArrayList<>();

        for (int minute = 0; minute < hours * 60; minute += 7) {
            added.add(call(CLOCK.instant().plusSeconds(200)));
            added.add(call(CLOCK.instant().plusSeconds(380)));
            received.addAll(pollAfter(Duration.ofMinutes(7)));
        }
        received.addAll(pollAfter(Duration.ofHours(3)));

        assertThat(received).containsExactlyInAnyOrderElementsOf(added);
    }

    @Test
    void anOutageAcrossTheEndOfSummerTimeLosesNothing() throws Exception {
        CLOCK.set(Instant.parse("2026-11-01T05:20:00Z"));
        incremental("calls", "daysBack=0&lookback=1m");
        poll();
        List<String> added = new ArrayList<>();
        for (int minute = 1; minute < 180; minute++) {
            added.add(call(Instant.parse("2026-11-01T05:20:30Z").plusSeconds(minute * 60L)));
        }

        Set<String> received = new HashSet<>(pollAfter(Duration.ofMinutes(50)));
        received.addAll(pollAfter(Duration.ofHours(3)));

        assertThat(received).containsExactlyInAnyOrderElementsOf(added);
    }

    @Test
    void aClockThatSteppedBackGoesOnFromTheNewestRecord() throws Exception {
        calls(5);
        CLOCK.set(NOW.plus(Duration.ofDays(20)));
        incremental("calls", "daysBack=40");
        assertThat(poll()).hasSize(5);

        CLOCK.set(NOW.plus(Duration.ofDays(2)));
        sandbox.data()
                .generate(
                        "calls",
                        20,
                        NOW.plusSeconds(60),
                        NOW.plus(Duration.ofDays(2)).minusSeconds(60));
        List<String> missed = sandbox.data().ids("calls").subList(5, 25);
        restart("calls", "daysBack=40");
        assertThat(poll()).containsExactlyElementsOf(missed);
        assertThat(pollAfter(Duration.ofMinutes(15))).isEmpty();
        assertThat(windows()).containsExactly("2026-03-17T10:30 2026-03-17T12:45");
    }

    @Test
    void aClockThatStepsBackALittleRepeatsNothing() throws Exception {
        List<String> ids = calls(5);
        incremental("calls", "");
        poll();
        String added = call(NOW.plusSeconds(30));

        assertThat(pollAfter(Duration.ofMinutes(-10))).isEmpty();
        assertThat(pollAfter(Duration.ofMinutes(20))).containsExactly(added);
        assertThat(ids).doesNotContain(added);
    }

    @Test
    void anOutageBeyondWhatCallRailKeepsIsSaidOnTheExchanges() throws Exception {
        calls(5);
        incremental("calls", "");
        poll();
        CLOCK.advance(Duration.ofDays(800));
        String kept = call(CLOCK.instant().minus(Duration.ofDays(3)));

        try (LogLines log = new LogLines()) {
            assertThat(poll()).containsExactly(kept);
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith(
                            "WARN callrail:calls has not read since 2026-03-15T16:30:00Z, and CallRail keeps nothing"
                                    + " from before 2026-04-23T04:00:00Z");
        }
        assertThat(exchanges.get(0).getMessage().getHeader(CallRailConstants.WINDOW_CLAMPED))
                .isEqualTo(true);
        assertThat(windows()).containsExactly("2026-04-23T00:00 2028-05-23T12:30");
        assertThat(pollAfter(Duration.ofMinutes(15))).isEmpty();
    }

    @Test
    void aLookBackBeyondWhatCallRailKeepsIsCutWithoutAWord() throws Exception {
        calls(5);
        incremental("calls", "lookback=760d&startDate=2024-03-01");
        poll();

        try (LogLines log = new LogLines()) {
            assertThat(pollAfter(Duration.ofDays(40))).isEmpty();
            assertThat(log.lines()).isEmpty();
        }
        assertThat(windows()).containsExactly("2024-03-24T00:00 2026-04-24T12:30");
    }

    @Test
    void aStartThatHasBecomeTooOldIsNoLongerLookedAt() throws Exception {
        calls(5);
        incremental("calls", "startDate=2024-03-01");
        poll();

        CLOCK.advance(Duration.ofDays(60));
        restart("calls", "startDate=2024-03-01");
        assertThat(poll()).isEmpty();
    }

    @Test
    void aTextThreadIsReadByWholeDays() throws Exception {
        sandbox.data().generate("sms-threads", 12, NOW.minus(Duration.ofDays(6)), NOW.minusSeconds(60));
        List<String> ids = sandbox.data().ids("sms-threads");
        incremental("sms-threads", "lookback=1d");
        assertThat(poll()).containsExactlyInAnyOrderElementsOf(ids);

        sandbox.data().edit("sms-threads", ids.get(11), Map.of("notes", "x"));
        assertThat(pollAfter(Duration.ofMinutes(15))).containsExactly(ids.get(11));
        assertThat(windows()).containsExactly("2026-03-14 2026-03-16");
    }
}
