package io.github.camelcallrail.examples.cluster;

import static java.util.stream.Collectors.toSet;

import io.github.camelcallrail.examples.cluster.SharedDatabase.Arrival;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * Two to five nodes in their own processes share forty accounts for some minutes, while nodes are killed and join;
 * prints whether the cluster kept its promises. Not run by the build; README.adoc has the command.
 */
public final class Endurance {

    private static final int ACCOUNTS = 40;
    private static final int PAGE = 50;
    private static final Duration LEASE = Duration.ofSeconds(6);
    private static final Path DIRECTORY = Path.of("target", "endurance");

    private final Random random = new Random(7);
    private final CallRailSandbox sandbox =
            CallRailSandbox.builder().accounts(ACCOUNTS).empty().start();
    private final ApiServer kubernetes = new ApiServer();
    private final SharedDatabase database = new SharedDatabase();
    private final Records records = new Records(sandbox, database);
    private final List<Duration> takeovers = new ArrayList<>();
    private final Map<Integer, Integer> mostLed = new TreeMap<>();
    private final Nodes nodes;
    private int kills;
    private int joins;
    private int started;
    private int mostAgain;
    private int againWithoutKill;
    private int again;

    private Endurance() throws Exception {
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put("CALLRAIL_API_KEY", sandbox.apiKey());
        environment.put("CALLRAIL_BASE_URL", sandbox.baseUrl());
        Map<String, String> properties = new HashMap<>(kubernetes.properties());
        properties.put("camel.management.enabled", "false");
        properties.put("agency.page-size", String.valueOf(PAGE));
        properties.put("agency.delay", "15s");
        properties.put("cluster.lease-duration", LEASE.toMillis() + "ms");
        properties.put("cluster.renew-deadline", "4s");
        properties.put("cluster.retry-period", "1s");
        properties.put("cluster.balance-period", "1s");
        nodes = new Nodes(JavaArguments.write(DIRECTORY), environment, properties, Endurance::print);
    }

    /** Takes the number of minutes from the system property {@code endurance.minutes}. */
    public static void main(String[] args) throws Exception {
        new Endurance().run(Duration.ofMinutes(Integer.getInteger("endurance.minutes", 5)));
        System.exit(0);
    }

    private static void print(String node, String line) {
        if (line.contains("ERROR") || line.contains("Another process")) {
            System.out.println(node + "  " + line);
        }
    }

    private void run(Duration length) throws Exception {
        Runtime.getRuntime().addShutdownHook(new Thread(nodes::close));
        Instant end = Instant.now().plus(length);
        for (int node = 0; node < 3; node++) {
            join();
        }
        settle();
        while (Instant.now().isBefore(end)) {
            if (nodes.names().size() < 5 && (nodes.names().size() < 3 || random.nextBoolean())) {
                join();
                joins++;
            } else {
                kill();
            }
            settle();
        }
        report();
    }

    private void join() throws Exception {
        String name = "node-" + ++started;
        nodes.start(name);
        kubernetes.addPod(name);
    }

    /** Kills a node in the middle of reading many records, and measures how long its accounts wait for another. */
    private void kill() throws Exception {
        String name = nodes.names().get(random.nextInt(nodes.names().size()));
        Set<String> accounts = accountsOf(name);
        Map<String, Integer> before = records.again();
        int arrived = records.arrived().size();
        accounts.forEach(account -> records.add(account, 3 * PAGE, Duration.ofMinutes(10)));
        await(() -> records.arrived().size() > arrived);
        TimeUnit.MILLISECONDS.sleep(random.nextInt(500));
        nodes.kill(name);
        Instant killed = Instant.now();
        kubernetes.deletePod(name);
        kills++;
        Set<String> markers = new HashSet<>();
        accounts.forEach(account -> markers.add(account + " "
                + sandbox.data()
                        .add(
                                account,
                                "calls",
                                Map.of("start_time", Instant.now().minusSeconds(120)))));
        await(() -> records.arrived().containsAll(markers));
        takeovers.add(Duration.between(killed, Instant.now()));
        await(() -> records.arrived().equals(records.inSandbox()));
        for (Map.Entry<String, Integer> now : records.again().entrySet()) {
            int more = now.getValue() - before.getOrDefault(now.getKey(), 0);
            again += more;
            mostAgain = Math.max(mostAgain, more);
            if (more > 0 && !accounts.contains(now.getKey().split(" ")[0])) {
                againWithoutKill += more;
            }
        }
    }

    /** Waits until no lease has changed hands for two lease durations, while records arrive. */
    private void settle() throws Exception {
        Map<String, Integer> before = records.again();
        sandbox.accountIds().forEach(account -> records.add(account, random.nextInt(5), Duration.ofMinutes(10)));
        Instant[] since = {Instant.now()};
        List<Map<String, String>> last = new ArrayList<>(List.of(Map.of()));
        await(() -> {
            Map<String, String> holders = kubernetes.holders();
            if (!holders.equals(last.get(0)) || !Set.copyOf(nodes.names()).containsAll(holders.values())) {
                last.set(0, holders);
                since[0] = Instant.now();
            }
            return holders.size() == ACCOUNTS
                    && since[0].plus(LEASE.multipliedBy(2)).isBefore(Instant.now());
        });
        await(() -> records.arrived().equals(records.inSandbox()));
        Map<String, Integer> led = new TreeMap<>();
        last.get(0).values().forEach(node -> led.merge(node, 1, Integer::sum));
        mostLed.merge(nodes.names().size(), Collections.max(led.values()), Math::max);
        int more = total(records.again()) - total(before);
        againWithoutKill += more;
        System.out.println(
                Instant.now() + " settled " + led + ", " + records.arrived().size() + " records");
    }

    private static int total(Map<String, Integer> again) {
        return again.values().stream().mapToInt(Integer::intValue).sum();
    }

    private Set<String> accountsOf(String node) {
        Map<String, String> holders = kubernetes.holders();
        return sandbox.accountIds().stream()
                .filter(account -> node.equals(holders.get("callrail-agency-" + account.toLowerCase(Locale.ROOT))))
                .collect(toSet());
    }

    /** Something that may be true. */
    private interface Condition {
        boolean holds() throws SQLException;
    }

    private static void await(Condition condition) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(100))
                .until(condition::holds);
    }

    private void report() throws SQLException {
        List<Arrival> arrivals = database.arrivals();
        long refused = sandbox.journal().requests().stream()
                .filter(request -> request.status() == 429)
                .count();
        System.out.println("Kills: " + kills + ", joins: " + joins + ", processes: " + started);
        System.out.println("Union exact: " + (records.arrived().equals(records.inSandbox()) ? "yes" : "no") + ", "
                + arrivals.size() + " records of " + ACCOUNTS + " accounts");
        System.out.println("Repeated: " + again + ", at most " + mostAgain + " per kill, account and report (page: "
                + PAGE + "); without a kill: " + againWithoutKill);
        System.out.println("Requests: " + sandbox.journal().requests().size() + ", answers 429: " + refused);
        System.out.println("Most accounts led by a node when settled, by the number of nodes: " + mostLed);
        System.out.println("Takeovers (lease " + LEASE.toSeconds() + " s), in ms: "
                + takeovers.stream().map(Duration::toMillis).sorted().toList());
    }
}
