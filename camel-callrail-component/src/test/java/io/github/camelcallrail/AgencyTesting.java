package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcallrail.agency.AgencyConsumer;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.CallRailSandboxExtension;
import io.github.camelcallrail.sandbox.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A test of consumers that poll several accounts: three of a sandbox, each with three companies in New York. */
abstract class AgencyTesting {

    static final Instant NOW = Instant.parse("2026-03-15T16:30:20Z");
    static final SettableClock CLOCK = new SettableClock(NOW);

    @RegisterExtension
    static final CallRailSandboxExtension SANDBOX = CallRailSandboxExtension.of(
            CallRailSandbox.builder().seed(11).clock(CLOCK).accounts(3).empty());

    final RecordingStateRepository state = new RecordingStateRepository();
    final List<Exchange> received = Collections.synchronizedList(new ArrayList<>());
    final List<String> reported = Collections.synchronizedList(new ArrayList<>());
    CallRailSandbox sandbox;
    CallRailContext context;

    @BeforeEach
    void startContext() {
        CLOCK.set(NOW);
        sandbox = SANDBOX.sandbox();
        context = context();
    }

    @AfterEach
    void stopContext() {
        context.close();
    }

    CallRailContext context() {
        CallRailContext created = new CallRailContext(sandbox, CLOCK);
        created.getRegistry().bind("state", state);
        return created;
    }

    /** Polls a report of several accounts. */
    AgencyConsumer agency(String report, String options) throws Exception {
        route(report, options);
        return (AgencyConsumer) context.getRoute("agency").getConsumer();
    }

    /** Starts a route that polls a report often. */
    void route(String report, String options) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("callrail:" + report + "?initialDelay=0&delay=100&" + options)
                        .routeId("agency")
                        .process(exchange -> received.add(exchange.copy()));
            }
        });
        context.start();
    }

    String account(int number) {
        return sandbox.accountIds().get(number);
    }

    String call(int account, Duration ago) {
        return sandbox.data()
                .add(
                        account(account),
                        "calls",
                        Map.of("start_time", CLOCK.instant().minus(ago)));
    }

    /** Waits until these records have come, in any order, and no others. */
    void awaitReceived(String... records) {
        await().untilAsserted(() -> assertThat(received()).containsExactlyInAnyOrder(records));
    }

    /** What has come: account, company if there is one, and record. */
    List<String> received() {
        synchronized (received) {
            return received.stream().map(AgencyTesting::described).toList();
        }
    }

    static String described(Exchange exchange) {
        Message message = exchange.getMessage();
        String company = message.getHeader(CallRailConstants.SOURCE_COMPANY_ID, String.class);
        return message.getHeader(CallRailConstants.SOURCE_ACCOUNT_ID) + " " + (company == null ? "" : company + " ")
                + message.getHeader(CallRailConstants.RECORD_ID);
    }

    long requestsTo(String path) {
        return sandbox.journal().lines().stream()
                .filter(line -> line.contains(path))
                .count();
    }
}
