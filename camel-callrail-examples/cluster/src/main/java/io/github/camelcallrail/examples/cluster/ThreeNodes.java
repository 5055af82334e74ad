package io.github.camelcallrail.examples.cluster;

import static java.util.stream.Collectors.groupingBy;

import io.github.camelcallrail.examples.cluster.SharedDatabase.Arrival;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Demonstrates the cluster on one machine: starts three nodes, each in its own process, and a database for all. Kills
 * the node that is the second to have read a whole account, and shows from then on which node has sent how much.
 */
public final class ThreeNodes {

    private static final String DONE = "has sent all";
    private static final Path DIRECTORY = Path.of("target", "cluster");

    private ThreeNodes() {}

    /** Takes the key and the address from the properties {@code example.api-key} and {@code example.base-url}. */
    public static void main(String[] args) throws Exception {
        try (SharedDatabase database = new SharedDatabase()) {
            Map<String, String> environment = new HashMap<>(database.environment());
            environment.put("CALLRAIL_API_KEY", System.getProperty("example.api-key"));
            environment.put("CALLRAIL_BASE_URL", System.getProperty("example.base-url"));
            // All nodes are on this machine, where only one could have the port.
            Map<String, String> properties = Map.of(
                    "cluster.directory", DIRECTORY.resolve("locks").toString(), "camel.management.enabled", "false");
            BlockingQueue<String> done = new LinkedBlockingQueue<>();
            try (Nodes nodes = new Nodes(JavaArguments.write(DIRECTORY), environment, properties, (node, line) -> {
                System.out.println(node + "  " + line);
                if (line.contains(DONE)) {
                    done.add(node);
                }
            })) {
                Runtime.getRuntime().addShutdownHook(new Thread(nodes::close));
                System.out.println("Starting nodes 'one', 'two' and 'three', and a database for all.");
                nodes.start("one");
                nodes.start("two");
                nodes.start("three");
                done.take();
                String killed = done.take();
                nodes.kill(killed);
                System.out.println("Killed '" + killed + "'. The others take a few seconds to notice.");
                while (true) {
                    TimeUnit.SECONDS.sleep(10);
                    System.out.println(status(database));
                }
            }
        }
    }

    private static String status(SharedDatabase database) throws SQLException {
        StringBuilder status = new StringBuilder("In the database, by the node that sent them first:");
        new TreeMap<>(database.arrivals().stream().collect(groupingBy(Arrival::node))).forEach((node, arrivals) -> {
            long accounts = arrivals.stream().map(Arrival::account).distinct().count();
            int again =
                    arrivals.stream().mapToInt(arrival -> arrival.times() - 1).sum();
            status.append(" " + node + ": " + arrivals.size() + " records of " + accounts + " accounts, " + again
                    + " of them again.");
        });
        return status.toString();
    }
}
