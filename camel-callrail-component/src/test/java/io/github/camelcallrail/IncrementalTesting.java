package io.github.camelcallrail;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.ExceptionHandler;
import org.junit.jupiter.api.BeforeEach;

/** A test of an incremental consumer, whose state outlives the contexts that the test starts. */
abstract class IncrementalTesting extends SandboxTest {

    final RecordingStateRepository state = new RecordingStateRepository();
    final List<String> sent = new ArrayList<>();
    final List<Exchange> exchanges = new ArrayList<>();
    final Set<String> failing = new HashSet<>();
    CallRailConsumer consumer;
    /** After so many exchanges of a poll the consumer is stopped, as by somebody else. */
    int stopAfter = -1;

    private int askedBefore;

    @BeforeEach
    void bindState() {
        context.getRegistry().bind("state", state);
    }

    /** Starts a consumer whose route fails for the records in {@link #failing}. */
    CallRailConsumer incremental(String report, String options) throws Exception {
        String dates = options.contains("timeZone=") ? "" : "&timeZone=America/New_York";
        boolean dated = List.of("calls", "form-submissions", "conversations", "sms-threads")
                .contains(report);
        return start("callrail:" + report + "?accountId=" + account() + "&incremental=true"
                + (options.contains("stateDirectory") ? "" : "&stateRepository=#state") + (dated ? dates : "")
                + (options.isEmpty() ? "" : "&" + options));
    }

    CallRailConsumer start(String uri) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri + "&startScheduler=false").routeId("incremental").process(exchange -> receive(exchange));
            }
        });
        context.start();
        consumer = (CallRailConsumer) context.getRoute("incremental").getConsumer();
        consumer.setExceptionHandler(new Quiet());
        return consumer;
    }

    private void receive(Exchange exchange) {
        exchanges.add(exchange.copy());
        String id = exchange.getMessage().getHeader(CallRailConstants.RECORD_ID, String.class);
        sent.add(id);
        if (sent.size() == stopAfter) {
            stopRoute();
        }
        if (failing.contains(id)) {
            throw new IllegalStateException("told to fail");
        }
    }

    /** Lets somebody else stop the route, and waits until the consumer knows. */
    void stopRoute() {
        Thread other = new Thread(() -> {
            try {
                context.getRouteController().stopRoute("incremental");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        other.start();
        await().until(() -> !consumer.isBatchAllowed());
    }

    /** What one poll sends: ids in their order. */
    List<String> poll() throws Exception {
        sent.clear();
        exchanges.clear();
        state.written.clear();
        askedBefore = super.requests().size();
        consumer.poll();
        return new ArrayList<>(sent);
    }

    List<String> pollAfter(Duration pause) throws Exception {
        CLOCK.advance(pause);
        return poll();
    }

    /** A new context, as after the end of a process, with what was saved. */
    CallRailConsumer restart(String report, String options) throws Exception {
        context.close();
        context = new CallRailContext(sandbox, CLOCK);
        bindState();
        return incremental(report, options);
    }

    /** Each exchange of the latest poll with the reason why it was sent. */
    List<String> changes() {
        return exchanges.stream()
                .map(exchange -> exchange.getMessage().getHeader(CallRailConstants.CHANGE) + " "
                        + exchange.getMessage().getHeader(CallRailConstants.RECORD_ID))
                .toList();
    }

    String call(Instant time) {
        return sandbox.data().add("calls", Map.of("start_time", time));
    }

    /** The requests of the latest poll. */
    @Override
    List<String> requests() {
        List<String> all = super.requests();
        return all.subList(askedBefore, all.size());
    }

    /** The dates of each request of the latest poll, from and to. */
    List<String> windows() {
        return requests().stream()
                .map(line -> line.replaceAll(".*start_date=([^&]*)&end_date=([^&]*).*", "$1 $2"))
                .toList();
    }

    static final class Quiet implements ExceptionHandler {
        @Override
        public void handleException(Throwable exception) {
            // Told to fail.
        }

        @Override
        public void handleException(String message, Throwable exception) {
            // Told to fail.
        }

        @Override
        public void handleException(String message, Exchange exchange, Throwable failure) {
            // Told to fail.
        }
    }
}
