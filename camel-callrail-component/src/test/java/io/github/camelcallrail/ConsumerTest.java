package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.report.CallRailRecords;
import io.github.camelcallrail.sandbox.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.ServiceStatus;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.impl.engine.PooledExchangeFactory;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.ExchangeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the consumer does from its start to its stop. */
class ConsumerTest extends SandboxTest {

    private final List<String> handled = Collections.synchronizedList(new ArrayList<>());

    private List<String> receivedIds() {
        return context.received().stream()
                .map(exchange -> exchange.getMessage().getHeader(CallRailConstants.RECORD_ID, String.class))
                .toList();
    }

    @Test
    void aBatchIsAPage() throws Exception {
        calls(5);

        List<Exchange> received = context.poll(uri("calls", "pageSize=3"));

        assertThat(received)
                .extracting(exchange -> exchange.getProperty(ExchangePropertyKey.BATCH_INDEX))
                .containsExactly(0, 1, 2, 0, 1);
        assertThat(received)
                .extracting(exchange -> exchange.getProperty(ExchangePropertyKey.BATCH_SIZE))
                .containsExactly(3, 3, 3, 2, 2);
        assertThat(received)
                .extracting(exchange -> exchange.getProperty(ExchangePropertyKey.BATCH_COMPLETE))
                .containsExactly(false, false, true, false, true);
    }

    @Test
    void callsComeOldestFirst() throws Exception {
        List<String> ids = calls(5);

        context.poll(uri("calls", ""));

        assertThat(receivedIds()).containsExactlyElementsOf(ids);
    }

    @ParameterizedTest
    @CsvSource({"1,4", "2,4", "3,4", "4,4", "5,4", "6,4", "7,4", "13,4", "13,20", "20,4"})
    void whatIsLeftOverGoesOnAtTheNextPollWithinTheSameDates(int most, int pageSize) throws Exception {
        List<String> ids = calls(13);
        CallRailConsumer consumer =
                context.consume(uri("calls", "pageSize=" + pageSize + "&maxMessagesPerPoll=" + most));

        int polls = (13 + most - 1) / most;
        for (int poll = 1; poll <= polls; poll++) {
            assertThat(consumer.poll()).isEqualTo(Math.min(most, 13 - (poll - 1) * most));
            CLOCK.advance(Duration.ofMinutes(15));
        }

        assertThat(receivedIds()).containsExactlyElementsOf(ids);
        assertThat(requests()).hasSize((13 + pageSize - 1) / pageSize).allMatch(line -> line.contains("T12:30"));
        assertThat(context.received().get(12).getMessage().getHeader(CallRailConstants.LAST_RECORD))
                .isEqualTo(true);

        // The next begins anew, with dates of its own.
        assertThat(consumer.poll()).isEqualTo(Math.min(most, 13));
        assertThat(latestQuery()).doesNotContainEntry("end_date", "2026-03-15T12:30");
    }

    @Test
    void anEmptyReportIsAnIdlePoll() throws Exception {
        assertThat(context.consume(uri("calls", "")).poll()).isZero();
        assertThat(context.received()).isEmpty();
    }

    @Test
    void anIdlePollSendsAnEmptyMessageWhenAsked() throws Exception {
        context.consume(uri("calls", "sendEmptyMessageWhenIdle=true")).run();

        assertThat(context.received()).singleElement().satisfies(exchange -> assertThat(
                        exchange.getMessage().getBody())
                .isNull());
    }

    @Test
    void aFailedExchangeDoesNotHoldUpTheOthers() throws Exception {
        List<String> ids = calls(3);
        List<Throwable> failures = new ArrayList<>();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri("calls", "startScheduler=false")).routeId("failing").process(exchange -> {
                    String id = exchange.getMessage().getHeader(CallRailConstants.RECORD_ID, String.class);
                    if (id.equals(ids.get(1))) {
                        throw new IllegalStateException("the second fails");
                    }
                    handled.add(id);
                });
            }
        });
        context.start();
        CallRailConsumer consumer =
                (CallRailConsumer) context.getRoute("failing").getConsumer();
        consumer.setExceptionHandler(collecting(failures));

        assertThat(consumer.poll()).isEqualTo(3);
        assertThat(handled).containsExactly(ids.get(0), ids.get(2));
        assertThat(failures).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessage("the second fails"));
    }

    @Test
    void aFailedRequestFailsThePollAndTheNextBeginsAnew() throws Exception {
        List<String> ids = calls(6);
        sandbox.faults().onRequest(2, Fault.status(503, "{\"error\":\"maintenance\"}"));
        CallRailConsumer consumer = context.consume(uri("calls", "pageSize=3"));

        assertThatThrownBy(consumer::poll)
                .isInstanceOf(CallRailException.class)
                .hasMessageContaining("HTTP 503 \"maintenance\"");
        // The third is not handed out: whether it is the last was what the second page should have told.
        assertThat(receivedIds()).containsExactlyElementsOf(ids.subList(0, 2));

        assertThat(consumer.poll()).isEqualTo(6);
        assertThat(receivedIds().subList(2, 8)).containsExactlyElementsOf(ids);
    }

    @Test
    void stopInMidWalkEndsAfterTheRecordInHandAndARestartBeginsAnew() throws Exception {
        List<String> ids = calls(12);
        CountDownLatch third = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri("calls", "pageSize=5&startScheduler=false"))
                        .routeId("stopping")
                        .process(exchange -> {
                            handled.add(exchange.getMessage().getHeader(CallRailConstants.RECORD_ID, String.class));
                            if (handled.size() == 3) {
                                third.countDown();
                                goOn.await(10, TimeUnit.SECONDS);
                            }
                        });
            }
        });
        context.start();
        CallRailConsumer consumer =
                (CallRailConsumer) context.getRoute("stopping").getConsumer();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<?> poll = threads.submit(consumer);
            assertThat(third.await(10, TimeUnit.SECONDS)).isTrue();
            Future<?> stop = threads.submit(() -> {
                context.getRouteController().stopRoute("stopping");
                return null;
            });
            await().until(() -> !consumer.isBatchAllowed());
            goOn.countDown();
            poll.get(10, TimeUnit.SECONDS);
            stop.get(10, TimeUnit.SECONDS);

            assertThat(handled).containsExactlyElementsOf(ids.subList(0, 3));
            assertThat(sandbox.journal().lines()).hasSize(1);
            assertThat(context.getInflightRepository().size()).isZero();

            handled.clear();
            goOn.await();
            context.getRouteController().startRoute("stopping");
            ((CallRailConsumer) context.getRoute("stopping").getConsumer()).poll();
            assertThat(handled).containsExactlyElementsOf(ids);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void pooledExchangesAreGivenBack() throws Exception {
        calls(6);
        context.getCamelContextExtension().setExchangeFactory(new PooledExchangeFactory());
        context.getCamelContextExtension().getExchangeFactory().setStatisticsEnabled(true);

        CallRailConsumer consumer = context.consume(uri("calls", ""));
        consumer.poll();
        ExchangeFactory.Statistics statistics =
                context.getCamelContextExtension().getExchangeFactoryManager().getStatistics();

        assertThat(context.received()).hasSize(6);
        assertThat(statistics.getCreatedCounter()).isEqualTo(1);
        assertThat(statistics.getReleasedCounter()).isEqualTo(6);
    }

    @Test
    void completingAllTasksReadsTheWalkToItsEnd() throws Exception {
        List<String> ids = calls(6);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri("calls", "pageSize=2&startScheduler=false"))
                        .routeId("completing")
                        .process(exchange -> {
                            handled.add(exchange.getMessage().getHeader(CallRailConstants.RECORD_ID, String.class));
                            ((CallRailConsumer) context.getRoute("completing").getConsumer())
                                    .deferShutdown(ShutdownRunningTask.CompleteAllTasks);
                        });
            }
        });
        context.start();

        ((CallRailConsumer) context.getRoute("completing").getConsumer()).poll();

        assertThat(handled).containsExactlyElementsOf(ids);
    }

    @Test
    void completingTheCurrentTaskOnlyEndsAfterIt() throws Exception {
        List<String> ids = calls(6);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri("calls", "pageSize=2&startScheduler=false"))
                        .routeId("ending")
                        .process(exchange -> {
                            handled.add(exchange.getMessage().getHeader(CallRailConstants.RECORD_ID, String.class));
                            if (handled.size() == 3) {
                                ((CallRailConsumer) context.getRoute("ending").getConsumer())
                                        .deferShutdown(ShutdownRunningTask.CompleteCurrentTaskOnly);
                            }
                        });
            }
        });
        context.start();
        CallRailConsumer consumer =
                (CallRailConsumer) context.getRoute("ending").getConsumer();

        assertThat(consumer.poll()).isEqualTo(3);
        // The shutdown did not come to pass, so the rest follows.
        assertThat(consumer.poll()).isEqualTo(3);
        assertThat(handled).containsExactlyElementsOf(ids);
    }

    @Test
    void aConsumerThatIsStoppedAndStartedBeginsAnew() throws Exception {
        List<String> ids = calls(6);
        CallRailConsumer consumer = context.consume(uri("calls", "maxMessagesPerPoll=2"));
        consumer.poll();

        consumer.stop();
        consumer.start();
        consumer.poll();

        assertThat(receivedIds()).containsExactly(ids.get(0), ids.get(1), ids.get(0), ids.get(1));
    }

    @Test
    void suspendInMidWalkGoesOnWhereItWas() throws Exception {
        List<String> ids = calls(6);
        CallRailConsumer consumer = context.consume(uri("calls", "maxMessagesPerPoll=2"));
        consumer.poll();

        context.getRouteController().suspendRoute("polled");
        consumer.run();
        assertThat(receivedIds()).hasSize(2);
        context.getRouteController().resumeRoute("polled");
        consumer.poll();
        consumer.poll();

        assertThat(context.getRouteController().getRouteStatus("polled")).isEqualTo(ServiceStatus.Started);
        assertThat(receivedIds()).containsExactlyElementsOf(ids);
        assertThat(sandbox.journal().lines()).hasSize(1);
    }

    @Test
    void maxRecordsIsSaidOnTheLastExchange() throws Exception {
        calls(9);

        List<Exchange> received = context.poll(uri("calls", "maxRecords=4"));

        assertThat(received).hasSize(4);
        assertThat(received.get(2).getMessage().getHeader(CallRailConstants.TRUNCATED))
                .isNull();
        assertThat(received.get(3).getMessage().getHeader(CallRailConstants.LAST_RECORD))
                .isEqualTo(true);
        assertThat(received.get(3).getMessage().getHeader(CallRailConstants.TRUNCATED))
                .isEqualTo(true);
        assertThat(requests()).singleElement().asString().contains("per_page=4");
    }

    @Test
    void aQuarterOfAnHourIsBetweenPollsUnlessSaidOtherwise() throws Exception {
        CallRailEndpoint endpoint = context.getEndpoint(uri("calls", ""), CallRailEndpoint.class);
        assertThat(((CallRailConsumer) endpoint.createConsumer(exchange -> {})).getDelay())
                .isEqualTo(900_000);
        CallRailEndpoint inSeconds = context.getEndpoint(uri("calls", "timeUnit=SECONDS"), CallRailEndpoint.class);
        assertThat(((CallRailConsumer) inSeconds.createConsumer(exchange -> {})).getDelay())
                .isEqualTo(900);
        CallRailEndpoint written = context.getEndpoint(uri("calls", "delay=5m"), CallRailEndpoint.class);
        assertThat(((CallRailConsumer) written.createConsumer(exchange -> {})).getDelay())
                .isEqualTo(300_000);
    }

    @ParameterizedTest
    @CsvSource({"initialDelay=2h,UP", "startScheduler=false,UP", "initialDelay=30s,DOWN"})
    void healthIsUpBeforeAFarOffFirstPoll(String options, HealthCheck.State expected) throws Exception {
        context.route(uri("calls", options));
        context.start();

        CallRailConsumer consumer =
                (CallRailConsumer) context.getRoute("polled").getConsumer();

        assertThat(consumer.getHealthCheck()
                        .call(Map.of("check.kind", HealthCheck.Kind.READINESS))
                        .getState())
                .isEqualTo(expected);
    }

    @Test
    void healthTellsTheHttpStatusOfAFailedPoll() throws Exception {
        sandbox.faults().always(Fault.status(401, "{\"error\":\"HTTP Token: Access denied\"}"));
        CallRailConsumer consumer = context.consume(uri("calls", ""));
        consumer.setExceptionHandler(collecting(new ArrayList<>()));

        consumer.run();

        HealthCheck.Result result = consumer.getHealthCheck().call(Map.of("check.kind", HealthCheck.Kind.READINESS));
        assertThat(result.getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(result.getDetails()).containsEntry("http.response.code", 401);
        assertThat(result.getError()).isPresent().get().satisfies(error -> assertThat(
                        ((CallRailException) error).getKind())
                .isEqualTo(FailureKind.UNAUTHORIZED));
    }

    @Test
    void pollEnrichGetsTheWholeReportOrNull() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:enrich").pollEnrich(uri("calls", "pageSize=2"), 5000);
            }
        });

        assertThat(requested("direct:enrich", Map.of()).getMessage().getBody()).isNull();
        List<String> ids = calls(5);
        assertThat(ids(requested("direct:enrich", Map.of()).getMessage().getBody(CallRailRecords.class)))
                .containsExactlyElementsOf(ids);
        sandbox.data().remove("calls", ids.get(0));
        assertThat(ids(requested("direct:enrich", Map.of()).getMessage().getBody(CallRailRecords.class)))
                .containsExactlyElementsOf(ids.subList(1, 5));
    }

    private static ExceptionHandler collecting(List<Throwable> failures) {
        return new ExceptionHandler() {
            @Override
            public void handleException(Throwable exception) {
                failures.add(exception);
            }

            @Override
            public void handleException(String message, Throwable exception) {
                failures.add(exception);
            }

            @Override
            public void handleException(String message, Exchange exchange, Throwable exception) {
                failures.add(exception);
            }
        };
    }
}
