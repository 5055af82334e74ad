package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

    private final Set<String> processed = new HashSet<>();
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private int sent;
    private EventsProcess process;

    @AfterEach
    void stop() {
        if (process != null) {
            process.close();
        }
    }

    @Test
    void whatWasAnsweredWithSuccessReachesTheRoute() throws Exception {
        Random random = new Random(5);
        for (int kill = 0; kill < KILLS; kill++) {
            start();
            int before = accepted.size();
            int killAfter = before + 20 + random.nextInt(60);
            Thread killer = new Thread(() -> {
                await().atMost(ENOUGH).until(() -> accepted.size() >= killAfter);
                process.close();
            });
            killer.start();
            while (event()) {
                assertThat(accepted.size()).isLessThan(killAfter + 10_000);
            }
            killer.join();
            processed.addAll(process.processed);
        }
        start();
        event();

        assertThat(accepted).hasSizeGreaterThan(KILLS * 20);
        // A process that was killed keeps its right to hand out events for ten seconds.
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            processed.addAll(process.processed);
            assertThat(processed).containsAll(accepted);
        });
        assertThat(processed).noneMatch(id -> id.startsWith("CALforged"));
    }

    /**
     * Sends an event, and now and then a forged one too.
     *
     * @return false if the process was killed
     */
    private boolean event() throws InterruptedException {
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
            return true;
        } catch (IOException e) {
            return false;
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

    private void start() throws IOException {
        process = new EventsProcess(
                this,
                port,
                "",
                "webhook:callrail:events?webhookPath=/hooks&events=post-call&concurrentEvents=2&stateDirectory="
                        + directory + "&companyId=" + company() + "&accountId=" + account() + "&webhookExternalUrl="
                        + external(),
                "");
    }
}
