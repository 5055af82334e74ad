package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcallrail.sandbox.SettableClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process that receives events is killed with SIGKILL at random moments: every event whose request was answered
 * with success reaches the route, and none that was rejected.
 */
@Tag("kills-processes")
class KilledEventsTest extends EventsTesting {

    private static final int KILLS = 4;

    @TempDir
    Path directory;

    private final Set<String> processed = ConcurrentHashMap.newKeySet();
    private final Set<String> accepted = new HashSet<>();
    private int sent;
    private Process process;

    /** What such a process does: it receives events, and reports each that its route has processed. */
    public static void main(String[] arguments) throws Exception {
        CallRailContext context =
                new CallRailContext(arguments[0], arguments[1], new SettableClock(Instant.parse(arguments[5])));
        VertxPlatformHttpServerConfiguration server = new VertxPlatformHttpServerConfiguration();
        server.setBindHost("127.0.0.1");
        server.setBindPort(Integer.parseInt(arguments[2]));
        context.addService(new VertxPlatformHttpServer(server));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("webhook:callrail:events?webhookPath=/hooks&events=post-call&concurrentEvents=2&stateDirectory="
                                + arguments[3] + "&" + arguments[4])
                        .process(exchange -> System.out.println(
                                "processed " + exchange.getMessage().getHeader(CallRailConstants.RECORD_ID)));
            }
        });
        context.start();
        System.out.println("ready");
        Thread.currentThread().join();
    }

    @AfterEach
    void stop() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    void whatWasAnsweredWithSuccessReachesTheRoute() throws Exception {
        Random random = new Random(5);
        for (int kill = 0; kill < KILLS; kill++) {
            start();
            int before = accepted.size();
            int killAfter = before + 20 + random.nextInt(60);
            while (accepted.size() < killAfter) {
                event();
            }
            process.toHandle().destroyForcibly();
            event();
            process.waitFor();
        }
        start();
        event();

        assertThat(accepted).hasSizeGreaterThan(KILLS * 20);
        // A process that was killed keeps its right to hand out events for ten seconds.
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(processed)
                .containsAll(accepted));
        assertThat(processed).noneMatch(id -> id.startsWith("CALforged"));
    }

    /** Sends an event, and now and then a forged one too. */
    private void event() throws InterruptedException {
        String id = "CAL" + ++sent;
        String body = "{\"resource_id\":\"" + id + "\",\"duration\":\"9\",\"direction\":\"inbound\"}";
        try {
            if (answer(body, signature(body)) == 200) {
                accepted.add(id);
            }
            if (sent % 10 == 0) {
                String forged = body.replace("CAL", "CALforged");
                assertThat(answer(forged, signature(body))).isEqualTo(403);
            }
        } catch (IOException e) {
            // It was killed meanwhile.
            process.toHandle().destroyForcibly();
        }
    }

    private int answer(String body, String signature) throws IOException, InterruptedException {
        HttpRequest.Builder request = post(body, "application/json")
                .uri(URI.create(external() + "/hooks?event=post-call&company=" + company()))
                .header("Signature", signature);
        try {
            return send(request);
        } catch (IOException | InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void start() throws Exception {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledEventsTest.class.getName(),
                        sandbox.baseUrl(),
                        sandbox.apiKey(),
                        String.valueOf(port),
                        directory.toString(),
                        "companyId=" + company() + "&accountId=" + account() + "&webhookExternalUrl=" + external(),
                        CLOCK.instant().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader();
        String line = output.readLine();
        while (line != null && !line.equals("ready")) {
            note(line);
            line = output.readLine();
        }
        assertThat(line).isEqualTo("ready");
        Thread reader = new Thread(() -> output.lines().forEach(this::note));
        reader.setDaemon(true);
        reader.start();
    }

    private void note(String line) {
        if (line.startsWith("processed ")) {
            processed.add(line.substring("processed ".length()));
        }
    }
}
