package io.github.camelcallrail.examples.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nodes that share forty accounts through the leases of an API server like that of Kubernetes. */
@Timeout(180)
class KubernetesClusterTest {

    private static final int ACCOUNTS = 40;
    private static final int MOST = 16;
    private static final int PAGE = 10;
    private static final Duration LEASE = Duration.ofSeconds(4);

    /** As short as a busy machine allows. */
    private static final Map<String, String> TIMES = Map.of(
            "cluster.lease-duration",
            LEASE.toMillis() + "ms",
            "cluster.renew-deadline",
            LEASE.toMillis() * 3 / 4 + "ms",
            "cluster.retry-period",
            "1s",
            "cluster.balance-period",
            "300ms",
            "agency.page-size",
            String.valueOf(PAGE));

    private final CallRailSandbox sandbox =
            CallRailSandbox.builder().accounts(ACCOUNTS).empty().start();
    private final ApiServer kubernetes = new ApiServer();
    private final Map<String, RunningNode> nodes = new HashMap<>();
    private final List<RunningNode> started = new ArrayList<>();
    private SharedDatabase database;
    private Records records;

    @BeforeEach
    void prepare() throws Exception {
        database = new SharedDatabase();
        records = new Records(sandbox, database);
    }

    @AfterEach
    void end() {
        started.forEach(RunningNode::close);
        kubernetes.close();
        database.close();
        sandbox.close();
    }

    @Test
    void theAccountsAreBalancedAndTakenOver() throws Exception {
        sandbox.accountIds().forEach(account -> addRecords(account, 3));
        List.of("one", "two", "three").forEach(this::start);
        awaitBalance();
        start("four");
        awaitBalance();
        awaitRecords(Duration.ofMinutes(1));
        assertThat(records.again()).as("nobody was killed").isEmpty();

        List<String> accounts = accountsOf("two");
        accounts.forEach(account -> addRecords(account, 2 * PAGE));
        kill("two");
        awaitRecords(LEASE.multipliedBy(3));
        awaitBalance();
        assertThat(records.again()).allSatisfy((where, again) -> {
            assertThat(again).isLessThanOrEqualTo(PAGE);
            assertThat(accounts).contains(where.split(" ")[0]);
        });
        assertThat(kubernetes.used()).containsExactlyInAnyOrderElementsOf(ManifestTest.PERMISSIONS);
    }

    private void start(String name) {
        kubernetes.addPod(name);
        Map<String, String> properties = new HashMap<>(TIMES);
        properties.putAll(kubernetes.properties());
        RunningNode node = new RunningNode(name, new ClusterChoice(), sandbox, database, properties);
        started.add(node);
        nodes.put(name, node);
    }

    private void kill(String name) {
        nodes.remove(name).cutOff();
        kubernetes.deletePod(name);
    }

    private void addRecords(String account, int each) {
        records.add(account, each, Duration.ofMinutes(5));
    }

    /** Waits until every account is polled, and none of the nodes polls much more or less than its share. */
    private void awaitBalance() {
        int share = ACCOUNTS / nodes.size();
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            assertThat(shares()).allSatisfy(accounts -> assertThat(accounts).isBetween(share - 1, share + 1));
            assertThat(shares().stream().mapToInt(accounts -> accounts).sum()).isEqualTo(ACCOUNTS);
        });
        assertThat(shares()).allMatch(accounts -> accounts <= MOST);
    }

    private List<Integer> shares() {
        return nodes.values().stream().map(RunningNode::accounts).toList();
    }

    private void awaitRecords(Duration most) {
        await().atMost(most).untilAsserted(() -> assertThat(records.arrived()).isEqualTo(records.inSandbox()));
    }

    private List<String> accountsOf(String node) {
        Map<String, String> holders = kubernetes.holders();
        return sandbox.accountIds().stream()
                .filter(account -> node.equals(holders.get(lease(account))))
                .toList();
    }

    private static String lease(String account) {
        return "callrail-agency-" + account.toLowerCase(Locale.ROOT);
    }
}
