package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.agency.AgencyConsumer;
import io.github.camelcallrail.sandbox.Fault;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.junit.jupiter.api.Test;

/** A process that polls every account once learns when that is done, and whether everything was read. */
class AgencyOnceTest extends AgencyTesting {

    private static final String ONCE = "repeatCount=1&timeZone=America/New_York&pollStrategy=#once&";

    private static final String INCREMENTAL = "incremental=true&stateRepository=#state";

    private final CountDownLatch polled = new CountDownLatch(1);

    @Test
    void everyAccountWasRead() throws Exception {
        call(0, Duration.ofHours(1));
        call(2, Duration.ofHours(1));

        AgencyConsumer consumer = once("calls", "accountId=*");

        assertThat(received()).hasSize(2);
        assertThat(consumer.isComplete()).isTrue();
        assertThat(requestsTo("/calls.json")).isEqualTo(3);
    }

    @Test
    void aLargeAccountWasReadToItsEndThoughOthersWaited() throws Exception {
        sandbox.data().generate(account(0), "calls", 300, NOW.minus(Duration.ofDays(5)), NOW.minusSeconds(60));

        AgencyConsumer consumer = once("calls", "accountId=*&pageSize=10&concurrentAccounts=1&" + INCREMENTAL);

        assertThat(received()).hasSize(300);
        assertThat(consumer.isComplete()).isTrue();
    }

    @Test
    void oneAccountFailed() throws Exception {
        sandbox.faults().inAccount(account(1), Fault.status(403, ""));

        AgencyConsumer consumer = once("calls", "accountId=*");

        assertThat(consumer.isComplete()).isFalse();
        assertThat(consumer.getFailingSources()).containsExactly(account(1));
    }

    @Test
    void theCompaniesOfOneAccountCannotBeListed() throws Exception {
        sandbox.faults().inAccount(account(2), Fault.status(500, ""));

        AgencyConsumer consumer = once("calls", "accountId=*&companyId=*");

        assertThat(consumer.isComplete()).isFalse();
        assertThat(consumer.getFailingSources()).containsExactly(account(2));
        assertThat(consumer.getSources()).isEqualTo(6);
    }

    @Test
    void theBudgetOfAnAccountIsUsedUp() throws Exception {
        sandbox.data().generate(account(1), "calls", 30, NOW.minus(Duration.ofDays(2)), NOW.minusSeconds(60));

        AgencyConsumer consumer = once("calls", "accountId=*&pageSize=10&requestsPerHour=2");

        assertThat(consumer.isComplete()).isFalse();
        assertThat(consumer.getFailingSources()).containsExactly(account(1));
    }

    /** Polls every account once, and waits until that is done. */
    private AgencyConsumer once(String report, String options) throws Exception {
        context.getRegistry().bind("once", new DefaultPollingConsumerPollStrategy() {
            @Override
            public boolean begin(Consumer consumer, Endpoint endpoint) {
                if (consumer instanceof AgencyConsumer agency) {
                    agency.whenPolled(polled::countDown);
                }
                return true;
            }
        });
        AgencyConsumer consumer = agency(report, ONCE + options);
        assertThat(polled.await(30, TimeUnit.SECONDS)).isTrue();
        return consumer;
    }
}
