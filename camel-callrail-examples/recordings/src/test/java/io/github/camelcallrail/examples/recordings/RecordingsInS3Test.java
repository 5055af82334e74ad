package io.github.camelcallrail.examples.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcallrail.examples.recordings.ObjectStore.StoredObject;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the route with the steps that the README shows for S3 in place of the one that writes a file. */
@Timeout(60)
class RecordingsInS3Test {

    @TempDir
    Path directory;

    @Test
    void everyRecordingArrivesWithItsTypeAndLength() throws Exception {
        Instant now = Instant.now();
        try (CallRailSandbox sandbox = CallRailSandbox.builder().empty().start();
                ObjectStore store = new ObjectStore()) {
            sandbox.data().generate("calls", 8, now.minus(Duration.ofHours(20)), now.minus(Duration.ofHours(1)));
            List<String> recorded = sandbox.data().ids("calls", call -> call.get("recording") != null);
            recorded.forEach(id -> sandbox.media().size(id, 300_044));

            RunningExample.with(sandbox, directory, properties(store), example -> await().atMost(Duration.ofSeconds(30))
                    .until(() -> store.objects().size() == recorded.size()));

            assertThat(recorded).isNotEmpty();
            for (String id : recorded) {
                StoredObject stored = store.objects().get("recordings/calls/" + id + ".wav");
                assertThat(stored.contentType()).isEqualTo("audio/x-wav");
                assertThat(stored.announced()).isEqualTo(300_044);
                assertThat(stored.bytes())
                        .isEqualTo(ArchivedFiles.all(sandbox.media().recording(id)));
            }
        }
    }

    private static Map<String, String> properties(ObjectStore store) {
        return Map.of(
                "camel.main.routes-include-pattern", "s3/recordings.camel.yaml",
                "camel.component.aws2-s3.region", "us-east-1",
                "camel.component.aws2-s3.access-key", "key",
                "camel.component.aws2-s3.secret-key", "secret",
                "camel.component.aws2-s3.override-endpoint", "true",
                "camel.component.aws2-s3.uri-endpoint-override", store.address(),
                "camel.component.aws2-s3.force-path-style", "true");
    }
}
