package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcallrail.agency.AgencyConsumer;
import io.github.camelcallrail.sandbox.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A consumer of several accounts polls each of them on its own. */
class AgencyConsumerTest extends AgencyTesting {

    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void everyAccountOfTheKeyIsPolled() throws Exception {
        String first = call(0, HOUR);
        String second = call(1, HOUR);
        String third = call(2, HOUR);

        AgencyConsumer consumer = agency("calls", "accountId=*&incremental=true&stateRepository=#state");

        awaitReceived(account(0) + " " + first, account(1) + " " + second, account(2) + " " + third);
        assertThat(consumer.getSources()).isEqualTo(3);
        assertThat(consumer.getFailingSources()).isEmpty();
        assertThat(requestsTo("/v3/a.json"))
                .as("the accounts are looked up once")
                .isEqualTo(1);
    }

    @Test
    void theLogSaysHowManyAccountsArePolledAndWhereTheirStateIs() throws Exception {
        try (LogLines log = new LogLines()) {
            agency("calls", "accountId=*&incremental=true&stateRepository=#state&timeZone=America/New_York");

            await().untilAsserted(() -> assertThat(log.lines())
                    .containsOnlyOnce("INFO callrail:calls polls 3 accounts, each on its own, up to 10 at the same"
                            + " time; state in RecordingStateRepository"));
        }
    }

    @Test
    void aListOfAccountsIsPolledWithoutLookingThemUp() throws Exception {
        call(0, HOUR);
        String second = call(1, HOUR);
        String third = call(2, HOUR);

        agency(
                "calls",
                "accountId=" + account(2) + ", " + account(1)
                        + "&incremental=true&stateRepository=#state&timeZone=America/New_York");

        awaitReceived(account(1) + " " + second, account(2) + " " + third);
        assertThat(requestsTo("/v3/a.json")).isZero();
        assertThat(requestsTo(account(0))).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 429, 500})
    void aFailingAccountCostsTheOthersNothing(int status) throws Exception {
        sandbox.faults().inAccount(account(1), Fault.status(status, "{\"error\":\"no\"}"));
        String first = call(0, HOUR);
        call(1, HOUR);
        String third = call(2, HOUR);

        AgencyConsumer consumer = agency(
                "calls", "accountId=*&incremental=true&stateRepository=#state&timeZone=America/New_York&repeatCount=2");

        awaitReceived(account(0) + " " + first, account(2) + " " + third);
        await().until(() -> requestsTo(account(0)) == 2 && requestsTo(account(2)) == 2);
        await().untilAsserted(() -> assertThat(consumer.getFailingSources()).containsExactly(account(1)));
    }

    @Test
    void anAccountThatRecoversIsReadFromWhereItWas() throws Exception {
        sandbox.faults().inAccount(account(1), Fault.status(403, "{\"error\":\"no\"}"));
        String second = call(1, HOUR);
        AgencyConsumer consumer = agency("calls", "accountId=*&incremental=true&stateRepository=#state");
        await().untilAsserted(() -> assertThat(consumer.getFailingSources()).containsExactly(account(1)));
        assertThat(received()).isEmpty();

        sandbox.faults().clear();

        awaitReceived(account(1) + " " + second);
        await().untilAsserted(() -> assertThat(consumer.getFailingSources()).isEmpty());
    }

    @Test
    void aSchedulerOfItsOwnPollsEveryAccountWhenItFires() throws Exception {
        FiringScheduler scheduler = new FiringScheduler();
        context.getRegistry().bind("firing", scheduler);
        agency("calls", "accountId=*&timeZone=America/New_York&scheduler=#firing");
        assertThat(sandbox.journal().lines()).isEmpty();

        scheduler.fire();
        await().until(() -> requestsTo("/calls.json") == 3);
        scheduler.fire();
        await().until(() -> requestsTo("/calls.json") == 6);
        assertThat(requestsTo(account(1) + "/calls.json")).isEqualTo(2);
    }

    @Test
    void aDatabaseThatIsAwayForAWhileLosesNothing() throws Exception {
        state.beforeRead = key -> {
            throw new IllegalStateException("the database is away");
        };
        String first = call(0, HOUR);
        String second = call(1, HOUR);
        AgencyConsumer consumer =
                agency("calls", "accountId=*&incremental=true&stateRepository=#state&timeZone=America/New_York");
        await().untilAsserted(() ->
                assertThat(consumer.getFailingSources()).containsExactlyInAnyOrderElementsOf(sandbox.accountIds()));
        assertThat(received()).isEmpty();

        state.beforeRead = key -> {};

        awaitReceived(account(0) + " " + first, account(1) + " " + second);
        await().untilAsserted(() -> assertThat(consumer.getFailingSources()).isEmpty());
    }

    @Test
    void anAccountThatHangsDelaysNoOther() throws Exception {
        sandbox.faults().inAccount(account(1), Fault.delay(Duration.ofSeconds(60)));
        context.getShutdownStrategy().setTimeout(1);
        agency(
                "calls",
                "accountId=*&incremental=true&stateRepository=#state&concurrentAccounts=2&timeZone=America/New_York");
        await().until(() -> requestsTo(account(1)) == 1);

        String first = call(0, HOUR);
        String third = call(2, HOUR);
        awaitReceived(account(0) + " " + first, account(2) + " " + third);
        assertThat(requestsTo(account(1))).isEqualTo(1);
    }

    @Test
    void aLargeAccountGivesWayToTheOthersAndLosesNothing() throws Exception {
        sandbox.data().generate(account(0), "calls", 600, NOW.minus(Duration.ofDays(6)), NOW.minus(HOUR));
        List<String> large = sandbox.data().ids(account(0), "calls", all -> true);
        String small = call(1, HOUR);

        agency(
                "calls",
                "accountId=" + account(0) + "," + account(1) + "&incremental=true&stateRepository=#state"
                        + "&concurrentAccounts=1&pageSize=10&timeZone=America/New_York");

        await().until(() -> received().size() == 601);
        List<String> all = received();
        assertThat(all.indexOf(account(1) + " " + small)).isLessThan(201);
        assertThat(all)
                .containsOnlyOnceElementsOf(
                        large.stream().map(id -> account(0) + " " + id).toList());
    }

    @Test
    void nothingIsKeptInMemoryBetweenPollsThatCanBeRequestedAgain() throws Exception {
        sandbox.data().generate(account(0), "calls", 30, NOW.minus(Duration.ofDays(6)), NOW.minus(HOUR));
        agency(
                "calls",
                "accountId=" + account(0) + "," + account(1) + "&incremental=true&stateRepository=#state"
                        + "&maxMessagesPerPoll=10&timeZone=America/New_York");

        await().until(() -> received().size() == 30);
        assertThat(received()).doesNotHaveDuplicates();
        assertThat(requestsTo(account(0)))
                .as("the page is requested at each poll")
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void accountsThatAreAddedLaterArePolledFromTheNextDayOn() throws Exception {
        AgencyConsumer consumer = agency("calls", "accountId=*&incremental=true&stateRepository=#state");
        await().until(() -> consumer.getSources() == 3);
        String added = sandbox.data().add("accounts", Map.of("name", "Added"));
        String call = sandbox.data()
                .add(added, "calls", Map.of("start_time", CLOCK.instant().minus(HOUR)));
        CLOCK.advance(Duration.ofHours(23));
        assertThat(consumer.getSources()).isEqualTo(3);

        CLOCK.advance(HOUR.plusMinutes(1));
        awaitReceived(added + " " + call);
        assertThat(requestsTo("/v3/a.json")).isEqualTo(2);
    }

    @Test
    void anAccountThatDisappearsIsNoLongerPolledAndContinuesWhenItComesBack() throws Exception {
        String first = call(0, HOUR);
        String second = call(1, HOUR);
        AgencyConsumer consumer = agency("calls", "accountId=*&incremental=true&stateRepository=#state");
        awaitReceived(account(0) + " " + first, account(1) + " " + second);
        String gone = account(1);

        sandbox.data().remove(gone, "accounts", gone);
        CLOCK.advance(Duration.ofHours(25));
        await().until(() -> consumer.getSources() == 2);

        assertThat(state.keys()).as("its state is kept").anyMatch(key -> key.startsWith(gone + "/calls/agency"));
        assertThat(received()).hasSize(2);
    }

    @Test
    void whenAnAccountDisappearsTheRouteKeepsTakingTheRecordsOfTheOthers() throws Exception {
        AgencyConsumer consumer = agency("calls", "accountId=*&incremental=true&stateRepository=#state");
        await().until(() -> consumer.getSources() == 3);

        sandbox.data().remove(account(2), "accounts", account(2));
        CLOCK.advance(Duration.ofHours(25));
        await().until(() -> consumer.getSources() == 2);

        String call = call(0, Duration.ofMinutes(1));
        awaitReceived(account(0) + " " + call);
    }

    @Test
    void theStateOfAnAccountIsThatOfAConsumerOfThisAccountOnly() throws Exception {
        String before = call(1, HOUR);
        agency("calls", "accountId=" + account(1) + "," + account(2) + "&incremental=true&stateRepository=#state");
        awaitReceived(account(1) + " " + before);
        context.close();
        context = context();
        String after = call(1, Duration.ofMinutes(5));

        route("calls", "accountId=" + account(1) + "&incremental=true&stateRepository=#state");

        awaitReceived(account(1) + " " + before, account(1) + " " + after);
    }

    @Test
    void everyCompanyIsPolledOnItsOwn() throws Exception {
        List<String> companies = sandbox.data().ids(account(1), "companies", all -> true);
        String call = sandbox.data()
                .add(account(1), "calls", Map.of("start_time", NOW.minus(HOUR), "company_id", companies.get(2)));

        AgencyConsumer consumer = agency(
                "calls", "accountId=*&companyId=*&incremental=true&stateRepository=#state&timeZone=America/New_York");

        awaitReceived(account(1) + " " + companies.get(2) + " " + call);
        await().until(() -> consumer.getSources() == 9);
        assertThat(requestsTo("/companies.json")).isEqualTo(3);
    }

    @Test
    void aReportThatIsListedPerCompanyIsReadForAll() throws Exception {
        AgencyConsumer consumer = agency("integrations", "accountId=" + account(0) + "&companyId=*&repeatCount=1");

        await().until(() -> requestsTo("/integrations.json") == 3);
        assertThat(consumer.getSources()).isEqualTo(3);
        sandbox.data().ids(account(0), "companies", all -> true).forEach(company -> assertThat(
                        requestsTo("company_id=" + company))
                .isEqualTo(1));
    }

    @Test
    void exchangesOfAccountsFollowOneAnother() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        for (int account = 0; account < 3; account++) {
            for (int number = 0; number < 20; number++) {
                call(account, HOUR.plusSeconds(number));
            }
        }
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("callrail:calls?accountId=*&initialDelay=0&timeZone=America/New_York")
                        .process(exchange -> {
                            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                            Thread.yield();
                            received.add(exchange);
                            inside.decrementAndGet();
                        });
            }
        });
        context.start();

        await().until(() -> received.size() == 60);
        assertThat(most).hasValue(1);
    }

    @Test
    void exchangesOfAccountsMayRunAtTheSameTime() throws Exception {
        call(0, HOUR);
        call(1, HOUR);
        CountDownLatch inside = new CountDownLatch(2);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("callrail:calls?accountId=*&initialDelay=0&parallelProcessing=true&timeZone=America/New_York")
                        .process(exchange -> {
                            inside.countDown();
                            if (inside.await(10, TimeUnit.SECONDS)) {
                                received.add(exchange);
                            }
                        });
            }
        });
        context.start();

        await().until(() -> received.size() == 2);
    }

    /** Polls when a test says so, and at no other time. */
    private static final class FiringScheduler extends IdleScheduler {

        private Runnable task;

        @Override
        public void scheduleTask(Runnable poll) {
            task = poll;
        }

        void fire() {
            task.run();
        }
    }
}
