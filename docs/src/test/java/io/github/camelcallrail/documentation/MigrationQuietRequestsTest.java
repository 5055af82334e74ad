package io.github.camelcallrail.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.Quota;
import io.github.camelcallrail.sandbox.RecordedRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that the route written by hand makes as its page says, and the one that takes its place does not. */
class MigrationQuietRequestsTest {

    @TempDir
    private Path state;

    @Test
    void aRefusalMakesMoreRequestsAndLocksEverybodyOut() {
        try (RoutesSideBySide routes = routes(UnaryOperator.identity())) {
            fireByHand(routes);

            assertThat(routes.takeRequests())
                    .extracting(RecordedRequest::status)
                    .containsExactly(200, 200, 200, 200, 200, 200, 429, 429, 429, 429, 429, 429);
            assertThat(somebodyElse(routes)).isEqualTo(429);
        }
    }

    @Test
    void oursLeavesToOthersWhatItIsToldTo() {
        try (RoutesSideBySide routes =
                routes(route -> route.replace("incremental: true", "incremental: true\n        requestsPerHour: 4"))) {
            routes.poll(DocumentedSandbox.NOW);
            List<RecordedRequest> first = routes.takeRequests();
            routes.poll(DocumentedSandbox.NOW);

            assertThat(first).isNotEmpty().extracting(RecordedRequest::status).containsOnly(200);
            assertThat(routes.takeRequests()).as("the budget is used up").isEmpty();
            assertThat(somebodyElse(routes)).isEqualTo(200);
        }
    }

    @Test
    void aMisspeltFilterLetsAllCallsThrough() {
        try (RoutesSideBySide routes = routes(route ->
                route.replace("&direction=inbound", "&directon=inbound").replace("per_page=100", "per_page=250"))) {
            fireByHand(routes);

            assertThat(routes.takeRequests()).isNotEmpty().allSatisfy(request -> assertThat(
                            request.parameter("directon"))
                    .contains("inbound"));
            assertThat(routes.database().ids("calls_by_hand"))
                    .containsExactlyInAnyOrderElementsOf(
                            InventedCalls.between(routes.sandbox().data(), "2026-03-08", "2026-03-15", call -> true))
                    .hasSizeGreaterThan(
                            InventedCalls.inboundSince(routes.sandbox().data(), "2026-03-08")
                                    .size());
        }
    }

    @Test
    void aMisspeltFilterOfOursIsAnErrorThatAsksNothing() {
        try (RoutesSideBySide routes = routes(UnaryOperator.identity())) {
            assertThatThrownBy(() -> routes.context().getEndpoint("callrail:calls?filter.directon=inbound"))
                    .rootCause()
                    .hasMessageContaining("directon")
                    .hasMessageContaining("direction");
            assertThat(routes.sandbox().journal().lines()).isEmpty();
        }
    }

    /** The routes of the page, against an account that may make six requests an hour. */
    private RoutesSideBySide routes(UnaryOperator<String> change) {
        return MigrationFromARouteTest.routes(CallRailSandbox.builder().quota(Quota.of(6, 10_000)), state, change);
    }

    private static void fireByHand(RoutesSideBySide routes) {
        routes.fire("calls-by-hand", DocumentedSandbox.NOW, InventedCalls.NEW_YORK);
    }

    /** What CallRail answers to somebody else who asks for the same account. */
    private static int somebodyElse(RoutesSideBySide routes) {
        CallRailSandbox sandbox = routes.sandbox();
        routes.context()
                .createProducerTemplate()
                .requestBodyAndHeader(
                        sandbox.baseUrl() + "/v3/a/" + sandbox.accountId()
                                + "/users.json?throwExceptionOnFailure=false",
                        null,
                        "Authorization",
                        "Token token=" + sandbox.apiKey());
        return sandbox.journal().requests("users").get(0).status();
    }
}
