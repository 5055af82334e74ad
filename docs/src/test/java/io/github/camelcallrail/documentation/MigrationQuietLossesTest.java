package io.github.camelcallrail.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.RecordedRequest;
import io.github.camelcallrail.sandbox.SandboxData;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows and edits that the route written by hand loses as its page says, and the one that takes its place does not. */
class MigrationQuietLossesTest {

    private static final Instant NOW = DocumentedSandbox.NOW;

    private RoutesSideBySide routes;

    @BeforeEach
    void start(@TempDir Path state) {
        routes = MigrationFromARouteTest.routes(CallRailSandbox.builder(), state, UnaryOperator.identity());
    }

    @AfterEach
    void close() {
        routes.close();
    }

    @Test
    void aRowThatIsRemovedBetweenTwoPagesCostsAnother() {
        List<String> calls = inboundSince("2026-03-08");
        String newest = calls.get(calls.size() - 1);
        routes.afterNextRequest(() -> data().remove("calls", newest));
        fireByHand(NOW);
        List<String> once = byHand();
        fireByHand(NOW);
        List<String> twice = byHand();
        routes.takeRequests();
        routes.afterNextRequest(() -> data().remove("calls", calls.get(0)));

        routes.poll(NOW);

        assertThat(calls).hasSize(once.size() + 1).containsAll(once);
        assertThat(twice).as("read again").containsExactlyInAnyOrderElementsOf(calls);
        assertThat(ours()).contains(calls.get(0)).containsAll(inboundSince("2026-03-08"));
        assertThat(routes.takeRequests())
                .as("after the second page the reading goes on from the time of the last row")
                .extracting(request -> request.parameter("page").orElseThrow())
                .containsExactly("1", "2", "1", "2");
    }

    @Test
    void aServerInAnotherZoneAsksForOtherDays() {
        Instant evening = Instant.parse("2026-03-15T01:30:00Z");
        routes.fire("calls-by-hand", evening, ZoneOffset.UTC);
        List<RecordedRequest> requests = routes.takeRequests();

        routes.poll(evening);

        List<String> lost = InventedCalls.between(data(), "2026-03-07", "2026-03-07", call -> call.get("direction")
                .equals("inbound"));
        assertThat(requests.get(0).parameter("start_date")).contains("2026-03-08");
        assertThat(routes.takeRequests().get(0).rawQuery())
                .startsWith("start_date=2026-03-07T00%3A00&end_date=2026-03-14T21%3A30&time_zone=America%2FNew_York&");
        assertThat(lost).isNotEmpty();
        assertThat(ours()).containsAll(lost);
        assertThat(byHand()).doesNotContainAnyElementsOf(lost);
    }

    @Test
    void anEditIsNotSeen() {
        fireByHand(NOW);
        routes.poll(NOW);
        String edited = inboundSince("2026-03-14").get(0);
        data().edit("calls", edited, Map.of("note", "called back"));
        routes.takeRequests();
        Instant later = NOW.plus(Duration.ofHours(2));
        fireByHand(later);
        List<RecordedRequest> requests = routes.takeRequests();

        routes.poll(later);

        assertThat(requests).as("all is read again").hasSize(7);
        assertThat(noteIn("calls_by_hand", edited)).isNotEqualTo(List.of("called back"));
        assertThat(noteIn("calls", edited)).isEqualTo(List.of("called back"));
        assertThat(routes.takeRequests().get(0).parameter("start_date")).contains("2026-03-13T12:30");
    }

    @Test
    void aRowThatFailsTakesThePagesBehindItAlong() {
        String failing = inboundSince("2026-03-14").get(0);
        data().edit("calls", failing, Map.of("note", "a long story ".repeat(20)));
        for (int quarter = 0; quarter < 2; quarter++) {
            fireByHand(NOW.plus(Duration.ofMinutes(15 * quarter)));
            assertThat(routes.takeRequests()).as("pages 1 and 2 of 7").hasSize(2);
            assertThat(byHand()).hasSize(199).doesNotContain(failing);
        }
        routes.poll(NOW);
        assertThat(ours()).hasSize(inboundSince("2026-03-08").size() - 1).doesNotContain(failing);
        routes.database().execute("alter table calls_by_hand alter column note varchar(1000)");
        routes.database().execute("alter table calls alter column note varchar(1000)");
        Instant later = NOW.plus(Duration.ofDays(9));

        fireByHand(later);
        routes.poll(later);

        assertThat(byHand()).as("for good").hasSize(199);
        assertThat(ours()).containsExactlyInAnyOrderElementsOf(inboundSince("2026-03-08"));
    }

    private void fireByHand(Instant at) {
        routes.fire("calls-by-hand", at, InventedCalls.NEW_YORK);
    }

    private SandboxData data() {
        return routes.sandbox().data();
    }

    private List<String> inboundSince(String day) {
        return InventedCalls.inboundSince(data(), day);
    }

    private List<String> byHand() {
        return routes.database().ids("calls_by_hand");
    }

    private List<String> ours() {
        return routes.database().ids("calls");
    }

    private List<Object> noteIn(String table, String id) {
        return routes.database()
                .rows("select note from " + table + " where id = '" + id + "'")
                .get(0);
    }
}
