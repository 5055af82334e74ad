package io.github.camelcallrail.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.sandbox.Fault;
import io.github.camelcallrail.sandbox.SandboxData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of recipes as a whole, and those that begin with a poll or a message: what they ask, and what comes out. */
class RecipesTest {

    @TempDir
    Path directory;

    /** Before the first calls of the sandbox. */
    private static final Instant FIRST_CALLS = Instant.parse("2025-01-01T00:00:00Z");

    static List<String> anchors() {
        return Recipe.anchors();
    }

    @ParameterizedTest
    @MethodSource("anchors")
    void everyRecipeIsOneFileWithItsCatchAndALink(String anchor) {
        assertThat(Recipe.text(anchor)).contains("- route:", "callrail:");
        assertThat(Recipe.section(anchor))
                .startsWith("== ")
                .containsOnlyOnce("*The catch:*")
                .contains("xref:");
    }

    /** The second page is refused, so that the route stands in the middle of its two years when it is started again. */
    @Test
    void aBackfillGoesOnWhereItWasAndThenSendsWhatIsEdited() throws Exception {
        try (LandingDatabase tables = new LandingDatabase(Recipe.PAGE);
                Recipe recipe = new Recipe("backfill", directory).start()) {
            SandboxData data = recipe.data();
            data.generate("calls", 400, DocumentedSandbox.NOW.minus(Duration.ofDays(729)), FIRST_CALLS);
            recipe.context().sandbox().faults().onRequest("calls", 2, Fault.status(403, "{}"));
            recipe.poll("all-calls");
            // The last of a page waits until it is known whether there is another.
            assertThat(tables.lines("select count(*) from calls")).containsExactly("249");
            recipe.restart("all-calls");
            recipe.poll("all-calls");
            assertThat(tables.lines("select id from calls")).containsExactlyInAnyOrderElementsOf(data.ids("calls"));
            assertThat(recipe.logged()).singleElement().asString().startsWith("Done up to 2026-03-15T");
            String latest = data.ids("calls").get(data.ids("calls").size() - 401);
            data.edit("calls", latest, Map.of("duration", 4242));
            recipe.poll("all-calls");

            assertThat(tables.lines("select id from calls where duration = 4242"))
                    .containsExactly(latest);
            List<String> asked = recipe.asked("calls.json");
            assertThat(asked.get(0)).startsWith("calls.json?start_date=2024-03-15T00:00&end_date=2026-03-15T12:30&");
            assertThat(asked.get(2))
                    .startsWith("calls.json?start_date=2024-09-13T04:56&")
                    .endsWith("&page=1");
            assertThat(asked).last().asString().startsWith("calls.json?start_date=2026-03-15T10:30&");
        }
    }

    @Test
    void nothingOfAPersonIsInTheFile() throws Exception {
        try (Recipe recipe = new Recipe("without-people", directory).start()) {
            recipe.poll("anonymous-calls");

            List<String> lines = Files.readAllLines(directory.resolve("anonymous/calls.jsonl"));
            assertThat(lines)
                    .hasSameSizeAs(ofEightDays(recipe.data()))
                    .allMatch(
                            line -> line.replaceAll("\":[^:]*(?=,\"|})|\":\"[^\"]*\"", "")
                                    .equals(
                                            "{\"id,\"start_time,\"company_name,\"source,\"campaign,\"direction,\"answered,\"duration}"));
            assertThat(recipe.context()
                            .sandbox()
                            .journal()
                            .requests("calls")
                            .get(0)
                            .parameter("fields"))
                    .hasValue("company_name,source,campaign");
        }
    }

    @Test
    void aCallerIsFoundByNumberLatestCallFirst() throws Exception {
        try (Recipe recipe = new Recipe("caller", directory).start()) {
            String earlier = recipe.data().add("calls", call("2026-03-01T11:00:00-05:00"));
            String later = recipe.data().add("calls", call("2026-03-15T11:00:00-04:00"));
            recipe.data().add("calls", call("2025-12-01T11:00:00-05:00"));

            String found = recipe.context()
                    .createProducerTemplate()
                    .requestBody("direct:caller", "+15125550142", String.class);

            assertThat(found)
                    .startsWith("[{\"id\":\"" + later)
                    .contains("{\"id\":\"" + earlier)
                    .containsPattern("^[^}]*}[^}]*}]$");
            assertThat(recipe.asked("calls.json"))
                    .containsExactly(
                            "calls.json?start_date=2025-12-15&end_date=2026-03-15T12:30&time_zone=America/New_York"
                                    + "&search=+15125550142&sort=start_time&order=desc&per_page=10&page=1");
        }
    }

    @Test
    void eachRouteAsksWithItsKey() throws Exception {
        try (LandingDatabase tables = new LandingDatabase(Recipe.PAGE);
                Recipe recipe = new Recipe("two-keys", directory)
                        .property("north.key", "sandbox-key")
                        .property("south.key", "another-key")
                        .start()) {
            recipe.poll("south");
            assertThat(tables.lines("select id from calls")).isEmpty();
            recipe.poll("north");

            assertThat(tables.lines("select id from calls"))
                    .containsExactlyInAnyOrderElementsOf(ofEightDays(recipe.data()));
            assertThat(recipe.context().sandbox().journal().requests())
                    .extracting(
                            request -> request.headers().get("authorization").get(0) + " " + request.status())
                    .startsWith("Token token=\"another-key\" 401", "Token token=\"sandbox-key\" 200")
                    .endsWith("Token token=\"sandbox-key\" 200");
        }
    }

    /** The calls of {@code daysBack=7}. */
    private static List<String> ofEightDays(SandboxData data) {
        return InventedCalls.between(data, "2026-03-08", "2026-03-15", call -> true);
    }

    private static Map<String, Object> call(String time) {
        return Map.of("customer_phone_number", "+15125550142", "start_time", time);
    }
}
