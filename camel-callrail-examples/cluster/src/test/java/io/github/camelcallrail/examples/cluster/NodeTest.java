package io.github.camelcallrail.examples.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One node with locks on files: it answers the probes of the manifest, also while CallRail fails. */
@Timeout(60)
class NodeTest {

    @TempDir
    Path locks;

    @Test
    void itIsReadyAlsoWhileEveryAccountFails() throws Exception {
        int port = freePort();
        try (CallRailSandbox sandbox =
                        CallRailSandbox.builder().accounts(2).forbid("calls").start();
                SharedDatabase database = new SharedDatabase();
                RunningNode node = new RunningNode(
                        "one",
                        new ClusterChoice(),
                        sandbox,
                        database,
                        Map.of(
                                "cluster.directory",
                                locks.toString(),
                                "camel.management.enabled",
                                "true",
                                "camel.management.port",
                                String.valueOf(port),
                                "camel.metrics.enabled",
                                "true"))) {
            await().atMost(Duration.ofSeconds(20)).until(() -> node.accounts() == 2);
            await().until(() -> !new Records(sandbox, database).byNode().isEmpty());
            await().until(() -> node.failingAccounts() == 2);

            for (String path : ManifestTest.probedPaths()) {
                assertThat(get(port, path).statusCode()).as(path).isEqualTo(200);
            }
            assertThat(get(port, "/observe/metrics").body()).contains("callrail");
            assertThat(locks.toFile().list()).anyMatch(name -> name.startsWith("agency-acc"));
        }
    }

    private static HttpResponse<String> get(int port, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
