package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.quota.CountedRequestBudget;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** What the consumers of an account need together, which each of them says only for itself. */
class PlannedRequestsTest extends SandboxTest {

    private static final String ACCOUNT = "ACC0190aa22bb33cc44dd55ee66ff000001";
    private static final String OTHER = "ACC0190aa22bb33cc44dd55ee66ff000002";

    private int routes;

    private void route(String report, String options) throws Exception {
        String uri = "callrail:" + report + "?initialDelay=1h&" + options;
        String id = "route" + ++routes;
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).routeId(id).to("mock:out");
            }
        });
    }

    private static String of(String account, String options) {
        return "accountId=" + account + "&incremental=true&" + options;
    }

    private static List<String> sums(LogLines log) {
        return log.lines().stream().filter(line -> line.contains("together")).toList();
    }

    private List<String> sumsOfStart() {
        try (LogLines log = new LogLines()) {
            context.start();
            return sums(log);
        }
    }

    private static String tooMany(int consumers, String account, int requests, int allowed, String option) {
        return ("WARN callrail: %s consumers of %s need at least %s requests a day together; the budget allows %s."
                        + " Polls will be postponed for hours. Poll less often (option delay), or with"
                        + " incremental=true; raise %s only if CallRail allows the account more.")
                .formatted(consumers, account, requests, allowed, option);
    }

    @Test
    void twoConsumersOfAnAccountAreAddedUp() throws Exception {
        route("calls", of(ACCOUNT, "delay=20s"));
        route("form-submissions", of(ACCOUNT, "delay=20s"));

        assertThat(sumsOfStart())
                .containsExactly("INFO callrail: 2 consumers of account '" + ACCOUNT
                        + "' need at least 8640 requests a day together; the budget allows 10000");
    }

    @Test
    void threeThatNeedTooMuchAreWarnedOf() throws Exception {
        route("calls", of(ACCOUNT, "delay=20s"));
        route("form-submissions", of(ACCOUNT, "delay=20s"));
        route("tags", "accountId=" + ACCOUNT + "&delay=20s");

        assertThat(sumsOfStart())
                .containsExactly(tooMany(3, "account '" + ACCOUNT + "'", 12_960, 10_000, "requestsPerDay"));
    }

    @Test
    void oneThatNeedsTooMuchIsWarnedOfToo() throws Exception {
        route("calls", of(ACCOUNT, "delay=5s"));

        try (LogLines log = new LogLines()) {
            context.start();
            assertThat(log.lines())
                    .filteredOn(line -> line.startsWith("WARN"))
                    .singleElement()
                    .asString()
                    .startsWith("WARN callrail: 1 consumer of account '" + ACCOUNT
                            + "' needs at least 17280 requests a day; the budget allows 10000. ");
        }
    }

    @Test
    void oneAloneSaysItOnlyForItself() throws Exception {
        route("calls", of(ACCOUNT, "delay=20s"));

        assertThat(sumsOfStart()).isEmpty();
    }

    @Test
    void accountsAndBudgetsAreNotMixed() throws Exception {
        context.getRegistry().bind("own", new CountedRequestBudget());
        route("calls", of(ACCOUNT, "delay=20s"));
        route("calls", of(OTHER, "delay=20s"));
        route("calls", of(ACCOUNT, "delay=20s&requestBudget=#own"));
        route("tags", of(OTHER, "delay=1h"));

        assertThat(sumsOfStart())
                .containsExactly("INFO callrail: 2 consumers of account '" + OTHER
                        + "' need at least 4344 requests a day together; the budget allows 10000");
    }

    @Test
    void theLowestLimitDecides() throws Exception {
        route("calls", of(ACCOUNT, "delay=1m&requestsPerDay=2000"));
        route("tags", of(ACCOUNT, "delay=1m"));
        route("calls", of(OTHER, "delay=1m&requestsPerHour=100"));
        route("tags", of(OTHER, "delay=1m"));

        assertThat(sumsOfStart())
                .containsExactlyInAnyOrder(
                        tooMany(2, "account '" + ACCOUNT + "'", 2_880, 2_000, "requestsPerDay"),
                        tooMany(2, "account '" + OTHER + "'", 2_880, 2_400, "requestsPerHour"));
    }

    @Test
    void theAccountThatNobodyNamesIsTheOneOfTheKey() throws Exception {
        route("calls", "incremental=true&delay=20s");
        route("tags", "delay=1h");
        assertThat(sumsOfStart())
                .containsExactly("INFO callrail: 2 consumers of the key's only account need at least 4344 requests a"
                        + " day together; the budget allows 10000");
    }

    @Test
    void theAccountThatNobodyNamesIsTheOneThatAnotherNames() throws Exception {
        route("calls", "incremental=true&delay=20s");
        route("tags", "accountId=" + ACCOUNT + "&delay=1h");
        assertThat(sumsOfStart())
                .containsExactly("INFO callrail: 2 consumers of account '" + ACCOUNT
                        + "' need at least 4344 requests a day together; the budget allows 10000");
    }

    @Test
    void aScheduleThatIsNotKnownIsMentioned() throws Exception {
        route("calls", of(ACCOUNT, "delay=20s"));
        route("tags", of(ACCOUNT, "delay=1h"));
        route("users", of(ACCOUNT, "delay=1h&repeatCount=2"));
        context.getRegistry().bind("own", new IdleScheduler());
        route("trackers", of(ACCOUNT, "scheduler=#own"));

        assertThat(sumsOfStart())
                .containsExactly("INFO callrail: 4 consumers of account '" + ACCOUNT
                        + "' need at least 4346 requests a day together, without 1 that has its own scheduler; the"
                        + " budget allows 10000");
    }

    @Test
    void aRestartedRouteRepeatsNothingAndANewOneIsAdded() throws Exception {
        route("calls", of(ACCOUNT, "delay=20s"));
        route("tags", of(ACCOUNT, "delay=1h"));
        context.start();

        try (LogLines log = new LogLines()) {
            context.getRouteController().stopRoute("route1");
            context.getRouteController().startRoute("route1");
            context.getRouteController().suspendRoute("route2");
            context.getRouteController().resumeRoute("route2");
            assertThat(sums(log)).isEmpty();

            route("users", of(ACCOUNT, "delay=1h"));
            context.getRouteController().stopRoute("route1");
            route("companies", of(ACCOUNT, "delay=1h"));
            assertThat(sums(log))
                    .extracting(line -> line.replaceAll(".*: (\\d) consumers .* at least (\\d+) .*", "$1 $2"))
                    .containsExactly("3 4368", "3 72");
        }
    }
}
