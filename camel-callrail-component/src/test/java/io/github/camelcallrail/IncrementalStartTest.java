package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.camel.Consumer;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an incremental consumer says and does when it starts and stops. */
class IncrementalStartTest extends IncrementalTesting {

    private List<String> linesOfStart(String report, String options) throws Exception {
        try (LogLines log = new LogLines()) {
            incremental(report, options);
            return List.copyOf(log.lines());
        }
    }

    @Test
    void oneLineSaysWhatToExpect(@TempDir Path directory) throws Exception {
        assertThat(linesOfStart("calls", "daysBack=3&stateDirectory=" + directory))
                .containsExactly("INFO callrail:calls is incremental: starts with daysBack=3, looking back"
                        + " 2h,2d@1h,7d@6h,35d@1d; at least 96 requests per day (0 records known; one more for each"
                        + " 250 additional records that a poll reads); state in directory " + directory);
    }

    @Test
    void theLineSaysWhereItGoesOn() throws Exception {
        List<String> ids = calls(700);
        failing.add(ids.get(5));
        incremental("calls", "");
        poll();
        context.close();
        context = new CallRailContext(sandbox, CLOCK);
        bindState();

        assertThat(linesOfStart("calls", "delay=1h"))
                .containsExactly("INFO callrail:calls is incremental: resumes from 2026-03-15T16:30:00Z, looking back"
                        + " 2h,2d@1h,7d@6h,35d@1d; about 26 requests per day (699 records known; one more for each"
                        + " 250 additional records that a poll reads); state in RecordingStateRepository; 1 failed"
                        + " records will be retried");
    }

    @Test
    void whatIsNotKnownBeforeTheAccountIsIsNotClaimed() throws Exception {
        try (LogLines log = new LogLines()) {
            start("callrail:calls?timeZone=America/New_York&incremental=true&stateRepository=#state");

            assertThat(log.lines())
                    .containsExactly(
                            "INFO callrail:calls is incremental: resumes from its state, or starts with daysBack=7,"
                                    + " looking back 2h,2d@1h,7d@6h,35d@1d; at least 96 requests per day (one more"
                                    + " for each 250 additional records that a poll reads); state in"
                                    + " RecordingStateRepository");
        }
    }

    @Test
    void stateInMemoryIsSaidToBe() throws Exception {
        try (LogLines log = new LogLines()) {
            start(uri("calls", "incremental=true&scheduler=none"));
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .endsWith("; state in memory only, so a restart begins with the date options again (option"
                            + " 'stateDirectory' keeps it)");
        }
    }

    @Test
    void aListWithoutDatesIsComparedAsAWhole() throws Exception {
        assertThat(linesOfStart("tags", "delay=6h"))
                .containsExactly("INFO callrail:tags is incremental: compares the whole list at every poll; at least"
                        + " 4 requests per day (0 records known; one more for each 250 additional records that a poll"
                        + " reads); state in RecordingStateRepository");
    }

    @Test
    void aRouteWithoutAnIdIsWarnedOf() throws Exception {
        try (LogLines log = new LogLines()) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from(uri("calls", "incremental=true&stateRepository=#state&startScheduler=false"))
                            .to("mock:out");
                }
            });
            context.start();
            assertThat(log.lines())
                    .first()
                    .asString()
                    .matches("WARN callrail:calls keeps its state under the id of its route, 'route\\d+', which"
                            + " changes when routes are added or moved\\. Give the route an id, or set option"
                            + " stateKey\\.");
        }
    }

    @Test
    void aConsumerWithoutARouteNeedsAKey() throws Exception {
        context.start();
        Consumer unrouted = context.getEndpoint(uri("calls", "incremental=true&startScheduler=false"))
                .createConsumer(exchange -> {});

        assertThatThrownBy(unrouted::start).hasMessageContaining("so it needs option 'stateKey'");

        calls(3);
        CallRailConsumer keyed = (CallRailConsumer) context.getEndpoint(
                        uri("calls", "incremental=true&startScheduler=false&stateKey=mine&stateRepository=#state"))
                .createConsumer(exchange ->
                        sent.add(exchange.getMessage().getHeader(CallRailConstants.RECORD_ID, String.class)));
        keyed.start();
        keyed.poll();
        assertThat(sent).hasSize(3);
        assertThat(state.values).containsKey("mine");
        keyed.stop();
    }

    @Test
    void aStopInMidPageRepeatsNothing() throws Exception {
        List<String> ids = calls(12);
        incremental("calls", "pageSize=5");
        stopAfter = 3;
        assertThat(poll()).containsExactlyElementsOf(ids.subList(0, 3));

        stopAfter = -1;
        restart("calls", "pageSize=5");
        assertThat(poll()).containsExactlyElementsOf(ids.subList(3, 12));
    }

    @Test
    void aLeftOverOfMaxMessagesPerPollGoesOnAlsoInANewProcess() throws Exception {
        List<String> ids = calls(12);
        incremental("calls", "pageSize=5&maxMessagesPerPoll=4");
        assertThat(poll()).containsExactlyElementsOf(ids.subList(0, 4));
        assertThat(pollAfter(Duration.ofMinutes(15))).containsExactlyElementsOf(ids.subList(4, 8));

        restart("calls", "pageSize=5&maxMessagesPerPoll=4");
        assertThat(poll()).containsExactlyElementsOf(ids.subList(8, 12));
        assertThat(pollAfter(Duration.ofMinutes(15))).isEmpty();
    }
}
