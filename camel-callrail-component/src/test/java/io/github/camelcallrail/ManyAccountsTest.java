package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcallrail.agency.AgencyConsumer;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.SettableClock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;

/** More than a thousand accounts are polled by a few threads. */
class ManyAccountsTest {

    private static final int ACCOUNTS = 1050;
    private static final int THREADS = 4;

    @Test
    void everyAccountIsPolledByAFewThreads() throws Exception {
        SettableClock clock = new SettableClock(AgencyTesting.NOW);
        AtomicInteger exchanges = new AtomicInteger();
        try (CallRailSandbox sandbox = CallRailSandbox.builder()
                        .seed(3)
                        .clock(clock)
                        .accounts(ACCOUNTS)
                        .empty()
                        .start();
                CallRailContext context = new CallRailContext(sandbox, clock)) {
            Set<String> accounts = new HashSet<>(sandbox.accountIds());
            context.getRegistry().bind("state", new MemoryStateRepository());
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("callrail:calls?accountId=*&initialDelay=0&timeZone=America/New_York&repeatCount=1"
                                    + "&incremental=true&stateRepository=#state&concurrentAccounts=" + THREADS)
                            .routeId("agency")
                            .process(exchange -> exchanges.incrementAndGet());
                }
            });
            context.start();

            await().atMost(Duration.ofMinutes(1))
                    .until(() -> sandbox.journal().requests("calls").size() == ACCOUNTS);
            assertThat(sandbox.journal().requests("calls"))
                    .extracting(request -> request.path().split("/")[3])
                    .containsExactlyInAnyOrderElementsOf(accounts);
            AgencyConsumer consumer =
                    (AgencyConsumer) context.getRoute("agency").getConsumer();
            assertThat(consumer.getSources()).isEqualTo(ACCOUNTS);
            assertThat(consumer.getFailingSources()).isEmpty();
            assertThat(threads("CallRailPolls")).hasSizeLessThanOrEqualTo(THREADS);
        }
    }

    private static Set<String> threads(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(thread -> thread.contains(name))
                .collect(Collectors.toSet());
    }
}
