package io.github.camelcallrail.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.sandbox.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.ServiceStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The recipes that begin with a timer, on Sunday 15 March 2026 in New York: what they ask, and what comes out. */
class RecipesOnTimeTest {

    @TempDir
    Path directory;

    private LandingDatabase tables;

    @BeforeEach
    void create() throws Exception {
        tables = new LandingDatabase(Recipe.PAGE);
    }

    @AfterEach
    void drop() throws Exception {
        tables.close();
    }

    static Stream<String> timed() {
        return Recipe.anchors().stream().filter(anchor -> Recipe.text(anchor).contains("quartz:"));
    }

    /** Quartz looks at the times when a route starts. */
    @ParameterizedTest
    @MethodSource("timed")
    void quartzTakesTheirTimes(String anchor) throws Exception {
        try (Recipe recipe = new Recipe(anchor, directory).startWithTimers()) {
            assertThat(recipe.context().getRoutes()).hasSize(1).allSatisfy(route -> assertThat(
                            recipe.context().getRouteController().getRouteStatus(route.getId()))
                    .isEqualTo(ServiceStatus.Started));
        }
    }

    @Test
    void yesterdayIsTheWholeDayBeforeAndTwiceIsAsGoodAsOnce() throws Exception {
        try (Recipe recipe = new Recipe("yesterday", directory).start()) {
            recipe.timerGoesOff();
            recipe.timerGoesOff();

            assertThat(recipe.asked("calls.json"))
                    .hasSize(2)
                    .containsOnly("calls.json?start_date=2026-03-14&end_date=2026-03-14&time_zone=America/New_York"
                            + "&sort=start_time&order=asc&per_page=250&page=1");
            assertThat(yesterday(recipe)).hasSize(3);
            assertThat(tables.lines("select id from calls")).containsExactlyInAnyOrderElementsOf(yesterday(recipe));
            assertThat(tables.lines("select * from calls where source is null or start_time is null"))
                    .isEmpty();
        }
    }

    @Test
    void theCsvHasALineForEachSourceWhateverItIsCalled() throws Exception {
        try (Recipe recipe = new Recipe("csv", directory).start()) {
            recipe.data().add("calls", missed("A \"B\", C"));
            recipe.data().add("calls", missed(null));

            recipe.timerGoesOff();
            recipe.timerGoesOff();

            assertThat(recipe.asked("calls/summary.json"))
                    .hasSize(2)
                    .containsOnly("calls/summary.json?start_date=2026-03-08&end_date=2026-03-14"
                            + "&time_zone=America/New_York&group_by=source");
            try (Stream<Path> files = Files.list(directory.resolve("reports"))) {
                assertThat(Files.readAllLines(files.findFirst().orElseThrow()))
                        .startsWith("source,calls,missed")
                        .contains("\"A \"\"B\"\", C\",1,1", "\"\",1,1")
                        .anyMatch(line -> line.matches("\"Google Ads\",\\d+,\\d+"))
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void everyCompanyHasItsRowButTheOneThatFails() throws Exception {
        try (Recipe recipe = new Recipe("agency", directory).start()) {
            recipe.context().sandbox().faults().onRequest("calls-summary", 2, Fault.status(403, "{}"));
            recipe.timerGoesOff();

            assertThat(recipe.asked("calls/summary.json"))
                    .containsExactlyInAnyOrderElementsOf(recipe.data().ids("companies").stream()
                            .map(id -> "calls/summary.json?start_date=2026-03-08&end_date=2026-03-14"
                                    + "&time_zone=America/New_York&company_id=" + id)
                            .toList());
            assertThat(tables.lines("select company, week from weeks"))
                    .containsExactlyInAnyOrder("Bluebell Roofing 2026-03-08", "Juniper Dental 2026-03-08");
            assertThat(tables.lines("select calls from weeks where company = 'Juniper Dental'"))
                    .containsExactly(""
                            + recipe.data()
                                    .ids("calls", RecipesOnTimeTest::isOfTheDentistsWeek)
                                    .size());
            assertThat(recipe.logged())
                    .singleElement()
                    .asString()
                    .startsWith("Without Copper Kettle Catering: CallRail answered HTTP 403");
        }
    }

    @Test
    void twoYearsAreOneRequestAndEveryCallIsInAWeek() throws Exception {
        try (Recipe recipe = new Recipe("weeks", directory).start()) {
            recipe.timerGoesOff();

            assertThat(recipe.asked("calls/timeseries.json"))
                    .containsExactly("calls/timeseries.json?start_date=2024-03-15&end_date=2026-03-14"
                            + "&time_zone=America/New_York&interval=week");
            assertThat(tables.lines("select count(*), min(week), max(week), sum(calls) from weeks"))
                    .containsExactly("105 2024-03-11 2026-03-09 "
                            + recipe.data()
                                    .ids("calls", call -> !isOn("2026-03-15", call))
                                    .size());
        }
    }

    @Test
    void whatDidNotArriveIsToldAndWhatDidIsNot() throws Exception {
        try (Recipe recipe = new Recipe("reconcile", directory).start()) {
            recipe.timerGoesOff();
            for (String call : yesterday(recipe)) {
                tables.execute(
                        "insert into calls (id, start_time) values ('" + call + "', '2026-03-14T23:59:59.9-04:00')");
            }
            recipe.timerGoesOff();

            assertThat(recipe.asked("calls/summary.json"))
                    .hasSize(2)
                    .containsOnly(
                            "calls/summary.json?start_date=2026-03-14&end_date=2026-03-14&time_zone=America/New_York");
            assertThat(recipe.logged()).containsExactly("0 calls of yesterday in the table, and 3 at CallRail");
        }
    }

    private static List<String> yesterday(Recipe recipe) {
        return recipe.data().ids("calls", call -> isOn("2026-03-14", call));
    }

    private static boolean isOfTheDentistsWeek(Map<String, Object> call) {
        String time = call.get("start_time").toString();
        return call.get("company_name").equals("Juniper Dental")
                && time.compareTo("2026-03-08") > 0
                && time.compareTo("2026-03-15") < 0;
    }

    private static boolean isOn(String day, Map<String, Object> call) {
        return call.get("start_time").toString().startsWith(day);
    }

    private static Map<String, Object> missed(String source) {
        Map<String, Object> call =
                new HashMap<>(Map.of("start_time", "2026-03-10T10:00:00-04:00", "answered", false, "voicemail", false));
        call.put("source", source);
        return call;
    }
}
