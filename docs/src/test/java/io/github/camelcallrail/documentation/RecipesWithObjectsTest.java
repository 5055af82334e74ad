package io.github.camelcallrail.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.sandbox.SandboxData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipes that read files and children of records: what they ask, and what comes out. */
class RecipesWithObjectsTest {

    @TempDir
    Path directory;

    @Test
    void everyRecordingIsDownloadedOnceAlsoOneThatAppearsLater() throws Exception {
        try (Recipe recipe = new Recipe("recordings", directory).start()) {
            SandboxData data = recipe.data();
            List<String> recorded = data.ids(
                    "calls", call -> isSince(call, "start_time", "2026-03-14") && call.get("recording") != null);
            recorded.forEach(call -> recipe.context().sandbox().media().size(call, 2_000));
            Map<String, Object> withoutRecording = new HashMap<>(Map.of("start_time", "2026-03-15T12:20:00-04:00"));
            withoutRecording.put("recording", null);
            withoutRecording.put("recording_duration", null);
            String later = data.add("calls", withoutRecording);
            recipe.poll("recordings");
            assertThat(files()).containsExactlyInAnyOrderElementsOf(recorded);

            data.edit("calls", recorded.get(0), Map.of("note", "call back"));
            data.edit("calls", later, Map.of("recording", "https://api.callrail.com/later", "recording_duration", "1"));
            recipe.poll("recordings");

            assertThat(files()).hasSize(recorded.size() + 1).contains(later).containsAll(recorded);
            assertThat(requests(recipe, "/recording.json")).isEqualTo(recorded.size() + 1);
            try (InputStream expected = recipe.context().sandbox().media().recording(later).stream()) {
                assertThat(directory.resolve("recordings/" + later + ".wav")).hasBinaryContent(expected.readAllBytes());
            }
        }
    }

    @Test
    void theMessagesOfAConversationAreMergedWhenItHasANewOne() throws Exception {
        try (LandingDatabase tables = new LandingDatabase(Recipe.PAGE);
                Recipe recipe = new Recipe("messages", directory).start()) {
            SandboxData data = recipe.data();
            List<String> conversations =
                    data.ids("conversations", row -> isSince(row, "last_message_at", "2026-03-08"));
            recipe.poll("messages");
            int expected = conversations.stream()
                    .mapToInt(id -> data.children("messages", id).size())
                    .sum();
            assertThat(tables.lines("select distinct conversation_id from messages"))
                    .containsExactlyInAnyOrderElementsOf(conversations);
            assertThat(tables.lines("select id from messages")).hasSize(expected);

            String conversation = conversations.get(0);
            int requests = requests(recipe, "/text-messages/");
            assertThat(requests).isEqualTo(conversations.size());
            data.addChild("messages", conversation, Map.of("content", "See you on Monday"));
            data.edit("conversations", conversation, Map.of("last_message_at", "2026-03-15T12:29:00-04:00"));
            recipe.poll("messages");

            assertThat(tables.lines("select conversation_id from messages where content = 'See you on Monday'"))
                    .containsExactly(conversation);
            assertThat(tables.lines("select id from messages")).hasSize(expected + 1);
            assertThat(requests(recipe, "/text-messages/")).isEqualTo(requests + 1);
        }
    }

    @Test
    void onlyCallsOfTheSourceAreAskedForTheirPageViews() throws Exception {
        try (LandingDatabase tables = new LandingDatabase(Recipe.PAGE);
                Recipe recipe = new Recipe("page-views", directory).start()) {
            SandboxData data = recipe.data();
            List<String> calls = data.ids(
                    "calls",
                    call -> isSince(call, "start_time", "2026-03-08")
                            && "Google Ads"
                                    .equals(String.valueOf(call.get("source")).strip()));
            recipe.poll("page-views");
            // Calls without page views, for which CallRail answers 404, do not come again.
            recipe.poll("page-views");

            assertThat(requests(recipe, "/page_views.json")).isEqualTo(calls.size());
            assertThat(tables.lines("select id from page_views"))
                    .isNotEmpty()
                    .hasSize(calls.stream()
                            .mapToInt(id -> data.children("page-views", id).size())
                            .sum());
        }
    }

    /** The ids of the calls whose recordings are there, and nothing else is. */
    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("recordings"))) {
            return files.map(file -> file.getFileName().toString())
                    .map(name -> name.replaceFirst("\\.wav$", ""))
                    .toList();
        }
    }

    private static int requests(Recipe recipe, String path) {
        return (int) recipe.context().sandbox().journal().lines().stream()
                .filter(line -> line.contains(path))
                .count();
    }

    private static boolean isSince(Map<String, Object> row, String time, String day) {
        return row.get(time).toString().compareTo(day) > 0;
    }
}
