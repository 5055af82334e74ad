package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcallrail.quota.JdbcRequestBudget;
import io.github.camelcallrail.quota.Limits;
import io.github.camelcallrail.quota.RequestBudget;
import io.github.camelcallrail.quota.RequestUsage;
import io.github.camelcallrail.sandbox.Fault;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.util.json.JsonObject;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the developer console and JMX show of an endpoint. */
class MonitoringTest extends IncrementalTesting {

    private static final String CONSUMER = "/endpoints/0/consumer";
    private static final String ACCOUNT = "/endpoints/0/accounts/0";

    /** One that JMX shows. */
    @BeforeEach
    void startManagedContext() {
        context.close();
        context = new CallRailContext(sandbox.baseUrl(), sandbox.apiKey(), CLOCK, true);
        context.getRegistry().bind("state", state);
    }

    private DevConsole console() {
        return DevConsoleRegistry.get(context).resolveById("callrail");
    }

    private JsonNode shown(String path) throws Exception {
        JsonObject json = (JsonObject) console().call(DevConsole.MediaType.JSON, Map.of());
        return new ObjectMapper().readTree(json.toJson()).at(path);
    }

    private Object managed(String type, String attribute) throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName pattern = new ObjectName(
                "org.apache.camel:context=" + context.getManagementName() + ",type=" + type + ",name=*allRail*");
        ObjectName alsoLowerCase = new ObjectName(
                "org.apache.camel:context=" + context.getManagementName() + ",type=" + type + ",name=*callrail*");
        ObjectName found = server.queryNames(pattern, null).stream()
                .findFirst()
                .orElseGet(
                        () -> server.queryNames(alsoLowerCase, null).iterator().next());
        return server.getAttribute(found, attribute);
    }

    @Test
    void anIncrementalConsumerShowsHowFarItIs() throws Exception {
        calls(23);
        incremental("calls", "daysBack=30&pageSize=10");
        consumer.poll();
        CLOCK.advance(Duration.ofMinutes(15));

        assertThat(shown("/endpoints").size()).isEqualTo(1);
        assertThat(shown("/endpoints/0/report").asText()).isEqualTo("calls");
        assertThat(shown("/endpoints/0/requests").asLong())
                .isEqualTo(sandbox.journal().requests().size());
        assertThat(shown("/endpoints/0/records").asLong()).isEqualTo(23);
        assertThat(shown("/endpoints/0/progress/done").asLong()).isEqualTo(23);
        assertThat(shown("/endpoints/0/progress/ended").asBoolean()).isTrue();
        assertThat(shown(CONSUMER + "/routeId").asText()).isEqualTo("incremental");
        assertThat(shown(CONSUMER + "/polls").asLong()).isEqualTo(1);
        assertThat(shown(CONSUMER + "/lastPoll/outcome").asText()).isEqualTo("DONE");
        assertThat(shown(CONSUMER + "/lastPoll/exchanges").asInt()).isEqualTo(23);
        assertThat(shown(CONSUMER + "/lastPoll/begun").asText()).isEqualTo(NOW.toString());
        assertThat(shown(CONSUMER + "/incremental/readUpTo").asText()).isEqualTo("2026-03-15T16:30:00Z");
        assertThat(shown(CONSUMER + "/incremental/lookback/1/tier").asText()).isEqualTo("2d@1h");
        assertThat(shown(CONSUMER + "/incremental/lookback/1/looked").asText()).isEqualTo(NOW.toString());
        assertThat(shown(CONSUMER + "/incremental/lagSeconds").asLong()).isEqualTo(15 * 60 + 20);
        assertThat(shown(CONSUMER + "/lastFailure").isMissingNode()).isTrue();
        assertThat(managed("consumers", "LastFailure")).isEqualTo("");
        assertThat(managed("consumers", "ReadUpTo")).isEqualTo("2026-03-15T16:30:00Z");
        assertThat(managed("consumers", "LagSeconds")).isEqualTo(15 * 60 + 20L);
        assertThat(managed("consumers", "Lookback").toString()).contains("2d@1h (" + NOW + ")");
        assertThat(managed("consumers", "Polls")).isEqualTo(1L);
        assertThat(managed("consumers", "LastPoll")).isEqualTo(NOW.toString());
        assertThat(managed("consumers", "LastPollOutcome")).isEqualTo("DONE");
        assertThat(managed("endpoints", "Requests"))
                .isEqualTo((long) sandbox.journal().requests().size());
        assertThat(managed("endpoints", "Records")).isEqualTo(23L);
        assertThat(managed("endpoints", "ProgressDone")).isEqualTo(23L);
        assertThat(managed("endpoints", "ProgressTotal")).isEqualTo(23L);
        assertThat(managed("endpoints", "ProgressSecondsLeft")).isEqualTo(0L);
    }

    @Test
    void theDifferenceOfTheClocksIsShownOnceItIsKnown() throws Exception {
        context.callrail().setClock(Clock.offset(CLOCK, Duration.ofHours(3)));
        incremental("calls", "");
        assertThat(managed("endpoints", "ClockDifference")).isNull();
        assertThat(shown("/endpoints/0/clockDifference").isMissingNode()).isTrue();

        consumer.poll();
        CLOCK.advance(Duration.ofMinutes(15));

        assertThat(managed("endpoints", "ClockDifference")).isEqualTo(10_800L);
        assertThat(shown("/endpoints/0/clockDifference").asLong()).isEqualTo(10_800);
        assertThat(managed("consumers", "LagSeconds")).isEqualTo(15 * 60 + 20L);
    }

    @Test
    void aConsumerThatStoppedIsShownNoMore() throws Exception {
        incremental("calls", "");
        assertThat(shown(CONSUMER + "/polls").asLong()).isZero();

        context.getRouteController().stopRoute("incremental");

        assertThat(shown(CONSUMER).isMissingNode()).isTrue();
    }

    @Test
    void recordsThatFailedAreCounted() throws Exception {
        failing.addAll(calls(3).subList(0, 2));
        incremental("calls", "");

        consumer.poll();

        assertThat(shown(CONSUMER + "/lastPoll/failures").asInt()).isEqualTo(2);
        assertThat(shown(CONSUMER + "/incremental/failedRecords").asInt()).isEqualTo(2);
        assertThat(managed("consumers", "FailedRecords")).isEqualTo(2);
    }

    @Test
    void theBudgetShowsWhatIsLeft() throws Exception {
        calls(23);
        incremental("calls", "pageSize=10&requestsPerHour=2");

        consumer.poll();

        assertThat(shown(ACCOUNT + "/accountId").asText()).isEqualTo(account());
        assertThat(shown(ACCOUNT + "/requestsInHour").asLong()).isEqualTo(2);
        assertThat(shown(ACCOUNT + "/requestsInDay").asLong()).isEqualTo(2);
        assertThat(shown(ACCOUNT + "/requestsPerHour").asLong()).isEqualTo(2);
        assertThat(shown(ACCOUNT + "/requestsLeft").asLong()).isZero();
        assertThat(shown(CONSUMER + "/lastPoll/outcome").asText()).isEqualTo("POSTPONED");
        assertThat(shown(CONSUMER + "/lastPoll/failureKind").asText()).isEqualTo("OVER_BUDGET");
        assertThat(managed("endpoints", "RequestsLeft")).isEqualTo(0L);

        CLOCK.advance(Duration.ofMinutes(61));
        assertThat(managed("endpoints", "RequestsLeft")).isEqualTo(2L);
        assertThat(shown(ACCOUNT + "/requestsInDay").asLong()).isEqualTo(2);
    }

    @Test
    void aRefusalShowsUntilWhenNobodyAsks() throws Exception {
        calls(5);
        incremental("calls", "");
        sandbox.faults().onRequest(1, Fault.status(429, "", Map.of("Retry-After", "300")));

        consumer.poll();

        assertThat(shown("/endpoints/0/refusedRequests").asLong()).isEqualTo(1);
        assertThat(shown(ACCOUNT + "/pausedUntil").asText()).isEqualTo("2026-03-15T16:35:20Z");
        assertThat(shown(ACCOUNT + "/requestsLeft").asLong()).isZero();
        assertThat(managed("endpoints", "RefusedRequests")).isEqualTo(1L);
    }

    @Test
    void aPollThatFailsShowsTheKind() throws Exception {
        calls(5);
        incremental("calls", "");
        sandbox.faults().onRequest(1, Fault.status(401, ""));

        consumer.run();

        assertThat(shown(CONSUMER + "/lastPoll/outcome").asText()).isEqualTo("FAILED");
        assertThat(shown(CONSUMER + "/lastPoll/failureKind").asText()).isEqualTo("UNAUTHORIZED");
        assertThat(managed("consumers", "LastPollOutcome")).isEqualTo("FAILED");
        assertThat(managed("consumers", "ReadUpTo")).isEqualTo("");
        assertThat(managed("consumers", "LagSeconds")).isEqualTo(-1L);
        assertThat(shown(CONSUMER + "/incremental/lagSeconds").isMissingNode()).isTrue();
    }

    @Test
    void theLastFailureIsKeptWithItsAdviceWhenTheNextPollSucceeds() throws Exception {
        calls(5);
        incremental("calls", "");
        sandbox.faults().onRequest(1, Fault.status(429, "", Map.of("Retry-After", "300")));

        consumer.poll();
        String failure = CONSUMER + "/lastFailure";
        assertThat(shown(failure + "/at").asText()).isEqualTo(NOW.toString());
        CLOCK.advance(Duration.ofMinutes(15));
        consumer.poll();

        assertThat(shown(CONSUMER + "/lastPoll/outcome").asText()).isEqualTo("DONE");
        assertThat(shown(failure + "/at").asText()).isEqualTo(NOW.toString());
        assertThat(shown(failure + "/kind").asText()).isEqualTo("RATE_LIMITED");
        assertThat(shown(failure + "/message").asText()).contains("calls").doesNotContain(sandbox.apiKey());
        assertThat(shown(failure + "/retryAt").asText()).isEqualTo("2026-03-15T16:35:20Z");
        assertThat(managed("consumers", "LastFailure"))
                .isEqualTo(shown(failure + "/message").asText());
    }

    @Test
    void theNextPollIsShownWhereItIsKnown() throws Exception {
        calls(5);
        incremental("calls", "initialDelay=30s&delay=15m");
        assertThat(shown(CONSUMER + "/nextPoll").isMissingNode()).isTrue();
        assertThat(managed("consumers", "NextPoll")).isEqualTo("");

        // From here as with a scheduler.
        consumer.setStartScheduler(true);
        assertThat(shown(CONSUMER + "/nextPoll").asText())
                .isEqualTo(NOW.plusSeconds(30).toString());

        sandbox.faults().afterRequest(1, () -> CLOCK.advance(Duration.ofMinutes(1)));
        consumer.poll();
        assertThat(shown(CONSUMER + "/nextPoll").asText())
                .isEqualTo(NOW.plusSeconds(16 * 60).toString());
        assertThat(managed("consumers", "NextPoll"))
                .isEqualTo(NOW.plusSeconds(16 * 60).toString());

        consumer.setUseFixedDelay(false);
        assertThat(shown(CONSUMER + "/nextPoll").asText())
                .isEqualTo(NOW.plusSeconds(15 * 60).toString());

        consumer.setRepeatCount(1);
        assertThat(shown(CONSUMER + "/nextPoll").isMissingNode()).isTrue();
    }

    /** Sends a message through a route, because JMX shows no endpoints that only a template uses. */
    private void requestInRoute(String uri) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to(uri);
            }
        });
        requested("direct:in", Map.of());
    }

    @Test
    void aProducerIsAnEndpointWithoutAConsumer() throws Exception {
        calls(5);
        requestInRoute(uri("calls", ""));

        assertThat(shown("/endpoints/0/records").asLong()).isEqualTo(5);
        assertThat(shown(CONSUMER).isMissingNode()).isTrue();
        assertThat(managed("endpoints", "RequestsLeft")).isEqualTo(999L);
    }

    @Test
    void aSharedBudgetShowsWhatAllHaveUsed() throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:monitoring;db_close_delay=-1");
        JdbcRequestBudget shared = new JdbcRequestBudget(database);
        context.getRegistry().bind("budget", shared);
        shared.take(account(), Limits.CALLRAILS_OWN, NOW);
        calls(5);

        records(uri("calls", "requestBudget=#budget"));

        assertThat(shown(ACCOUNT + "/requestsInHour").asLong()).isEqualTo(2);
    }

    @Test
    void aBudgetThatCannotTellLeavesTheRestToBeSeen() throws Exception {
        calls(5);
        JdbcDataSource database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:gone;db_close_delay=-1");
        context.getRegistry().bind("budget", new JdbcRequestBudget(database));
        requestInRoute(uri("calls", "requestBudget=#budget"));
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("drop table callrail_requests");
        }

        assertThat(shown(ACCOUNT + "/requestsLeft").isMissingNode()).isTrue();
        assertThat(shown(ACCOUNT + "/requestsPerHour").asLong()).isEqualTo(1_000);
        assertThat(managed("endpoints", "RequestsLeft")).isEqualTo(-1L);
    }

    @Test
    void theTextSaysTheSameAndNoKey() throws Exception {
        calls(5);
        incremental("calls", "apiKey=" + sandbox.apiKey());
        consumer.poll();

        String text = (String) console().call(DevConsole.MediaType.TEXT, Map.of());
        String json = ((JsonObject) console().call(DevConsole.MediaType.JSON, Map.of())).toJson();

        assertThat(text)
                .startsWith("callrail://calls?")
                .contains("    records: 5\n")
                .contains("        accountId " + account() + ", requestsInHour ")
                .contains("        lastPoll:\n            begun: " + NOW + "\n")
                .contains("                tier 2h, looked " + NOW + "\n")
                .doesNotContain(sandbox.apiKey());
        assertThat(json).doesNotContain(sandbox.apiKey());
    }

    @Test
    void whatIsSearchedForIsMasked() throws Exception {
        records(uri("calls", "search=5125550142&filter.direction=inbound&pageSize=7"));

        assertThat(shown("/endpoints/0/uri").asText())
                .contains("search=xxxxxx")
                .contains("filter.direction=xxxxxx")
                .contains("pageSize=7")
                .doesNotContain("5125550142");
    }

    @Test
    void whatIsSavedIsShownBeforeTheFirstPoll() throws Exception {
        calls(5);
        incremental("calls", "");
        consumer.poll();
        context.getRouteController().stopRoute("incremental");
        context.getRouteController().startRoute("incremental");

        assertThat(managed("consumers", "ReadUpTo")).isEqualTo("2026-03-15T16:30:00Z");
        assertThat(managed("consumers", "FailedRecords")).isEqualTo(0);
    }

    @Test
    void aBudgetOfSomebodyElsesThatFailsLeavesTheRestToBeSeen() throws Exception {
        calls(5);
        context.getRegistry().bind("budget", new RequestBudget() {
            @Override
            public Optional<Instant> take(String account, Limits limits, Instant now) {
                return Optional.empty();
            }

            @Override
            public void raise(String account, int inHour, int inDay, Instant now) {
                // It counts nothing.
            }

            @Override
            public Optional<RequestUsage> used(String account, Instant now) {
                throw new IllegalStateException("away");
            }
        });
        records(uri("calls", "requestBudget=#budget"));

        assertThat(shown("/endpoints/0/records").asLong()).isEqualTo(5);
        assertThat(shown(ACCOUNT + "/requestsLeft").isMissingNode()).isTrue();
    }

    @Test
    void lookingAtASharedBudgetChangesNothing() throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:looking;db_close_delay=-1");
        JdbcRequestBudget shared = new JdbcRequestBudget(database);
        shared.take("ACC1", Limits.CALLRAILS_OWN, NOW);
        try (Connection held = database.getConnection();
                Statement statement = held.createStatement()) {
            held.setAutoCommit(false);
            statement.execute("select * from callrail_requests for update");

            assertThat(shared.used("ACC1", NOW.plusSeconds(300))).contains(new RequestUsage(1, 1));
            assertThat(shared.used("ACC2", NOW)).contains(new RequestUsage(0, 0));
        }
    }

    @Test
    void withoutEndpointsItSaysSo() {
        context.start();

        assertThat(console().call(DevConsole.MediaType.TEXT, Map.of())).isEqualTo("No callrail: endpoint\n");
    }
}
