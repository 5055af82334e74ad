package io.github.camelcallrail.examples.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the unmodified routes against a sandbox with a few conversations, some with media files. */
@Timeout(90)
class ConversationsExampleTest {

    @TempDir
    Path directory;

    private final Instant now = Instant.now();
    private CallRailSandbox sandbox;
    private ArchivedFiles conversations;
    private ArchivedFiles media;

    @BeforeEach
    void start() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
        conversations = new ArchivedFiles(directory.resolve("conversations"));
        media = new ArchivedFiles(directory.resolve("media"));
        sandbox = CallRailSandbox.builder().empty().start();
        sandbox.data().generate("conversations", 4, now.minus(Duration.ofHours(20)), now.minus(Duration.ofHours(1)));
        ids().forEach(id -> sandbox.data().addChild("messages", id, Map.of("type", "mms")));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void everyMessageAndEveryMediaFileIsArchived() throws Exception {
        run(example -> {
            await().untilAsserted(this::assertComplete);
        });
        for (String name : media.names()) {
            String id = name.replaceFirst("-\\d+\\.png$", "");
            int number = Integer.parseInt(name.replaceFirst(".*-(\\d+)\\.png$", "$1"));
            assertThat(media.bytes(name))
                    .isEqualTo(ArchivedFiles.all(sandbox.media().media(id, number)));
        }
        assertThat(media.names()).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void aNewMessageReplacesTheConversationAndMediaFilesAreRequestedOnce() throws Exception {
        String id = ids().get(0);
        run(example -> {
            await().untilAsserted(this::assertComplete);
            sandbox.data().addChild("messages", id, Map.of("content", "One more question", "type", "sms"));
            sandbox.data().edit("conversations", id, Map.of("last_message_at", now.minus(Duration.ofMinutes(2))));
            await().untilAsserted(this::assertComplete);
        });
        assertThat(Files.readString(conversations.file(id + ".json"))).contains("One more question");
        assertThat(sandbox.journal().lines().stream().filter(line -> line.contains("/text-messages/" + id + ".json")))
                .hasSize(2);
        assertThat(sandbox.journal().lines().stream().filter(line -> line.contains("/media/")))
                .doesNotHaveDuplicates()
                .hasSameSizeAs(media.names());
    }

    private void run(RunningExample.Actions actions) throws Exception {
        RunningExample.with(sandbox, directory, Map.of(), actions);
    }

    private List<String> ids() {
        return sandbox.data().ids("conversations");
    }

    private void assertComplete() throws IOException {
        assertThat(conversations.names())
                .isEqualTo(ids().stream().map(id -> id + ".json").collect(Collectors.toSet()));
        Set<String> files = new TreeSet<>();
        for (String id : ids()) {
            List<Map<String, Object>> messages = sandbox.data().children("messages", id);
            assertThat(keys(id))
                    .containsExactlyInAnyOrderElementsOf(messages.stream()
                            .map(message -> id + "-" + message.get("id"))
                            .toList());
            messages.forEach(message -> {
                for (Object url : (List<?>) message.get("media_urls")) {
                    files.add(url.toString().replaceFirst(".*/text-messages/(.*)/media/(\\d+)$", "$1-$2.png"));
                }
            });
        }
        assertThat(media.names()).isEqualTo(files);
    }

    private List<String> keys(String id) throws IOException {
        JsonNode messages;
        try {
            messages = new ObjectMapper().readTree(conversations.bytes(id + ".json"));
        } catch (JsonProcessingException e) {
            // The file is being written.
            return List.of();
        }
        return StreamSupport.stream(messages.spliterator(), false)
                .map(message -> message.get("key").asText())
                .toList();
    }
}
