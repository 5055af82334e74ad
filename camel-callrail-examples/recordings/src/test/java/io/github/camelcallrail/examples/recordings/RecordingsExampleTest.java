package io.github.camelcallrail.examples.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the unmodified routes against a sandbox: every recording is archived, once. */
@Timeout(90)
class RecordingsExampleTest {

    @TempDir
    Path directory;

    private RecordedCalls calls;

    @BeforeEach
    void start() {
        calls = new RecordedCalls(directory);
    }

    @AfterEach
    void stop() {
        calls.close();
    }

    @Test
    void everyRecordingIsAPlayableFile() throws Exception {
        calls.run(Map.of(), example -> calls.awaitAll());

        assertThat(calls.ids()).hasSizeBetween(1, RecordedCalls.COUNT - 1);
        for (String id : calls.ids()) {
            Path file = calls.archive().file(id + ".wav");
            assertThat(file)
                    .hasBinaryContent(ArchivedFiles.all(calls.sandbox().media().recording(id)));
            try (AudioInputStream audio = AudioSystem.getAudioInputStream(file.toFile())) {
                assertThat(audio.getFrameLength()).isEqualTo((RecordedCalls.SIZE - 44) / 2);
            }
        }
    }

    @Test
    void twoPollsAndARestartRequestEachOnce() throws Exception {
        calls.run(Map.of(), example -> {
            calls.awaitAll();
            calls.awaitPolls(2);
        });
        calls.run(Map.of(), example -> calls.awaitPolls(1));

        assertThat(calls.apiRequests()).doesNotHaveDuplicates().hasSameSizeAs(calls.ids());
        assertThat(calls.downloads().keySet()).containsExactlyInAnyOrderElementsOf(calls.ids());
        assertThat(calls.downloads().values()).containsOnly(1L);
    }

    @Test
    void withoutItsStateTheConsumerSendsAllCallsAgainAndNoneIsRequested() throws Exception {
        calls.run(Map.of(), example -> calls.awaitAll());
        for (String name : calls.state().names()) {
            if (name.endsWith(".state")) {
                Files.delete(calls.state().file(name));
            }
        }
        calls.run(Map.of(), example -> calls.awaitPolls(2));

        assertThat(calls.apiRequests()).hasSameSizeAs(calls.ids());
    }

    @Test
    void aRecordingThatAppearsLaterIsArchived() throws Exception {
        Map<String, Object> withoutRecording = new HashMap<>();
        withoutRecording.put("start_time", Instant.now().minus(Duration.ofMinutes(30)));
        withoutRecording.put("recording", null);
        String call = calls.sandbox().data().add("calls", withoutRecording);

        calls.run(Map.of(), example -> {
            calls.awaitAll();
            calls.sandbox().data().edit("calls", call, Map.of("note", "edited"));
            calls.awaitPolls(1);
            assertThat(calls.archive().names()).doesNotContain(call + ".wav");

            String url = calls.sandbox().baseUrl() + "/v3/a/" + calls.sandbox().accountId() + "/calls/" + call
                    + "/recording";
            calls.sandbox().data().edit("calls", call, Map.of("recording", url, "recording_duration", "5"));
            calls.awaitAll();
        });

        assertThat(calls.archive().names()).contains(call + ".wav");
        assertThat(calls.downloads()).containsEntry(call, 1L);
    }
}
