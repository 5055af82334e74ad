package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelcallrail.checkpoint.JdbcStateRepository;
import io.github.camelcallrail.sandbox.WebhookDelivery;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user may rely on when received events are stored. */
class EventsStoredTest extends EventsTesting {

    @TempDir
    Path directory;

    private final CountDownLatch released = new CountDownLatch(1);
    private boolean slow;

    private String state() {
        return "&stateDirectory=" + directory;
    }

    private String call() {
        return sandbox.data().add("calls", Map.of("company_id", company(), "direction", "inbound", "duration", 9));
    }

    @Override
    void process(Exchange exchange) {
        if (slow) {
            await().atMost(Duration.ofMinutes(1)).until(() -> released.getCount() == 0);
        }
        super.process(exchange);
    }

    private List<WebhookDelivery> delivered() {
        assertThat(sandbox.webhooks().awaitIdle(ENOUGH)).isTrue();
        return sandbox.webhooks().deliveries();
    }

    @Test
    void theAnswerDoesNotWaitForTheRoute() throws Exception {
        slow = true;
        receive("events=post-call" + state());

        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ids.add(call());
        }

        assertThat(delivered()).hasSize(20).allSatisfy(delivery -> {
            assertThat(delivery.status()).isEqualTo(200);
            assertThat(delivery.took()).isLessThan(Duration.ofSeconds(5));
        });
        assertThat(received).isEmpty();
        released.countDown();
        assertThat(recordIds(arrived(20))).containsExactlyElementsOf(ids);
    }

    @Test
    void anEventComesAgainUntilTheRouteSucceeds() throws Exception {
        failures.set(2);
        receive("events=post-call" + state());

        String id = call();

        assertThat(recordIds(arrived(3))).containsExactly(id, id, id);
        assertThat(delivered()).extracting(WebhookDelivery::status).containsExactly(200);
        await().atMost(ENOUGH).until(this::isEmpty);
    }

    @Test
    void anEventThatFailsDoesNotHoldUpOthersButItsOwnRecord() throws Exception {
        String first = call();
        receive("events=post-call,call-modified" + state());
        failures.set(1);
        sandbox.webhooks().send("post-call", first);
        arrived(1);
        sandbox.data().edit("calls", first, Map.of("note", "call back"));
        delivered();
        String second = call();

        assertThat(recordIds(arrived(4))).containsExactly(first, second, first, first);
        assertThat(received)
                .extracting(exchange -> exchange.getMessage().getHeader(CallRailConstants.EVENT))
                .containsExactly("post-call", "post-call", "post-call", "call-modified");
    }

    @Test
    void whatIsStoredOutlivesTheContext() throws Exception {
        failures.set(1_000);
        receive("events=post-call" + state());
        String id = call();
        arrived(1);
        context.close();
        received.clear();
        failures.set(0);
        context = new CallRailContext(sandbox, CLOCK);
        serve();

        receive("events=post-call" + state());

        assertThat(recordIds(arrived(1))).containsExactly(id);
    }

    @Test
    // A route that starts later needs a camel-webhook of the same version as Camel.
    @Tag("needs-4.18-artifacts")
    void aRouteThatIsStoppedAndStartedGoesOn() throws Exception {
        failures.set(1_000);
        receive("events=post-call" + state());
        String id = call();
        arrived(1);
        context.getRouteController().stopRoute("events");
        received.clear();
        failures.set(0);

        context.getRouteController().startRoute("events");

        assertThat(recordIds(arrived(1))).containsExactly(id);
    }

    @Test
    void aDatabaseKeepsThemToo() throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:events;DB_CLOSE_DELAY=-1");
        context.getRegistry().bind("state", new JdbcStateRepository(database));
        receive("events=post-call&stateRepository=#state&concurrentEvents=4");

        String id = call();

        assertThat(recordIds(arrived(1))).containsExactly(id);
    }

    @Test
    void tooManyAreRejected() throws Exception {
        slow = true;
        receive("events=post-call&maxPendingEvents=2" + state());

        call();
        call();
        call();

        assertThat(delivered()).extracting(WebhookDelivery::status).containsExactly(200, 200, 503);
        released.countDown();
        arrived(2);
    }

    @Test
    // A route that starts later needs a camel-webhook of the same version as Camel.
    @Tag("needs-4.18-artifacts")
    void twoRoutesCannotShareAPlace() throws Exception {
        receive("events=post-call" + state());

        assertThatThrownBy(() -> context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("webhook:callrail:events?webhookPath=/other&events=call-modified&companyId=" + company()
                                        + "&accountId=" + account() + "&webhookExternalUrl=" + external() + state())
                                .to("mock:other");
                    }
                }))
                .isInstanceOf(CallRailException.class)
                .hasMessageContaining("Option 'stateKey' cannot be 'events'");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRouteThatWasNotStartedCanBeStopped(boolean stored) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("webhook:callrail:events?webhookPath=/hooks&webhookAutoRegister=false&companyId=" + company()
                                + "&accountId=" + account() + (stored ? state() : ""))
                        .routeId("events")
                        .autoStartup(false)
                        .to("mock:events");
            }
        });
        context.start();

        assertThatCode(() -> context.getRoute("events").getConsumer().stop()).doesNotThrowAnyException();
    }

    @Test
    void aRepositoryThatCannotListIsRejected() {
        context.getRegistry().bind("state", new MemoryStateRepository());

        assertThatThrownBy(() -> receive("stateRepository=#state"))
                .rootCause()
                .hasMessageContaining("Option 'stateRepository' is a MemoryStateRepository, which cannot list");
    }

    private boolean isEmpty() throws Exception {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.toString())
                    .noneMatch(name -> name.contains("pending"));
        }
    }
}
