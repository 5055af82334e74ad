package io.github.camelcallrail.examples.failover;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Shows a failover: starts two nodes and a database for both, kills the node that reads when it is at its second page, waits
 * until the other has read the rest, and counts what has arrived.
 */
public final class Failover {

    private static final String PAGE = "sends a page";
    private static final String END = "all calls are sent";

    private final Path directory;
    private final Consumer<String> printer;

    /** @param directory where the nodes find their lock, and where the file to start them with is left */
    Failover(Path directory, Consumer<String> printer) {
        this.directory = directory;
        this.printer = printer;
    }

    /** Reads from where the system properties {@code example.api-key} and {@code example.base-url} say. */
    public static void main(String[] args) throws Exception {
        try (SharedDatabase database = new SharedDatabase()) {
            new Failover(Path.of("target", "failover"), System.out::println)
                    .run(System.getProperty("example.api-key"), System.getProperty("example.base-url"), database, 2);
        }
        // The sandbox of the launcher would keep the process alive.
        System.exit(0);
    }

    /** @param page the page in which the node that reads is killed */
    SharedDatabase.Taken run(String apiKey, String baseUrl, SharedDatabase database, int page) throws Exception {
        // By the environment, because everybody on the machine can see the arguments of a process.
        Map<String, String> environment = Map.of("CALLRAIL_API_KEY", apiKey, "CALLRAIL_BASE_URL", baseUrl);
        Map<String, String> properties =
                Map.of("failover.directory", directory.toString(), "failover.database", database.url());
        try (Nodes nodes = new Nodes(JavaArguments.write(directory), environment, properties, printer)) {
            Thread interruption = new Thread(nodes::close);
            Runtime.getRuntime().addShutdownHook(interruption);
            printer.accept("Starting the nodes 'one' and 'two', each a process of its own, and a database for both.");
            nodes.start("one");
            nodes.start("two");

            String reader = nodes.await(PAGE);
            for (int next = 2; next <= page; next++) {
                nodes.await(PAGE);
            }
            nodes.kill(reader);
            printer.accept("Killed '" + reader + "' in the middle of page " + page
                    + ". It takes the other some seconds to notice.");

            nodes.await(END);
            SharedDatabase.Taken taken = database.taken();
            printer.accept("The database has " + taken.calls() + " calls, by the node that sent them first: "
                    + taken.byNode() + ". Calls that came again: " + taken.again() + ". It is a page at most.");
            Runtime.getRuntime().removeShutdownHook(interruption);
            return taken;
        }
    }
}
