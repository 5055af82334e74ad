package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.camelcallrail.monitor.CallRailProgress;
import io.github.camelcallrail.sandbox.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How far a reading is, as event notifiers are told. */
class ProgressTest extends SandboxTest {

    private static final String PAGES_OF_TEN = "pageSize=10";

    private final List<CallRailProgress> told = new ArrayList<>();

    private void listen() {
        context.getManagementStrategy().addEventNotifier(new EventNotifierSupport() {
            @Override
            public void notify(CamelEvent event) {
                if (event instanceof CallRailProgressEvent progress) {
                    assertThat(progress.getType()).isEqualTo(CamelEvent.Type.Custom);
                    assertThat(progress.getEndpoint().getReport()).isEqualTo("calls");
                    assertThat(progress.getTimestamp())
                            .isEqualTo(progress.getProgress().at().toEpochMilli());
                    told.add(progress.getProgress());
                }
            }
        });
    }

    private void requireSteps(Long... done) {
        assertThat(told).extracting(CallRailProgress::done).containsExactly(done);
        assertThat(told.subList(0, told.size() - 1)).noneMatch(CallRailProgress::ended);
        assertThat(told.get(told.size() - 1).ended()).isTrue();
    }

    @Test
    void aPollTellsEachPageAndItsEnd() throws Exception {
        calls(23);
        listen();

        context.poll(uri("calls", PAGES_OF_TEN));

        requireSteps(0L, 10L, 20L, 23L);
        assertThat(told).allMatch(progress -> progress.total().equals(OptionalLong.of(23)));
        assertThat(told).allMatch(progress -> progress.report().equals("calls"));
        assertThat(told).allMatch(progress -> progress.accountId().equals(account()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"readAhead=2", "parallelRequests=2", "splitResults=false"})
    void howItIsReadMakesNoDifference(String option) throws Exception {
        calls(23);
        listen();

        context.poll(uri("calls", PAGES_OF_TEN + "&" + option));

        requireSteps(0L, 10L, 20L, 23L);
    }

    @Test
    void aListAndAStreamTellToo() {
        calls(23);
        listen();

        records(uri("calls", PAGES_OF_TEN));
        requireSteps(0L, 10L, 20L, 23L);

        told.clear();
        Exchange streamed = requested(uri("calls", PAGES_OF_TEN + "&outputType=stream"), Map.of());
        assertThat(told).extracting(CallRailProgress::done).containsExactly(0L);
        Iterator<?> records = streamed.getMessage().getBody(Iterator.class);
        records.forEachRemaining(record -> {});
        requireSteps(0L, 10L, 20L, 23L);
    }

    @Test
    void whatIsCutShortEndsAtItsLimit() {
        calls(23);
        listen();

        records(uri("calls", PAGES_OF_TEN + "&maxRecords=15"));

        requireSteps(0L, 10L, 15L);
        assertThat(told).allMatch(progress -> progress.total().equals(OptionalLong.of(15)));
    }

    @Test
    void aReadingWithoutRecordsEnds() throws Exception {
        listen();

        context.poll(uri("calls", ""));

        requireSteps(0L, 0L);
    }

    @Test
    void aPollThatFailsDoesNotEnd() throws Exception {
        calls(23);
        listen();
        sandbox.faults().onRequest(2, Fault.status(500, ""));
        CallRailConsumer consumer = context.consume(uri("calls", PAGES_OF_TEN));

        consumer.run();

        assertThat(told).extracting(CallRailProgress::ended).containsExactly(false);
    }

    @Test
    void rateAndTimeLeftFollowFromWhatIsDone() throws Exception {
        calls(20);
        listen();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri("calls", PAGES_OF_TEN + "&startScheduler=false"))
                        .routeId("slow")
                        .process(exchange -> CLOCK.advance(Duration.ofSeconds(2)));
            }
        });
        context.start();

        ((CallRailConsumer) context.getRoute("slow").getConsumer()).poll();

        // The second page is looked for before the last record of the first is sent, to know whether it is the last of
        // all.
        CallRailProgress second = told.get(1);
        assertThat(Duration.between(second.begun(), second.at())).isEqualTo(Duration.ofSeconds(18));
        assertThat(second.rate()).isCloseTo(10 / 18.0, within(1e-9));
        assertThat(second.timeLeft()).contains(Duration.ofSeconds(18));
        assertThat(told.get(0).timeLeft()).isEmpty();
        assertThat(told.get(2).timeLeft()).contains(Duration.ZERO);
    }

    @Test
    void aNotifierThatFailsStopsNothing() throws Exception {
        List<String> ids = calls(23);
        context.getManagementStrategy().addEventNotifier(new EventNotifierSupport() {
            @Override
            public void notify(CamelEvent event) {
                if (event instanceof CallRailProgressEvent) {
                    throw new IllegalStateException("told to fail");
                }
            }
        });

        assertThat(context.poll(uri("calls", PAGES_OF_TEN))).hasSameSizeAs(ids);
    }

    @Test
    void aClockThatIsPutBackMakesNoNegativeRate() {
        Instant begun = Instant.parse("2026-03-15T16:30:20Z");

        CallRailProgress progress =
                new CallRailProgress("calls", "ACC1", begun, begun.minusSeconds(5), 10, OptionalLong.of(20), false);

        assertThat(progress.at()).isEqualTo(begun);
        assertThat(progress.rate()).isZero();
        assertThat(progress.timeLeft()).isEmpty();
    }
}
