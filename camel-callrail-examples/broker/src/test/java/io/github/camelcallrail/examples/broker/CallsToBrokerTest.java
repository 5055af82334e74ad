package io.github.camelcallrail.examples.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.main.Main;
import org.apache.camel.spi.RoutePolicyFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the unmodified routes between a sandbox with more calls than one page and a broker that rejects some messages.
 */
@Timeout(60)
class CallsToBrokerTest {

    private static final int CALLS = 300;

    @TempDir
    Path directory;

    private final ArrivedMessages arrivals = new ArrivedMessages();
    private final RefusingBroker refusals = new RefusingBroker();
    private CallRailSandbox sandbox;
    private EmbeddedActiveMQ broker;

    @BeforeEach
    void start() throws Exception {
        sandbox = CallRailSandbox.builder().empty().start();
        Instant now = Instant.now();
        sandbox.data().generate("calls", CALLS, now.minus(Duration.ofDays(2)), now.minus(Duration.ofHours(3)));
        broker = EmbeddedBroker.start(directory);
        broker.getActiveMQServer().registerBrokerPlugin(refusals);
    }

    @AfterEach
    void stop() throws Exception {
        broker.stop();
        sandbox.close();
    }

    @Test
    void everyCallArrivesOnceAsJsonUnderItsId() throws Exception {
        run(CALLS, CALLS, "15m");

        assertThat(arrivals.ids())
                .containsExactlyInAnyOrderElementsOf(sandbox.data().ids("calls"));
        assertThat(arrivals.idsInBodies()).isEqualTo(arrivals.ids());
        assertThat(arrivals.changes()).containsOnly("CREATED");
        assertThat(sandbox.journal().requests("calls")).hasSize(2);
    }

    @Test
    void whatTheBrokerRefusesComesAtTheNextPollAndNothingElse() throws Exception {
        List<String> ids = sandbox.data().ids("calls");
        Set<String> refused = Set.of(ids.get(0), ids.get(100), ids.get(260));
        refusals.refuseOnce(refused);

        run(CALLS + refused.size(), CALLS, "1s");

        assertThat(arrivals.ids()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(ids).allMatch(id -> refusals.attempts(id) == (refused.contains(id) ? 2 : 1));
        assertThat(arrivals.ids().subList(CALLS - refused.size(), CALLS)).containsExactlyInAnyOrderElementsOf(refused);
    }

    /** Runs the application until this many sends were attempted and this many messages have arrived. */
    private void run(int sent, int arrived, String delay) throws Exception {
        Main main = new Main();
        main.addOverrideProperty("example.api-key", sandbox.apiKey());
        main.addOverrideProperty("example.base-url", sandbox.baseUrl());
        main.addOverrideProperty("broker.url", EmbeddedBroker.URL);
        main.addOverrideProperty("broker.directory", directory.toString());
        main.addOverrideProperty("broker.delay", delay);
        RoutePolicyFactory watched = (context, route, node) -> "arrivals".equals(route) ? arrivals : null;
        main.bind("watched", watched);
        main.init();
        NotifyBuilder done = new NotifyBuilder(main.getCamelContext())
                .fromRoute("calls")
                .whenDone(sent)
                .and()
                .fromRoute("arrivals")
                .whenCompleted(arrived)
                .create();
        main.start();
        try {
            assertThat(done.matches(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            main.stop();
        }
    }
}
