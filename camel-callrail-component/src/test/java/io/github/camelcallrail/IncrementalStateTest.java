package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.sandbox.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an incremental consumer saves, and what happens when it is lost, damaged, not to be had, or of other options.
 */
class IncrementalStateTest extends IncrementalTesting {

    private static final Duration QUARTER = Duration.ofMinutes(15);

    private String header() {
        return account() + "/calls/incremental";
    }

    private CallRailException failedPoll() {
        CallRailException failure = catchThrowableOfType(CallRailException.class, this::poll);
        assertThat(failure).as("what the poll throws").isNotNull();
        return failure;
    }

    @Test
    void aDirectoryOutlivesTheProcess(@TempDir Path directory) throws Exception {
        List<String> ids = calls(5);
        String place = "stateDirectory=" + directory.resolve("a/b");
        incremental("calls", place);
        assertThat(poll()).containsExactlyElementsOf(ids);

        restart("calls", place);
        String added = call(NOW.plusSeconds(90));
        assertThat(pollAfter(QUARTER)).containsExactly(added);
        assertThat(Files.list(directory.resolve("a/b"))).isNotEmpty();
    }

    @Test
    void memoryLastsAsLongAsTheComponent() throws Exception {
        calls(5);
        start(uri("calls", "incremental=true"));
        poll();

        context.getRouteController().stopRoute("incremental");
        context.getRouteController().startRoute("incremental");
        consumer = (CallRailConsumer) context.getRoute("incremental").getConsumer();
        assertThat(pollAfter(QUARTER)).isEmpty();
    }

    @Test
    void aStoreThatCannotBeReadFailsThePollAndNothingIsSent() throws Exception {
        List<String> ids = calls(5);
        incremental("calls", "");
        state.beforeRead = key -> {
            throw new IllegalStateException("the database is away");
        };

        CallRailException failure = failedPoll();
        assertThat(failure.getKind()).isEqualTo(FailureKind.STORAGE);
        assertThat(failure.isRetryable()).isTrue();
        assertThat(failure)
                .hasMessageStartingWith("The saved state '" + header() + "' could not be read: the database is away.");
        assertThat(sent).isEmpty();
        assertThat(requests()).isEmpty();

        state.beforeRead = key -> {};
        assertThat(poll()).containsExactlyElementsOf(ids);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "incremental"})
    void aStoreThatCannotBeWrittenLetsThePageComeAgain(String part) throws Exception {
        List<String> ids = calls(25);
        incremental("calls", "pageSize=10");
        String[] failAt = {part};
        int[] writes = {0};
        state.beforeWrite = key -> {
            boolean fingerprints = key.startsWith(header() + "/");
            if (sent.size() == 20 && fingerprints == failAt[0].equals("/")) {
                writes[0]++;
                throw new IllegalStateException("the disk is full");
            }
        };

        assertThat(failedPoll().getKind()).isEqualTo(FailureKind.STORAGE);
        assertThat(sent).containsExactlyElementsOf(ids.subList(0, 20));
        assertThat(writes[0]).isPositive();

        state.beforeWrite = key -> {};
        List<String> again = poll();
        assertThat(again).endsWith(ids.subList(20, 25).toArray(String[]::new)).isSubsetOf(ids.subList(10, 25));
        assertThat(pollAfter(QUARTER)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            header      | x | it does not start like saved state
            header      |   | it existed before but is missing now
            header      | 1 | its checksum is wrong
            fingerprints| x | it does not start like saved state
            fingerprints|   | it is missing
            fingerprints| 1 | its checksum is wrong
            """)
    void damagedStateIsAnErrorThatSaysWhatToDo(String part, String damage, String message) throws Exception {
        calls(5);
        incremental("calls", "");
        poll();
        List<String> keys = state.values.keySet().stream()
                .filter(key -> key.contains("/incremental/") == part.equals("fingerprints"))
                .toList();
        for (String key : keys) {
            String value = state.values.get(key);
            if (damage == null) {
                state.values.remove(key);
            } else {
                state.values.put(
                        key,
                        damage.equals("x")
                                ? "x"
                                : value.substring(0, value.length() - 3) + "  " + value.charAt(value.length() - 1));
            }
        }

        CLOCK.advance(Duration.ofHours(25));
        CallRailException failure = failedPoll();
        assertThat(failure.getKind()).isEqualTo(FailureKind.STATE);
        assertThat(failure.isRetryable()).isFalse();
        assertThat(failure)
                .hasMessageContaining("cannot be used: " + message)
                .hasMessageContaining("Restore all of the state from the same backup")
                .hasMessageContaining("set another 'stateKey'");
        assertThat(sent).isEmpty();
    }

    @Test
    void fingerprintsOlderThanTheHeaderAreAnError() throws Exception {
        calls(5);
        incremental("calls", "lookback=30d");
        poll();
        Map<String, String> before = Map.copyOf(state.values);
        sandbox.data().ids("calls").forEach(id -> sandbox.data().edit("calls", id, Map.of("note", "x")));
        pollAfter(QUARTER);
        before.forEach((key, value) -> {
            if (key.contains("/incremental/")) {
                state.values.put(key, value);
            }
        });

        assertThat(failedPoll()).hasMessageContaining("it is older than the header");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            filter.direction=inbound | filter.direction=outbound | Option 'filter.direction' has changed
            filter.direction=inbound |                           | Option 'filter.direction' has changed
                                     | filter.direction=inbound  | Option 'filter.direction' has changed
                                     | search=x                  | Option 'search' has changed
                                     | trackerId=TRK1            | Option 'trackerId' has changed
                                     | apiVersion=v2             | Option 'apiVersion' has changed
            """)
    void changedFiltersAreAnErrorThatNamesThem(String before, String after, String message) throws Exception {
        calls(5);
        incremental("calls", before == null ? "" : before);
        poll();
        restart("calls", after == null ? "" : after);

        CallRailException failure = failedPoll();
        assertThat(failure.getKind()).isEqualTo(FailureKind.STATE);
        assertThat(failure)
                .hasMessageStartingWith(message)
                .hasMessageContaining("Either restore it")
                .hasMessageContaining("or set another 'stateKey'");
        assertThat(requests()).isEmpty();

        restart("calls", (after == null ? "" : after + "&") + "stateKey=another");
        if (!"apiVersion=v2".equals(after)) {
            assertThat(poll()).hasSizeLessThanOrEqualTo(5);
        }
    }

    @Test
    void anotherReportUnderTheSameKeyIsAnError() throws Exception {
        incremental("calls", "stateKey=mine");
        poll();
        restart("form-submissions", "stateKey=mine");

        assertThat(failedPoll()).hasMessageStartingWith("The report has changed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fields=-note", "fields=id,start_time,note", "ignoreChangesIn=value", "fields=default"})
    void changedFieldsSendTheLookBackAgain(String fields) throws Exception {
        List<String> ids = calls(15);
        incremental("calls", "lookback=30d");
        poll();

        String added;
        try (LogLines log = new LogLines()) {
            restart("calls", "lookback=30d&" + fields);
            added = call(NOW.plusSeconds(90));
            assertThat(pollAfter(QUARTER))
                    .startsWith(ids.toArray(String[]::new))
                    .endsWith(added);
            assertThat(changes())
                    .filteredOn(change -> change.startsWith("UPDATED"))
                    .hasSize(15);
            assertThat(log.lines().stream().filter(line -> line.contains("The compared fields of state")))
                    .as("said once")
                    .singleElement(STRING)
                    .startsWith("INFO The compared fields of state '" + header() + "'");
            assertThat(pollAfter(QUARTER)).isEmpty();
            assertThat(log.lines().stream().filter(line -> line.contains("The compared fields of state")))
                    .hasSize(1);
        }

        sandbox.data().edit("calls", ids.get(3), Map.of("duration", 77, "note", "other", "customer_name", "Nobody"));
        assertThat(pollAfter(QUARTER)).containsExactly(ids.get(3));
        restart("calls", "lookback=30d&" + fields);
        assertThat(pollAfter(QUARTER)).isEmpty();
    }

    @Test
    void aChangedOrderOfFieldsSendsNothingAgain() throws Exception {
        calls(15);
        incremental("calls", "lookback=30d&fields=id,start_time,note,value&ignoreChangesIn=note,value");
        poll();

        restart("calls", "lookback=30d&fields=value,id,note,start_time&ignoreChangesIn=value,note");
        assertThat(pollAfter(QUARTER)).isEmpty();
    }

    @Test
    void changedFieldsSendEachDepthOfTheLookBackWhenItIsDue() throws Exception {
        List<String> ids = calls(15);
        incremental("calls", "lookback=1h,30d@6h");
        poll();
        pollAfter(QUARTER);

        restart("calls", "lookback=1h,30d@6h&fields=-note");
        assertThat(pollAfter(QUARTER)).as("of the last hour").isSubsetOf(ids).hasSizeLessThan(15);
        List<String> later = new ArrayList<>(sent);
        CLOCK.advance(Duration.ofHours(6));
        later.addAll(poll());
        assertThat(later).as("of 30 days, 6 hours later").containsExactlyInAnyOrderElementsOf(ids);
        assertThat(pollAfter(Duration.ofHours(6))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"timeZone=America/New_York, timeZone=Asia/Kolkata", "timeZone=UTC, timeZone=Australia/Lord_Howe"})
    void aChangedZoneDoesNothing(String before, String after) throws Exception {
        calls(15);
        incremental("calls", "lookback=30d&" + before);
        poll();

        restart("calls", "lookback=30d&" + after);
        String added = call(NOW.plusSeconds(90));
        assertThat(pollAfter(QUARTER)).containsExactly(added);
    }

    @ParameterizedTest
    @CsvSource({"3d, 30d", "30d, 3d", "30d, 'P35D'", "'2h,1d@1h', '1h,40d@2h'"})
    void aChangedLookBackKeepsWhatIsKnown(String before, String after) throws Exception {
        List<String> ids = calls(25);
        incremental("calls", "lookback=" + before);
        poll();

        restart("calls", "lookback=" + after);
        assertThat(pollAfter(QUARTER)).isEmpty();
        sandbox.data().edit("calls", ids.get(24), Map.of("note", "x"));
        assertThat(pollAfter(Duration.ofHours(3))).containsExactly(ids.get(24));
        assertThat(changes()).containsExactly("UPDATED " + ids.get(24));
        restart("calls", "lookback=" + before);
        assertThat(pollAfter(Duration.ofHours(3))).isEmpty();
    }

    @Test
    void aBackfillThatFailsGoesOnInsideItsDates() throws Exception {
        sandbox.data().generate("calls", 60, NOW.minus(Duration.ofDays(300)), NOW.minusSeconds(60));
        List<String> ids = sandbox.data().ids("calls");
        incremental("calls", "pageSize=10&startDate=2025-04-01");
        sandbox.faults().onRequest(4, Fault.status(503, "{}"));

        assertThatThrownBy(this::poll).isInstanceOf(CallRailException.class);
        List<String> first = List.copyOf(sent);
        assertThat(first).containsExactlyElementsOf(ids.subList(0, 29));
        ids.subList(0, 12).forEach(id -> sandbox.data().remove("calls", id));
        restart("calls", "pageSize=10&startDate=2025-04-01");
        assertThat(poll()).containsExactlyElementsOf(ids.subList(29, 60));
        assertThat(windows().get(0)).doesNotStartWith("2025-04-01").endsWith("2026-03-15T12:30");
        assertThat(pollAfter(QUARTER)).isEmpty();
    }

    @Test
    void whatIsSavedHoldsNoNumberAndNoName() throws Exception {
        sandbox.data()
                .add(
                        "calls",
                        Map.of(
                                "start_time",
                                NOW.minusSeconds(99),
                                "customer_phone_number",
                                "+15125550142",
                                "customer_name",
                                "Ada Example"));
        incremental("calls", "search=5125550142");
        poll();

        assertThat(state.values.values()).noneMatch(value -> value.contains("5550142") || value.contains("Ada"));
    }
}
