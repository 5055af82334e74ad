package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.sandbox.Fault;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.SplitDefinition;
import org.apache.camel.util.IOHelper;
import org.apache.camel.util.concurrent.SynchronousExecutorService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams that nobody reads to their end: 45 calls in pages of ten, down to the requests. */
class AbandonedStreamTest extends SandboxTest {

    private static final String STREAM = "pageSize=10&outputType=stream&readAhead=0";

    private final List<Object> read = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private Object stream;

    @BeforeEach
    void addCalls() {
        calls(45);
    }

    private interface Body {
        void configure(RouteBuilder routes, ProcessorDefinition<?> stream);
    }

    /** Sends one message to a route that begins with the stream. */
    private Exchange sent(String options, Body body) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                body.configure(
                        this, from("direct:start").to(uri("calls", options)).process(this::keep));
            }

            private void keep(Exchange exchange) {
                stream = exchange.getMessage().getBody();
            }
        });
        return context.request("direct:start");
    }

    private void failAfter(int records, Exchange exchange) {
        read.add(exchange.getMessage().getBody());
        if (read.size() > records) {
            throw new IllegalStateException("the sink is away");
        }
    }

    private void asksNoMore(int requests) {
        assertThat(sandbox.journal().lines()).hasSize(requests);
    }

    static Stream<Arguments> waysToStop() {
        return Stream.of(
                way("stopOnException", split -> split.stopOnException()),
                // In its own threads, Camel may take the second record before the first has failed.
                way("parallelProcessing", split -> split.parallelProcessing()
                        .executorService(new SynchronousExecutorService())
                        .stopOnException()),
                way("shareUnitOfWork", split -> split.shareUnitOfWork().stopOnException()),
                way(
                        "an aggregation strategy that fails",
                        split -> split.aggregationStrategy((old, now) -> {
                            throw new IllegalStateException("cannot add up");
                        })));
    }

    private static Arguments way(String name, UnaryOperator<SplitDefinition> way) {
        return Arguments.of(name, way);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("waysToStop")
    void aSplitThatStopsAtTheFirstRecordAsksForNothingMore(String name, UnaryOperator<SplitDefinition> way)
            throws Exception {
        Exchange exchange = sent(
                STREAM, (routes, route) -> way.apply(route.split(routes.body()).streaming())
                        .process(each -> failAfter(0, each)));

        assertThat(exchange.getException()).hasStackTraceContaining("IllegalStateException");
        assertThat(read).hasSize(1);
        asksNoMore(1);
        assertThatThrownBy(() -> ((Iterator<?>) stream).hasNext())
                .isInstanceOfSatisfying(CallRailException.class, failure -> assertThat(failure.getKind())
                        .isEqualTo(FailureKind.INCOMPLETE));
        asksNoMore(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 10, 11, 25, 44})
    void aSplitThatStopsAsksForNoPageBehindTheOneInHand(int record) throws Exception {
        sent(STREAM, (routes, route) -> route.split(routes.body())
                .streaming()
                .stopOnException()
                .process(each -> failAfter(record, each)));

        // Camel looks one record ahead, so that the last of a page brings the next.
        asksNoMore(Math.min(5, (record + 1) / 10 + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"readAhead=1", "readAhead=4", "parallelRequests=4", "readAhead=3&parallelRequests=4"})
    void whatIsFetchedAheadStopsAsWell(String options) throws Exception {
        CountDownLatch inTheMiddle = new CountDownLatch(1);
        sandbox.faults().afterRequest(2, inTheMiddle::countDown);

        sent(
                "pageSize=10&outputType=stream&" + options,
                (routes, route) ->
                        route.split(routes.body()).streaming().stopOnException().process(each -> failAfter(0, each)));
        // Otherwise a request could arrive during the next test.
        await().until(AbandonedStreamTest::nothingIsBeingFetched);
        int asked = sandbox.journal().lines().size();

        assertThat(asked).isBetween(1, 6);
        assertThatThrownBy(() -> ((Iterator<?>) stream).next()).isInstanceOf(CallRailException.class);
    }

    private static boolean nothingIsBeingFetched() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().contains("CallRailFetching"))
                .flatMap(thread -> Arrays.stream(thread.getValue()))
                .noneMatch(frame -> frame.getClassName().startsWith("io.github.camelcallrail.client"));
    }

    @Test
    void aStopInTheSplitEndsIt() throws Exception {
        sent(STREAM, (routes, route) -> route.split(routes.body())
                .streaming()
                .stopOnException()
                .process(each -> read.add(each.getMessage().getBody()))
                .stop());

        assertThat(read).hasSize(1);
        asksNoMore(1);
    }

    @Test
    void aFailureThatIsHandledInTheSplitEndsIt() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(IllegalStateException.class).handled(true);
                from("direct:handled")
                        .to(uri("calls", STREAM))
                        .split(body())
                        .streaming()
                        .stopOnException()
                        .process(each -> failAfter(0, each));
            }
        });

        assertThat(context.request("direct:handled").getException()).isNull();
        assertThat(read).hasSize(1);
        asksNoMore(1);
    }

    @Test
    void aTransactedSplitEndsIt() throws Exception {
        sent(STREAM, (routes, route) -> route.process(
                        exchange -> exchange.getExchangeExtension().setTransacted(true))
                .split(routes.body())
                .streaming()
                .stopOnException()
                .process(each -> failAfter(0, each)));

        assertThat(read).hasSize(1);
        asksNoMore(1);
    }

    @Test
    void aSplitThatTakesTooLongEndsIt() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        sent(STREAM, (routes, route) -> route.split(routes.body())
                .streaming()
                .parallelProcessing()
                .executorService(threads)
                .timeout(1)
                .process(each -> {
                    read.add(each.getMessage().getBody());
                    over.await();
                })
                .end()
                .process(exchange -> over.countDown()));
        // Otherwise a request could arrive during the next test.
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

        // Each of Camel's threads may have one, and one thread may wait for the second page when the time is over.
        assertThat(read).hasSizeLessThan(45);
        assertThat(sandbox.journal().lines()).hasSizeBetween(1, 2);
    }

    @Test
    void aStreamThatEnrichesAnotherMessageEndsWithTheSplitOfThat() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:enriched")
                        .enrich(uri("calls", STREAM))
                        .split(body())
                        .streaming()
                        .stopOnException()
                        .process(each -> failAfter(0, each));
            }
        });
        context.request("direct:enriched");

        assertThat(read).hasSize(1);
        asksNoMore(1);
    }

    @Test
    void groupsOfRecordsEndAsWell() throws Exception {
        sent(STREAM, (routes, route) -> route.split(routes.simple("${collate(3)}"))
                .streaming()
                .stopOnException()
                .process(each -> failAfter(0, each)));

        assertThat(read).hasSize(1);
        asksNoMore(1);
    }

    @Test
    void whoCatchesTheFailureOfASplitDoesNotGetAShorterReport() throws Exception {
        Exchange exchange = sent(STREAM, (routes, route) -> route.doTry()
                .split(routes.body())
                .streaming()
                .stopOnException()
                .process(each -> failAfter(11, each))
                .end()
                .endDoTry()
                .doCatch(Exception.class)
                .split(routes.body())
                .streaming()
                .process(each -> read.add("again"))
                .end()
                .end());

        assertThat(read).hasSize(12).doesNotContain("again");
        asksNoMore(2);
        assertThat(exchange.getException(CallRailException.class))
                .hasMessage("The stream of report 'calls' was abandoned on page 2, so what was read is not the whole"
                        + " report. Read the report again.");
    }

    @Test
    void aFailedExchangeEndsAStreamThatNobodyHasBegunToRead() throws Exception {
        sent(
                STREAM,
                (routes, route) -> route.process(exchange -> {
                    throw new IllegalStateException("something else");
                }));

        assertThatThrownBy(() -> ((Iterator<?>) stream).hasNext())
                .isInstanceOf(CallRailException.class)
                .hasCauseInstanceOf(IllegalStateException.class);
        asksNoMore(1);
    }

    @Test
    void aStreamThatNobodyReadsCostsItsFirstPage() throws Exception {
        sent(STREAM, (routes, route) -> route.log("done"));

        asksNoMore(1);
    }

    @Test
    void anExchangeThatIsDoneLeavesTheStreamToWhoeverHoldsIt() throws Exception {
        sent(STREAM, (routes, route) -> {
            route.wireTap("direct:tap");
            routes.from("direct:tap").process(copy -> over.await());
        });
        Iterator<?> records = (Iterator<?>) stream;
        records.forEachRemaining(read::add);

        assertThat(read).hasSize(45);
        asksNoMore(5);
        over.countDown();
    }

    @Test
    void aTappedCopyFailsWhenTheExchangeThatAskedHasFailed() throws Exception {
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        CountDownLatch tapped = new CountDownLatch(1);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:tap").process(copy -> {
                    over.await();
                    try {
                        ((Iterator<?>) copy.getMessage().getBody()).forEachRemaining(read::add);
                    } catch (RuntimeException e) {
                        failures.add(e);
                    }
                    tapped.countDown();
                });
            }
        });
        sent(STREAM, (routes, route) -> route.wireTap("direct:tap").process(exchange -> {
            throw new IllegalStateException("something else");
        }));
        over.countDown();
        tapped.await();

        assertThat(read).isEmpty();
        assertThat(failures).hasSize(1).first().isInstanceOf(CallRailException.class);
        asksNoMore(1);
    }

    @Test
    void asOftenAsALoopReadsItAStreamIsReadOnce() throws Exception {
        Exchange exchange = sent(STREAM, (routes, route) -> route.loop(2)
                .split(routes.body())
                .streaming()
                .process(each -> read.add(each.getMessage().getBody()))
                .end()
                .end());

        assertThat(read).hasSize(45);
        asksNoMore(5);
        assertThat(exchange.getException(CallRailException.class).getKind()).isEqualTo(FailureKind.CONFIGURATION);
        assertThat(exchange.getException())
                .hasMessage("The stream of report 'calls' was read before and can be read only once. Leave option"
                        + " 'outputType' out for a list, which can be read again, or read the report again.");
    }

    @Test
    void theSecondReaderOfAMulticastDoesNotGetAnEmptyReport() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:one").split(body()).streaming().process(each -> read.add("one"));
                from("direct:other").split(body()).streaming().process(each -> read.add("other"));
            }
        });
        Exchange exchange = sent(
                STREAM, (routes, route) -> route.multicast().stopOnException().to("direct:one", "direct:other"));

        assertThat(read).hasSize(45).containsOnly("one");
        assertThat(exchange.getException()).hasStackTraceContaining("was read before and can be read only once");
    }

    @Test
    void aPageThatIsTooEarlyIsNotAskedForAgainByASplitThatFails() throws Exception {
        sandbox.faults().onRequest(3, Fault.status(429, "{}", Map.of("Retry-After", "5")));

        Exchange exchange = sent(STREAM, (routes, route) -> route.split(routes.body())
                .streaming()
                .process(each -> read.add(each.getMessage().getBody())));

        assertThat(exchange.getException(CallRailException.class).getKind()).isEqualTo(FailureKind.RATE_LIMITED);
        asksNoMore(3);
    }

    @Test
    void aStreamThatIsClosedIsNotReadOn() throws Exception {
        sent(STREAM, (routes, route) -> route.log("done"));
        ((Iterator<?>) stream).next();
        IOHelper.closeIterator(stream);

        assertThatThrownBy(() -> ((Iterator<?>) stream).next())
                .isInstanceOf(CallRailException.class)
                .hasMessageContaining("was abandoned on page 1,");
        asksNoMore(1);
    }
}
