package io.github.camelcallrail.examples.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.component.zookeeper.cluster.ZooKeeperClusterService;
import org.apache.curator.test.TestingServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nodes that share accounts through a ZooKeeper; whoever comes first leads. */
@Timeout(90)
class ZooKeeperClusterTest {

    private static final int ACCOUNTS = 4;
    private static final Duration SESSION = Duration.ofSeconds(5);

    private final CallRailSandbox sandbox =
            CallRailSandbox.builder().accounts(ACCOUNTS).empty().start();
    private final Map<String, RunningNode> nodes = new HashMap<>();
    private TestingServer zooKeeper;
    private SharedDatabase database;
    private Records records;

    @BeforeEach
    void prepare() throws Exception {
        zooKeeper = new TestingServer();
        database = new SharedDatabase();
        records = new Records(sandbox, database);
    }

    @AfterEach
    void end() throws Exception {
        nodes.values().forEach(RunningNode::close);
        zooKeeper.close();
        database.close();
        sandbox.close();
    }

    @Test
    void theOtherNodeTakesOverWhenOneStops() throws Exception {
        addRecords();
        start("one");
        awaitRecords();
        start("two");

        nodes.remove("one").close();
        Instant stopped = Instant.now();
        await().atMost(SESSION).until(() -> nodes.get("two").accounts() == ACCOUNTS);
        assertThat(Duration.between(stopped, Instant.now())).isLessThan(SESSION);

        addRecords();
        awaitRecords();
        assertThat(records.again()).isEmpty();
        assertThat(records.byNode()).containsOnlyKeys("one", "two");
    }

    private void start(String name) {
        CamelConfiguration cluster = new CamelConfiguration() {
            @Override
            public void configure(CamelContext context) throws Exception {
                ZooKeeperClusterService service = new ZooKeeperClusterService();
                service.setId(name);
                service.setNodes(zooKeeper.getConnectString());
                service.setBasePath("/callrail");
                service.setSessionTimeout(SESSION.toMillis());
                context.addService(service);
            }
        };
        nodes.put(name, new RunningNode(name, cluster, sandbox, database, Map.of()));
    }

    private void addRecords() {
        sandbox.accountIds().forEach(account -> records.add(account, 5, Duration.ofMinutes(5)));
    }

    private void awaitRecords() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(records.arrived()).isEqualTo(records.inSandbox()));
    }
}
