package io.github.camelcallrail.examples.failover;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Demonstrates a failover: starts two nodes and a database for both, kills the reading node at its second page, waits
 * until the other has read the rest, and counts the calls that have arrived.
 */
public final class Failover {

    private static final String PAGE = "sends a page";
    private static final String END = "has sent all calls";

    private final Path directory;
    private final Consumer<String> printer;

    /** @param directory where the nodes keep their lock, and where the arguments file to start them is written */
    Failover(Path directory, Consumer<String> printer) {
        this.directory = directory;
        this.printer = printer;
    }

    /**
     * Takes the key and the address from the system properties {@code example.api-key} and {@code example.base-url}.
     */
    public static void main(String[] args) throws Exception {
        try (SharedDatabase database = new SharedDatabase()) {
            new Failover(Path.of("target", "failover"), System.out::println)
                    .run(System.getProperty("example.api-key"), System.getProperty("example.base-url"), database, 2);
        }
        // Otherwise the launcher's sandbox keeps the process alive.
        System.exit(0);
    }

    /** @param page the page during which the reading node is killed */
    SharedDatabase.ArrivedCalls run(String apiKey, String baseUrl, SharedDatabase database, int page) throws Exception {
        // In the environment, because every user of the machine can see the arguments of a process.
        Map<String, String> environment = Map.of("CALLRAIL_API_KEY", apiKey, "CALLRAIL_BASE_URL", baseUrl);
        Map<String, String> properties =
                Map.of("failover.directory", directory.toString(), "failover.database", database.url());
        try (Nodes nodes = new Nodes(JavaArguments.write(directory), environment, properties, printer)) {
            Thread interruption = new Thread(nodes::close);
            Runtime.getRuntime().addShutdownHook(interruption);
            printer.accept("Starting nodes 'one' and 'two', each in its own process, and a database for both.");
            nodes.start("one");
            nodes.start("two");

            String reader = nodes.await(PAGE);
            for (int next = 2; next <= page; next++) {
                nodes.await(PAGE);
            }
            nodes.kill(reader);
            printer.accept("Killed '" + reader + "' in the middle of page " + page
                    + ". The other node takes a few seconds to notice.");

            nodes.await(END);
            SharedDatabase.ArrivedCalls arrived = database.arrivedCalls();
            printer.accept("The database has " + arrived.calls() + " calls, by the node that sent them first: "
                    + arrived.byNode() + ". Repeated calls: " + arrived.again() + " (at most one page).");
            Runtime.getRuntime().removeShutdownHook(interruption);
            return arrived;
        }
    }
}
