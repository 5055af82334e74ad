package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.checkpoint.JdbcStateRepository;
import io.github.camelcallrail.sandbox.SettableClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;

/** A JVM that receives events and sends each to an endpoint, if there is one; it reports those that were processed. */
final class EventsProcess implements AutoCloseable {

    private final Process process;
    private final Thread reader;

    /** The ids of the records of processed events. */
    final Set<String> processed = ConcurrentHashMap.newKeySet();

    /**
     * Starts it, and waits until it receives events.
     *
     * @param database the JDBC URL of the repository {@code #state}; empty for none
     * @param from the endpoint of events
     * @param to another endpoint; empty for none
     */
    EventsProcess(SandboxTest test, int port, String database, String from, String to) throws IOException {
        List<String> command = ShortLivedJvm.command(List.of(), EventsProcess.class);
        command.addAll(List.of(
                test.sandbox.baseUrl(),
                test.sandbox.apiKey(),
                SandboxTest.CLOCK.instant().toString(),
                String.valueOf(port),
                database,
                from,
                to));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader();
        String line = output.readLine();
        while (line != null && !line.equals("ready")) {
            note(line);
            line = output.readLine();
        }
        assertThat(line).as("what it prints when it receives events").isEqualTo("ready");
        reader = new Thread(() -> output.lines().forEach(this::note));
        reader.setDaemon(true);
        reader.start();
    }

    public static void main(String[] arguments) throws Exception {
        CallRailContext context =
                new CallRailContext(arguments[0], arguments[1], new SettableClock(Instant.parse(arguments[2])));
        VertxPlatformHttpServerConfiguration server = new VertxPlatformHttpServerConfiguration();
        server.setBindHost("127.0.0.1");
        server.setBindPort(Integer.parseInt(arguments[3]));
        context.addService(new VertxPlatformHttpServer(server));
        if (!arguments[4].isEmpty()) {
            context.getRegistry().bind("state", new JdbcStateRepository(Postgres.poolAt(arguments[4])));
        }
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(arguments[5])
                        .recipientList(constant(arguments[6].isEmpty() ? "log:off?level=OFF" : arguments[6]))
                        .end()
                        .process(exchange -> System.out.println(
                                "processed " + exchange.getMessage().getHeader(CallRailConstants.RECORD_ID)));
            }
        });
        context.start();
        System.out.println("ready");
        Thread.currentThread().join();
    }

    private void note(String line) {
        if (line.startsWith("processed ")) {
            processed.add(line.substring("processed ".length()));
        }
    }

    /** Kills it, and waits until it has ended and everything that it printed is read. */
    @Override
    public void close() {
        // Not the process itself, which would close its output too.
        process.toHandle().destroyForcibly();
        try {
            process.waitFor();
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
