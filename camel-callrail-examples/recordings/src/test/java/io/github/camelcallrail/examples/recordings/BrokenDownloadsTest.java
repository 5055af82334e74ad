package io.github.camelcallrail.examples.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the unmodified routes while downloads break or take their time. */
@Timeout(90)
class BrokenDownloadsTest {

    @TempDir
    Path directory;

    private RecordedCalls calls;
    private String first;

    @BeforeEach
    void start() {
        calls = new RecordedCalls(directory);
        first = calls.ids().get(0);
    }

    @AfterEach
    void stop() {
        calls.close();
    }

    @Test
    void aBrokenDownloadLeavesNoFileAndArrivesAtTheNextPoll() throws Exception {
        calls.sandbox().media().faults().breakAfter(50_000);

        // Time enough to look before the next poll.
        calls.run(Map.of("camel.component.callrail.max-retries", "0", "archive.delay", "4s"), example -> {
            example.awaitFailure();
            assertThat(calls.archive().names()).noneMatch(name -> name.contains(first));
            assertThat(calls.downloads()).containsEntry(first, 1L);
            calls.awaitAll();
        });

        assertThat(calls.downloads()).containsEntry(first, 2L);
        assertThat(calls.archive().file(first + ".wav"))
                .hasBinaryContent(ArchivedFiles.all(calls.sandbox().media().recording(first)));
    }

    @Test
    void aBrokenDownloadResumesWithoutAnotherRequestOfTheApi() throws Exception {
        calls.sandbox().media().faults().breakAfter(50_000);

        calls.run(Map.of(), example -> calls.awaitAll());

        assertThat(calls.apiRequests()).hasSameSizeAs(calls.ids());
        assertThat(calls.archive().file(first + ".wav"))
                .hasBinaryContent(ArchivedFiles.all(calls.sandbox().media().recording(first)));
    }

    /** Otherwise a process that is killed during a download would never download that file. */
    @Test
    void aCallIsRememberedAfterItsFileIsWritten() throws Exception {
        calls.sandbox().media().faults().delay(Duration.ofSeconds(2));

        calls.run(Map.of(), example -> {
            await().until(() -> !calls.apiRequests().isEmpty());
            assertThat(remembered()).isEmpty();
            calls.awaitAll();
            await().untilAsserted(() -> assertThat(remembered()).containsExactlyInAnyOrderElementsOf(calls.ids()));
        });
    }

    private List<String> remembered() throws IOException {
        return Files.readAllLines(calls.state().file("archived.txt"));
    }
}
