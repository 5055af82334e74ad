package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.report.CallRailRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.junit.jupiter.api.Test;

/** What becomes of records whose exchanges fail. */
class IncrementalFailuresTest extends IncrementalTesting {

    private static final Duration QUARTER = Duration.ofMinutes(15);

    private HealthCheck.Result readiness() {
        return consumer.getHealthCheck().call(Map.of("check.kind", HealthCheck.Kind.READINESS));
    }

    /** A poll as Camel makes it, so that health knows of it. */
    private List<String> run() {
        sent.clear();
        exchanges.clear();
        consumer.run();
        return List.copyOf(sent);
    }

    @Test
    void aRecordOfAnOldTierComesAgainAtEveryPollAndItsNeighboursDoNot() throws Exception {
        List<String> ids = calls(40);
        incremental("calls", "");
        poll();
        sandbox.data().edit("calls", ids.get(1), Map.of("note", "x"));
        sandbox.data().edit("calls", ids.get(2), Map.of("note", "x"));
        failing.add(ids.get(1));
        assertThat(pollAfter(Duration.ofHours(25))).containsExactly(ids.get(1), ids.get(2));

        assertThat(pollAfter(QUARTER)).containsExactly(ids.get(1));
        assertThat(changes()).containsExactly("UPDATED " + ids.get(1));
        assertThat(requests()).hasSize(2);
        assertThat(windows().get(0)).isEqualTo("2026-03-08T08:33 2026-03-08T08:34");
        failing.clear();
        assertThat(pollAfter(QUARTER)).containsExactly(ids.get(1));
        assertThat(pollAfter(QUARTER)).isEmpty();
        assertThat(requests()).hasSize(1);
    }

    @Test
    void aRecordOlderThanTheLookBackIsAnErrorUntilItSucceeds() throws Exception {
        List<String> ids = calls(5);
        failing.add(ids.get(0));
        incremental("calls", "lookback=2d");
        run();
        assertThat(run()).containsExactly(ids.get(0));
        assertThat(readiness().getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(readiness().getMessage())
                .hasValue("1 records fail at every poll and are older than the look-back (2d). Route: incremental");

        try (LogLines log = new LogLines()) {
            CLOCK.advance(QUARTER);
            run();
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith("ERROR callrail:calls: 1 records fail at every poll and are older than the look-back"
                            + " (2d). Fix the route or sink that rejects them");
        }
        failing.clear();
        run();
        assertThat(readiness().getState()).isEqualTo(HealthCheck.State.UP);
    }

    @Test
    void aRecordYoungerThanTheLookBackIsNoReasonToBeDown() throws Exception {
        List<String> ids = calls(5);
        failing.add(ids.get(4));
        incremental("calls", "lookback=2d");

        run();

        assertThat(readiness().getState()).isEqualTo(HealthCheck.State.UP);
    }

    @Test
    void aHandledFailureIsDone() throws Exception {
        List<String> ids = calls(3);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(IllegalStateException.class).handled(true).to("mock:poison");
            }
        });
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(IllegalStateException.class).handled(true).to("mock:poison");
                from(uri("calls", "incremental=true&startScheduler=false"))
                        .routeId("handling")
                        .process(exchange -> {
                            sent.add(exchange.getMessage().getHeader(CallRailConstants.RECORD_ID, String.class));
                            throw new IllegalStateException("poison");
                        });
            }
        });
        context.start();
        consumer = (CallRailConsumer) context.getRoute("handling").getConsumer();

        assertThat(poll()).containsExactlyElementsOf(ids);
        assertThat(pollAfter(QUARTER)).isEmpty();
    }

    @Test
    void whatIsMarkedForRollBackIsNotDone() throws Exception {
        List<String> ids = calls(3);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri("calls", "incremental=true&startScheduler=false"))
                        .routeId("rolling back")
                        .process(exchange ->
                                sent.add(exchange.getMessage().getHeader(CallRailConstants.RECORD_ID, String.class)))
                        .filter(header(CallRailConstants.RECORD_ID).isEqualTo(ids.get(1)))
                        .markRollbackOnly();
            }
        });
        context.start();
        consumer = (CallRailConsumer) context.getRoute("rolling back").getConsumer();

        assertThat(poll()).containsExactlyElementsOf(ids);
        assertThat(pollAfter(QUARTER)).containsExactly(ids.get(1));
    }

    @Test
    void aPageIsConfirmedAfterItsExchangesAreDoneAlsoWhereTheRouteIsAsynchronous() throws Exception {
        List<String> ids = calls(12);
        List<String> done = Collections.synchronizedList(new ArrayList<>());
        List<Integer> doneAtWrite = new ArrayList<>();
        state.beforeWrite = key -> doneAtWrite.add(done.size());
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri("calls", "incremental=true&stateRepository=#state&startScheduler=false&pageSize=5"))
                        .routeId("asynchronous")
                        .threads(2)
                        .process(exchange -> {
                            String id = exchange.getMessage().getHeader(CallRailConstants.RECORD_ID, String.class);
                            done.add(id);
                            if (id.equals(ids.get(3))) {
                                throw new IllegalStateException("fails elsewhere");
                            }
                        });
            }
        });
        context.start();
        consumer = (CallRailConsumer) context.getRoute("asynchronous").getConsumer();

        poll();

        assertThat(done).containsExactlyElementsOf(ids);
        assertThat(doneAtWrite).contains(0, 5, 10, 12).doesNotContain(1, 2, 3, 4, 6, 7, 8, 9, 11);
        done.clear();
        pollAfter(QUARTER);
        assertThat(done).containsExactly(ids.get(3));
    }

    @Test
    void aFailedRecordThatIsGoneIsLetGo() throws Exception {
        List<String> ids = calls(5);
        failing.add(ids.get(1));
        incremental("calls", "");
        poll();
        sandbox.data().remove("calls", ids.get(1));

        try (LogLines log = new LogLines()) {
            assertThat(pollAfter(QUARTER)).isEmpty();
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith("WARN callrail:calls: failed records [" + ids.get(1) + "] no longer exist");
        }
        pollAfter(QUARTER);
        assertThat(requests()).hasSize(1);
    }

    @Test
    void whenNothingSucceedsReadingStopsAfterAThousand() throws Exception {
        sandbox.data().generate("calls", 1600, Instant.parse("2026-03-08T05:00:00Z"), NOW.minusSeconds(60));
        List<String> ids = sandbox.data().ids("calls");
        failing.addAll(ids);
        incremental("calls", "pageSize=100");

        assertThat(poll()).hasSize(1100).containsExactlyElementsOf(ids.subList(0, 1100));
        // Those that failed, and nothing new.
        assertThat(pollAfter(QUARTER)).hasSize(1100).containsExactlyElementsOf(ids.subList(0, 1100));
        restart("calls", "pageSize=100");
        failing.clear();
        assertThat(pollAfter(QUARTER)).hasSize(1600).containsExactlyElementsOf(ids);
        assertThat(pollAfter(QUARTER)).isEmpty();
    }

    @Test
    void failedRecordsThatLieFarApartAreReadInAFewRequests() throws Exception {
        sandbox.data().generate("calls", 300, Instant.parse("2026-02-01T05:00:00Z"), NOW.minusSeconds(60));
        List<String> ids = sandbox.data().ids("calls");
        for (int index = 0; index < 300; index += 10) {
            failing.add(ids.get(index));
        }
        incremental("calls", "daysBack=60");
        poll();

        assertThat(pollAfter(QUARTER))
                .containsExactlyElementsOf(failing.stream()
                        .sorted(Comparator.comparing(ids::indexOf))
                        .toList());
        assertThat(requests().size()).isLessThanOrEqualTo(12);
    }

    @Test
    void aFailedPageComesAgainRecordByRecordOfIt() throws Exception {
        List<String> ids = calls(12);
        List<List<String>> pages = new ArrayList<>();
        boolean[] broken = {true};
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri(
                                "calls",
                                "incremental=true&stateRepository=#state&startScheduler=false&pageSize=5&splitResults=false&lookback=30d"))
                        .routeId("pages")
                        .process(exchange -> {
                            pages.add(ids(exchange.getMessage().getBody(CallRailRecords.class)));
                            exchanges.add(exchange.copy());
                            if (broken[0] && pages.size() == 2) {
                                throw new IllegalStateException("the second page fails");
                            }
                        });
            }
        });
        context.start();
        consumer = (CallRailConsumer) context.getRoute("pages").getConsumer();
        consumer.setExceptionHandler(new Quiet());
        poll();
        assertThat(pages).containsExactly(ids.subList(0, 5), ids.subList(5, 10), ids.subList(10, 12));

        broken[0] = false;
        pages.clear();
        sandbox.data().edit("calls", ids.get(6), Map.of("note", "x"));
        sandbox.data().edit("calls", ids.get(1), Map.of("note", "x"));
        String added = call(NOW.plusSeconds(90));
        pollAfter(QUARTER);
        assertThat(pages).containsExactly(List.of(ids.get(1)), ids.subList(5, 10), List.of(added));
        assertThat(exchanges)
                .extracting(exchange -> exchange.getMessage().getHeader(CallRailConstants.CHANGE))
                .containsExactly("UPDATED", "CREATED", "CREATED");
    }

    @Test
    void aGreedyConsumerDoesNotCountWhatFailedSoThatItDoesNotSpin() throws Exception {
        List<String> ids = calls(2);
        failing.addAll(ids);
        incremental("calls", "greedy=true");

        assertThat(consumer.poll()).isZero();
        failing.remove(ids.get(0));
        assertThat(consumer.poll()).isEqualTo(1);
    }

    @Test
    void exchangesSayWhatIsSent() throws Exception {
        calls(3);
        incremental("calls", "");
        poll();

        Exchange last = exchanges.get(2);
        assertThat(last.getMessage().getHeader(CallRailConstants.LAST_RECORD)).isEqualTo(true);
        assertThat(last.getMessage().getHeader(CallRailConstants.TOTAL_RECORDS)).isEqualTo(3L);
        assertThat(last.getMessage().getHeader(CallRailConstants.RECORD_INDEX)).isEqualTo(2L);
        assertThat(last.getMessage().getHeaders()).doesNotContainKey(CallRailConstants.WINDOW_CLAMPED);
        assertThat(exchanges.get(0).getMessage().getHeader(CallRailConstants.LAST_RECORD))
                .isEqualTo(false);
    }
}
