package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.report.CallRailRecords;
import io.github.camelcallrail.sandbox.Fault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What reading promises when this machine's clock and CallRail's differ. The sandbox has {@link #CLOCK}, the component
 * another.
 */
class ClockDifferenceTest extends IncrementalTesting {

    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration AHEAD = Duration.ofHours(3);

    /** Lets this machine's clock differ from then on, in a process that has asked nothing yet. */
    private void startAhead(Duration ahead) {
        context.close();
        context = new CallRailContext(sandbox, CLOCK);
        context.callrail().setClock(Clock.offset(CLOCK, ahead));
        bindState();
    }

    /** Polls while calls come in, one between two polls, and gives back the calls and what was sent, in their order. */
    private List<List<String>> aDayOfCalls(int restartAfter) throws Exception {
        List<String> added = new ArrayList<>();
        List<String> arrived = new ArrayList<>();
        String options = "lookback=2h&pageSize=10";
        incremental("calls", options);
        arrived.addAll(poll());
        for (int call = 1; call <= 96; call++) {
            added.add(call(CLOCK.instant().plusSeconds(90)));
            arrived.addAll(pollAfter(QUARTER));
            if (call % restartAfter == 0) {
                startAhead(AHEAD);
                incremental("calls", options);
            }
        }
        return List.of(added, arrived);
    }

    @ParameterizedTest
    @CsvSource({"1000", "7", "1"})
    void aClockThatIsThreeHoursAheadLosesNoCall(int restartAfter) throws Exception {
        startAhead(AHEAD);

        List<List<String>> calls = aDayOfCalls(restartAfter);

        assertThat(calls.get(1)).containsExactlyElementsOf(calls.get(0));
    }

    @Test
    void aWindowEndsByCallRailsTime() throws Exception {
        calls(5);
        startAhead(AHEAD);
        incremental("calls", "lookback=2h");

        assertThat(poll()).hasSize(5);
        assertThat(windows()).containsExactly("2026-03-08T00:00 2026-03-15T15:30", "2026-03-08T00:00 2026-03-15T12:30");
        assertThat(exchanges.get(0).getMessage().getHeader(CallRailConstants.WINDOW_END))
                .isEqualTo("2026-03-15T12:30:00-04:00");

        pollAfter(QUARTER);
        assertThat(windows()).containsExactly("2026-03-15T10:30 2026-03-15T12:45");
        assertThat(consumer.getReadUpTo()).isEqualTo("2026-03-15T16:45:00Z");
        assertThat(consumer.getLagSeconds()).isEqualTo(20);
    }

    @Test
    void whatAClockReadTooFarIsReadAgain() throws Exception {
        startAhead(AHEAD);
        sandbox.faults().always(Fault.headers(Map.of("Date", "?")));
        incremental("calls", "lookback=2h");
        poll();
        assertThat(consumer.getReadUpTo()).isEqualTo("2026-03-15T19:30:00Z");

        String missed = call(CLOCK.instant().plusSeconds(90));
        sandbox.faults().clear();

        assertThat(pollAfter(QUARTER)).containsExactly(missed);
    }

    @Test
    void theClockMayBeSetWrongWhileItRuns() throws Exception {
        incremental("calls", "lookback=2h");
        poll();
        List<String> added = new ArrayList<>();
        List<String> arrived = new ArrayList<>();
        context.close();
        TurnedClock turned = new TurnedClock();
        context = new CallRailContext(sandbox, CLOCK);
        context.callrail().setClock(turned);
        bindState();
        incremental("calls", "lookback=2h");
        for (int call = 0; call < 40; call++) {
            turned.ahead = call < 10 || call >= 30 ? Duration.ZERO : AHEAD;
            added.add(call(CLOCK.instant().plusSeconds(90)));
            arrived.addAll(pollAfter(QUARTER));
        }

        assertThat(arrived).containsExactlyElementsOf(added);
    }

    @ParameterizedTest
    @CsvSource({"PT-3H", "PT-59S", "PT0S", "PT1S", "PT59S", "PT61S", "PT26H"})
    void noDifferenceLosesACall(Duration ahead) throws Exception {
        startAhead(ahead);
        incremental("calls", "lookback=2h");
        List<String> added = new ArrayList<>();
        List<String> arrived = new ArrayList<>(poll());
        for (int call = 0; call < 12; call++) {
            added.add(call(CLOCK.instant().plusSeconds(90)));
            arrived.addAll(pollAfter(QUARTER));
        }
        for (int poll = 0; poll < 13; poll++) {
            arrived.addAll(pollAfter(QUARTER));
        }

        assertThat(arrived).containsExactlyElementsOf(added);
    }

    @ParameterizedTest
    @CsvSource({
        "'Thu, 01 Jan 1970 00:00:00 GMT'",
        "'Fri, 31 Dec 9999 23:59:59 GMT'",
        "'Fri, 13 Feb 2026 16:30:19 GMT'",
        "'15 March'",
        "''"
    })
    void aDateThatCannotBeTrueDoesNotStopReading(String date) throws Exception {
        sandbox.faults().always(Fault.headers(Map.of("Date", date)));
        incremental("calls", "lookback=2h");
        poll();
        String added = call(CLOCK.instant().plusSeconds(90));

        assertThat(pollAfter(QUARTER)).containsExactly(added);
        assertThat(windows()).containsExactly("2026-03-15T10:30 2026-03-15T12:45");
    }

    @Test
    void answersWhoseClocksDisagreeStartNoEndlessWalk() throws Exception {
        calls(25);
        incremental("calls", "lookback=2h&pageSize=10");
        for (int request = 1; request <= 20; request++) {
            String date = "Sun, 15 Mar 2026 15:" + (50 - request) + ":20 GMT";
            sandbox.faults().onRequest(request, Fault.headers(Map.of("Date", date)));
        }

        assertThat(poll()).hasSize(25);
        assertThat(requests()).hasSize(4);
        assertThat(consumer.getReadUpTo()).isEqualTo("2026-03-15T15:46:20Z");
    }

    @Test
    void aMessageGetsTheDatesThatWereMeant() {
        calls(5);
        startAhead(Duration.ofHours(14));

        Exchange exchange = requested(uri("calls", "daysBack=1"), Map.of());

        assertThat(exchange.getMessage().getHeader(CallRailConstants.WINDOW_START))
                .isEqualTo("2026-03-14T00:00:00-04:00");
        assertThat(exchange.getMessage().getHeader(CallRailConstants.WINDOW_END))
                .isEqualTo("2026-03-15T12:30:00-04:00");
        assertThat(requests()).hasSize(2);

        records(uri("calls", "daysBack=1"));
        assertThat(latestQuery())
                .containsEntry("start_date", "2026-03-14")
                .containsEntry("end_date", "2026-03-15T12:30");
        assertThat(requests()).hasSize(3);
    }

    @Test
    void aSummaryIsOfTheDaysThatWereMeant() {
        startAhead(Duration.ofHours(14));

        requested(uri("calls-summary", "daysBack=1"), Map.of());

        assertThat(latestQuery()).containsEntry("start_date", "2026-03-14").containsEntry("end_date", "2026-03-15");
        assertThat(requests()).hasSize(2);
    }

    @Test
    void datesThatDoNotDependOnTheClockAreAskedForOnce() {
        startAhead(Duration.ofHours(14));

        requested(uri("calls", "startDate=2026-03-10&endDate=2026-03-11"), Map.of());
        requested(uri("calls-summary", "startDate=2026-03-10&endDate=2026-03-11"), Map.of());

        assertThat(requests()).hasSize(2);
    }

    @Test
    void aPollOfEverythingEndsByCallRailsTime() throws Exception {
        calls(5);
        startAhead(AHEAD);

        List<Exchange> received = context.poll(uri("calls", "splitResults=false"));

        assertThat(received).hasSize(1);
        assertThat(received.get(0).getMessage().getHeader(CallRailConstants.WINDOW_END))
                .isEqualTo("2026-03-15T12:30:00-04:00");
        assertThat(received.get(0).getMessage().getBody(CallRailRecords.class)).hasSize(5);
    }

    @Test
    void aLookUpTellsTheTimeBeforeTheFirstWindow() throws Exception {
        startAhead(AHEAD);
        start("callrail:calls?incremental=true&stateRepository=#state&lookback=2h");

        poll();

        assertThat(requests()).hasSize(3);
        assertThat(requests().get(2)).contains("end_date=2026-03-15T12:30");
    }

    @Test
    void listsWithoutDatesAreNotAskedForAgain() throws Exception {
        sandbox.data().generate("tags", 5, NOW.minus(Duration.ofDays(30)), NOW);
        startAhead(AHEAD);
        incremental("tags", "");

        assertThat(poll()).hasSize(5);
        assertThat(requests()).hasSize(1);
        assertThat(Instant.parse(consumer.getReadUpTo())).isBeforeOrEqualTo(NOW);
    }

    @Test
    void aDifferenceIsWarnedAboutOncePerChange() throws Exception {
        TurnedClock turned = new TurnedClock();
        context.callrail().setClock(turned);
        try (LogLines log = new LogLines()) {
            for (String ahead : List.of("PT30S", "PT3H", "PT3H5S", "PT3H", "PT0S", "PT-2M", "PT-2M", "P40D", "P40D")) {
                turned.ahead = Duration.parse(ahead);
                records(uri("calls", "maxRecords=1"));
            }

            assertThat(log.lines()).filteredOn(line -> line.contains("clock")).hasSize(4);
        }
    }

    /** A clock that somebody sets. */
    private static final class TurnedClock extends Clock {
        private Duration ahead = Duration.ZERO;

        @Override
        public Instant instant() {
            return CLOCK.instant().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return CLOCK.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return CLOCK.withZone(zone);
        }
    }
}
