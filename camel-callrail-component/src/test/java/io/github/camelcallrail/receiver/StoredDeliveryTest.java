package io.github.camelcallrail.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelcallrail.checkpoint.JdbcStateRepository;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.monitor.EventCounts;
import io.github.camelcallrail.state.EventState;
import io.github.camelcallrail.state.StatesInUse;
import io.github.camelcallrail.webhook.EventKind;
import io.github.camelcallrail.webhook.ReceivedEvent;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.apache.camel.impl.DefaultCamelContext;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoredDeliveryTest {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final JdbcDataSource database = new JdbcDataSource();
    private volatile boolean down;
    private final List<String> processed = new CopyOnWriteArrayList<>();
    private EventState state;
    private StoredDelivery delivery;

    @BeforeEach
    void create() {
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        state = new EventState(new JdbcStateRepository(unreliable()), "events", "database", new StatesInUse());
        context.start();
        delivery = new StoredDelivery(
                context.getEndpoint("direct:events"),
                exchange -> processed.add(exchange.getMessage().getBody(String.class)),
                (message, received, event) -> message.setBody(event.recordId().orElseThrow()),
                new EventCounts(),
                Clock.systemUTC(),
                state,
                10,
                1);
    }

    @AfterEach
    void stop() {
        delivery.stop();
        context.stop();
    }

    /** The database, which a test takes away and gives back. */
    private DataSource unreliable() {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (down) {
                        throw new SQLException("database away");
                    }
                    return method.invoke(database, arguments);
                });
    }

    private void receive(String id) {
        byte[] body = ("{\"resource_id\":\"" + id + "\"}").getBytes(StandardCharsets.UTF_8);
        ReceivedEvent received = new ReceivedEvent(
                EventKind.POST_CALL,
                Optional.of("COM1"),
                "application/json",
                body,
                Clock.systemUTC().instant());
        delivery.sink(null).accept(received, received.read());
    }

    private void awaitProcessed(String... ids) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(processed).containsExactly(ids));
    }

    @Test
    void aTableThatCouldNotBeCreatedAtTheStartIsCreatedLater() {
        down = true;
        delivery.start();
        assertThatThrownBy(() -> receive("CAL1"))
                .isInstanceOf(CallRailFailure.class)
                .hasMessageContaining("The storage of events cannot be opened");
        down = false;

        receive("CAL2");

        awaitProcessed("CAL2");
    }

    @Test
    void isReadyAgainWithoutAnEventOnceTheDatabaseIsBack() {
        delivery.start();
        assertThat(delivery.storing()).isTrue();
        down = true;
        assertThatThrownBy(() -> receive("CAL1")).isInstanceOf(CallRailFailure.class);
        assertThat(delivery.storing()).isFalse();

        down = false;

        assertThat(delivery.storing()).isTrue();
        receive("CAL2");
        awaitProcessed("CAL2");
    }

    @Test
    void aRestartThatIsRefusedDoesNotReleaseThePlaceOfAnother() {
        delivery.start();
        delivery.stop();
        state.claim();

        assertThatThrownBy(delivery::start).isInstanceOf(CallRailFailure.class);
        delivery.stop();

        assertThatThrownBy(state::claim).isInstanceOf(CallRailFailure.class);
    }
}
