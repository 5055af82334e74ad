package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelcallrail.sandbox.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Incremental polling where two rare things meet. */
class IncrementalEdgesTest extends IncrementalTesting {

    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Instant FROM = Instant.parse("2026-03-08T05:00:00Z");

    private HealthCheck.State readiness() {
        return consumer.getHealthCheck()
                .call(Map.of("check.kind", HealthCheck.Kind.READINESS))
                .getState();
    }

    /** Polls until a request fails, and gives back what was sent before. */
    private List<String> pollThatFailsAtRequest(int number) throws Exception {
        sandbox.faults().onRequest(sandbox.journal().lines().size() + number, Fault.status(503, "{}"));
        assertThat(catchThrowableOfType(CallRailException.class, this::poll)).isNotNull();
        return new ArrayList<>(sent);
    }

    private List<String> twoPolls() throws Exception {
        List<String> all = new ArrayList<>(pollAfter(QUARTER));
        all.addAll(pollAfter(QUARTER));
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"tags", "conversations", "calls"})
    void aListOfWhichThousandsFailedComesWholeInTheEnd(String report) throws Exception {
        sandbox.data().generate(report, 1300, FROM, NOW.minusSeconds(60));
        failing.addAll(sandbox.data().ids(report));
        incremental(report, "pageSize=100");
        poll();
        failing.clear();
        restart(report, "pageSize=100");

        assertThat(new HashSet<>(twoPolls())).hasSize(1300);
        assertThat(poll()).isEmpty();
    }

    @Test
    void aThousandThatFailedAndAreGoneDoNotHoldUpTheOthers() throws Exception {
        sandbox.data().generate("calls", 1100, FROM, NOW.minus(Duration.ofDays(3)));
        failing.addAll(sandbox.data().ids("calls"));
        incremental("calls", "pageSize=100");
        poll();
        List.copyOf(sandbox.data().ids("calls")).forEach(id -> sandbox.data().remove("calls", id));
        String added = call(NOW.plusSeconds(60));

        assertThat(pollAfter(QUARTER)).containsExactly(added);
    }

    @Test
    void soManyFailuresThatNothingElseIsReadAreAReasonToBeDown() throws Exception {
        sandbox.data().generate("calls", 1300, FROM, NOW.minusSeconds(60));
        failing.addAll(sandbox.data().ids("calls"));
        incremental("calls", "pageSize=100");
        consumer.run();
        assertThat(readiness()).isEqualTo(HealthCheck.State.DOWN);

        failing.clear();
        consumer.run();
        assertThat(readiness()).isEqualTo(HealthCheck.State.UP);
    }

    @Test
    void aRecordWithoutATimeIsAsOldAsItsFirstFailure() throws Exception {
        sandbox.data().generate("tags", 3, FROM, NOW);
        failing.add(sandbox.data().ids("tags").get(0));
        incremental("tags", "");
        consumer.run();
        CLOCK.advance(Duration.ofDays(34));
        consumer.run();
        assertThat(readiness()).isEqualTo(HealthCheck.State.UP);
        CLOCK.advance(Duration.ofDays(2));
        consumer.run();
        assertThat(readiness()).isEqualTo(HealthCheck.State.DOWN);
    }

    @Test
    void whatFailedLongAgoIsKnownAfterARestart() throws Exception {
        List<String> ids = calls(25);
        failing.add(ids.get(0));
        incremental("calls", "lookback=2d");
        consumer.run();
        restart("calls", "lookback=2d&maxMessagesPerPoll=1");
        call(NOW.plusSeconds(20));
        CLOCK.advance(QUARTER);
        consumer.run();

        assertThat(readiness()).isEqualTo(HealthCheck.State.DOWN);
    }

    @Test
    void failuresOfOneHourAreOneRequest() throws Exception {
        for (int second = 0; second < 12; second++) {
            failing.add(call(Instant.parse("2026-03-09T10:00:00Z").plusSeconds(second * 300)));
        }
        incremental("calls", "");
        poll();
        pollAfter(QUARTER);

        assertThat(windows()).containsExactly("2026-03-09T06:00 2026-03-09T06:56", "2026-03-15T10:30 2026-03-15T12:45");
    }

    @Test
    void failuresThatCallRailStillHasAreReadThoughOthersAreTooOld() throws Exception {
        sandbox.data().generate("calls", 60, NOW.minus(Duration.ofDays(680)), NOW.minusSeconds(60));
        List<String> ids = sandbox.data().ids("calls");
        for (int index = 0; index < 60; index += 5) {
            failing.add(ids.get(index));
        }
        String old = call(NOW.minus(Duration.ofDays(690)));
        String kept = call(NOW.minus(Duration.ofDays(686)));
        failing.addAll(List.of(old, kept));
        incremental("calls", "startDate=2024-04-10&lookback=2d");
        poll();

        assertThat(pollAfter(Duration.ofDays(73))).contains(kept).doesNotContain(old);
    }

    @Test
    void anUndatedRecordThatComesWhileTheClockIsBackIsSent() throws Exception {
        sandbox.data().generate("tags", 5, FROM, NOW);
        incremental("tags", "");
        poll();
        String added = sandbox.data().add("tags", Map.of("name", "brand new"));

        assertThat(pollAfter(Duration.ofMinutes(-10))).containsExactly(added);
        assertThat(pollAfter(Duration.ofMinutes(30))).isEmpty();
    }

    @Test
    void aFailedRecordWhoseTimeTheClockSaysIsToComeIsKept() throws Exception {
        calls(5);
        String last = call(NOW.minusSeconds(80));
        failing.add(last);
        incremental("calls", "");
        poll();
        try (LogLines log = new LogLines()) {
            assertThat(pollAfter(Duration.ofMinutes(-10))).isEmpty();
            failing.clear();
            assertThat(pollAfter(Duration.ofMinutes(20))).containsExactly(last);
            assertThat(log.lines()).isEmpty();
        }
    }

    @Test
    void aBackfillIsNotBegunAgainBecauseTheClockWentBack() throws Exception {
        sandbox.data().generate("calls", 60, NOW.minus(Duration.ofDays(300)), NOW.minusSeconds(60));
        List<String> ids = sandbox.data().ids("calls");
        incremental("calls", "pageSize=10&startDate=2025-04-01");
        List<String> received = pollThatFailsAtRequest(6);
        received.addAll(pollAfter(Duration.ofDays(-200)));
        CLOCK.set(NOW.plusSeconds(900));
        received.addAll(twoPolls());

        assertThat(received).containsExactlyElementsOf(ids);
    }

    @Test
    void aLateCallAfterAClockThatWasAheadIsSent() throws Exception {
        calls(25);
        incremental("calls", "lookback=5h");
        poll();
        CLOCK.advance(Duration.ofDays(3));
        call(NOW.plusSeconds(3000));
        poll();
        CLOCK.set(NOW.plus(Duration.ofMinutes(60)));
        String late = call(NOW.plusSeconds(2000));

        assertThat(poll()).containsExactly(late);
        assertThat(pollAfter(QUARTER)).isEmpty();
    }

    @Test
    void aLateCallIsSentAlsoWhereClocksShowTimesTwiceAtMidnight() throws Exception {
        CLOCK.set(Instant.parse("2026-10-24T23:30:20Z"));
        incremental("calls", "timeZone=Europe/Paris&daysBack=0&lookback=10m");
        poll();
        CLOCK.set(Instant.parse("2026-10-25T00:11:20Z"));
        poll();
        String late = call(Instant.parse("2026-10-24T23:55:00Z"));

        assertThat(pollAfter(Duration.ofMinutes(3))).containsExactly(late);
        assertThat(pollAfter(Duration.ofHours(3))).isEmpty();
    }

    @Test
    void aLongerLookBackInMidBackfillRepeatsNothing() throws Exception {
        List<String> ids = calls(60);
        incremental("calls", "pageSize=10&lookback=1d");
        List<String> received = pollThatFailsAtRequest(5);
        restart("calls", "pageSize=10&lookback=30d");
        received.addAll(poll());
        assertThat(received).containsExactlyElementsOf(ids);

        assertThat(pollAfter(QUARTER)).isEmpty();
    }

    @Test
    void aShorterLookBackInMidOutageRepeatsNothing() throws Exception {
        incremental("calls", "pageSize=10&lookback=35d");
        poll();
        sandbox.data()
                .generate(
                        "calls",
                        120,
                        NOW.plusSeconds(60),
                        NOW.plus(Duration.ofDays(60)).minusSeconds(60));
        List<String> ids = sandbox.data().ids("calls");
        CLOCK.advance(Duration.ofDays(60));
        List<String> received = pollThatFailsAtRequest(12);
        restart("calls", "pageSize=10&lookback=10d");
        received.addAll(poll());

        assertThat(received).containsExactlyElementsOf(ids);
        assertThat(pollAfter(QUARTER)).isEmpty();
    }

    @Test
    void aLookBackThatIsChangedThereAndBackRepeatsNothing() throws Exception {
        List<String> ids = calls(25);
        incremental("calls", "lookback=30d");
        poll();
        restart("calls", "lookback=3d");
        sandbox.data().edit("calls", ids.get(24), Map.of("note", "x"));
        assertThat(pollAfter(QUARTER)).containsExactly(ids.get(24));
        for (int day = 1; day < 12; day++) {
            String call = call(CLOCK.instant().plusSeconds(60));
            assertThat(pollAfter(Duration.ofDays(1))).containsExactly(call);
        }
        restart("calls", "lookback=30d");

        assertThat(poll()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lookback=2h", "lookback=40d"})
    void aLostHeaderIsNoticedWhateverElseIsThere(String options) throws Exception {
        sandbox.data().generate("calls", 5, FROM, NOW.minus(Duration.ofDays(3)));
        incremental("calls", "lookback=2h");
        poll();
        state.values.remove(account() + "/calls/incremental");
        restart("calls", options);

        assertThat(catchThrowableOfType(CallRailException.class, this::poll))
                .hasMessageContaining("it existed before but is missing now");
    }

    @Test
    void twoComponentsCannotShareAState(@TempDir Path directory) throws Exception {
        CallRailComponent other = new CallRailComponent(context);
        other.getConfiguration().setApiKey(sandbox.apiKey());
        other.getConfiguration().setBaseUrl(sandbox.baseUrl());
        context.addComponent("other", other);
        String options = uri("calls", "incremental=true&stateKey=k&startScheduler=false&stateDirectory=" + directory);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(options).to("mock:a");
                from(options.replace("callrail:", "other:")).to("mock:b");
            }
        });

        assertThat(catchThrowableOfType(Exception.class, () -> context.start()))
                .hasMessageContaining("another consumer keeps its state there under that key");
    }

    @Test
    void aStopEndsAReadingThatHasNothingToHandOut() throws Exception {
        calls(50);
        incremental("calls", "lookback=30d&pageSize=5");
        poll();
        CLOCK.advance(QUARTER);
        int before = sandbox.journal().lines().size();
        sandbox.faults().afterRequest(before + 2, this::stopRoute);

        assertThat(poll()).isEmpty();
        assertThat(requests()).hasSizeLessThanOrEqualTo(3);
    }
}
