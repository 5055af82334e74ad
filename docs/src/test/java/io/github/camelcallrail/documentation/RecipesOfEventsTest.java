package io.github.camelcallrail.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcallrail.sandbox.SandboxData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipes that receive events: what the sandbox sends, and what comes out. */
class RecipesOfEventsTest {

    private static final Duration ENOUGH = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    @Test
    void anEventPutsItsCallIntoTheTableBetweenPolls() throws Exception {
        try (LandingDatabase tables = new LandingDatabase(Recipe.PAGE);
                Recipe recipe = new Recipe("within-a-second", directory).receiving()) {
            recipe.poll("polled-calls");

            String call = recipe.data().add("calls", call(recipe, Map.of("duration", 4241)));
            await().atMost(ENOUGH)
                    .untilAsserted(() -> assertThat(rows(tables, 4241)).containsExactly(call));
            recipe.data().edit("calls", call, Map.of("duration", 4242, "note", "call back"));

            await().atMost(ENOUGH)
                    .untilAsserted(() -> assertThat(rows(tables, 4242)).containsExactly(call));
        }
    }

    private static List<String> rows(LandingDatabase tables, int duration) {
        return tables.lines("select id from calls where duration = " + duration);
    }

    @Test
    void onlyVoicemailsAreTold() throws Exception {
        try (Machine chat = new Machine(got -> 200);
                Recipe recipe = new Recipe("voicemail", directory)
                        .with("https://chat.example.com", chat.address())
                        .receiving()) {
            recipe.data().add("calls", call(recipe, Map.of("voicemail", false)));
            recipe.data().add("calls", call(recipe, Map.of("voicemail", true, "answered", false)));

            await().atMost(ENOUGH).untilAsserted(() -> assertThat(chat.got()).hasSize(1));
            assertThat(chat.got().get(0).line()).isEqualTo("POST /hooks/voicemails");
            assertThat(chat.got().get(0).body())
                    .isEqualTo("{\"text\": \"Voicemail from +15125550142 at 2026-03-15T12:20:00.000-04:00\"}");
        }
    }

    @Test
    void aTextIsAFile() throws Exception {
        try (Recipe recipe = new Recipe("texts", directory).receiving()) {
            SandboxData data = recipe.data();
            data.add("calls", call(recipe, Map.of()));
            String conversation = data.ids(
                            "conversations", one -> recipe.company().equals(one.get("company_id")))
                    .get(0);
            data.addChild("messages", conversation, Map.of("direction", "incoming", "content", "Thanks!"));

            Path texts = directory.resolve("texts");
            await().atMost(ENOUGH)
                    .untilAsserted(() -> assertThat(texts).isDirectory().isDirectoryContaining("glob:**.json"));
            try (var files = Files.list(texts)) {
                assertThat(files)
                        .singleElement()
                        .satisfies(file -> assertThat(file).content().contains("\"content\":\"Thanks!\""));
            }
        }
    }

    private static Map<String, Object> call(Recipe recipe, Map<String, Object> fields) {
        Map<String, Object> call = new HashMap<>(fields);
        call.put("company_id", recipe.company());
        call.put("direction", "inbound");
        call.put("customer_phone_number", "+15125550142");
        call.put("start_time", "2026-03-15T12:20:00-04:00");
        return call;
    }
}
