package io.github.camelcallrail.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.RecordedRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The route that takes the place of the one written by hand gives the same rows, and the steps of the page lead from
 * one to the other.
 */
class MigrationFromARouteTest {

    private static final Document PAGE = Project.page("migrate-from-a-route");
    private static final Instant NOW = DocumentedSandbox.NOW;
    private static final String ALL = "select id, start_time, source, duration, note from %s order by id";

    @TempDir
    private Path state;

    /** The routes of the page, and enough calls for several pages of either. */
    static RoutesSideBySide routes(CallRailSandbox.Builder sandbox, Path state, UnaryOperator<String> change) {
        RoutesSideBySide routes = new RoutesSideBySide(PAGE, sandbox, state, change);
        routes.sandbox().data().generate("calls", 600, NOW.minus(Duration.ofDays(3)), NOW.minus(Duration.ofDays(1)));
        return routes;
    }

    @Test
    void bothRoutesGiveTheSameRows() {
        try (RoutesSideBySide routes = routes(CallRailSandbox.builder(), state, UnaryOperator.identity())) {
            routes.fire("calls-by-hand", NOW, InventedCalls.NEW_YORK);
            List<RecordedRequest> byHand = routes.takeRequests();
            routes.poll(NOW);

            LandingDatabase database = routes.database();
            assertThat(database.ids("calls_by_hand"))
                    .containsExactlyInAnyOrderElementsOf(
                            InventedCalls.inboundSince(routes.sandbox().data(), "2026-03-08"));
            assertThat(database.rows(ALL.formatted("calls"))).isEqualTo(database.rows(ALL.formatted("calls_by_hand")));
            assertThat(byHand).hasSize(7).allSatisfy(request -> assertThat(request.rawQuery())
                    .startsWith("start_date=2026-03-08&direction=inbound&fields=source,note&per_page=100&page="));
            assertThat(routes.takeRequests()).hasSize(3).allSatisfy(request -> assertThat(request.rawQuery())
                    .startsWith("start_date=2026-03-08T00%3A00&end_date=2026-03-15T12%3A30&time_zone=America%2FNew_York"
                            + "&direction=inbound&fields=source%2Cnote&")
                    .contains("&per_page=250&page="));
        }
    }

    @Test
    void theFirstPollStartsWithTheDayThatIsGiven() {
        try (RoutesSideBySide routes = routes(
                CallRailSandbox.builder(), state, route -> route.replace("daysBack: 7", "startDate: 2026-03-11"))) {
            routes.poll(NOW);

            assertThat(routes.takeRequests().get(0).parameter("start_date")).contains("2026-03-11T00:00");
            assertThat(routes.database().ids("calls"))
                    .containsExactlyInAnyOrderElementsOf(
                            InventedCalls.inboundSince(routes.sandbox().data(), "2026-03-11"));
        }
    }

    @Test
    void theComparisonCountsWhatCallRailCounts() {
        try (RoutesSideBySide routes = routes(CallRailSandbox.builder(), state, UnaryOperator.identity())) {
            routes.fire("calls-by-hand", NOW, InventedCalls.NEW_YORK);
            routes.poll(NOW);

            Exchange compared = routes.fire("compare", NOW, ZoneOffset.UTC);

            long count = InventedCalls.between(
                            routes.sandbox().data(), "2026-03-08", "2026-03-14", call -> call.get("direction")
                                    .equals("inbound"))
                    .size();
            assertThat(compared.getProperty("counted", Long.class)).isEqualTo(count);
            assertThat(compared.getMessage().getBody()).isEqualTo(Map.of("BY_HAND", count, "NOW", count));
            assertThat(routes.sandbox().journal().requests("calls-summary"))
                    .singleElement()
                    .satisfies(request -> assertThat(request.rawQuery())
                            .contains("start_date=2026-03-08&end_date=2026-03-14&", "direction=inbound"));
        }
    }

    @Test
    void everyPartHasAnOptionThatThereIs() {
        assertThat(PAGE.codesOf("parts", 1))
                .hasSizeGreaterThan(10)
                .allMatch(name -> Metadata.isOption(name) || name.equals("CallRailException"));
    }
}
