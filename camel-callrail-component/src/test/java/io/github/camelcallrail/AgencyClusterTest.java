package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelcallrail.agency.AgencyConsumer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.cluster.FileLockClusterService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The nodes of a cluster share the accounts; here the cluster is a directory with locks. */
class AgencyClusterTest extends AgencyTesting {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final String OPTIONS =
            "accountId=*&incremental=true&stateRepository=#state&clustered=true&timeZone=America/New_York";

    @TempDir
    Path locks;

    private final List<CallRailContext> nodes = new ArrayList<>();

    @AfterEach
    void stopNodes() {
        nodes.forEach(CallRailContext::close);
    }

    @Test
    void anAccountIsPolledByOneNodeAndTakenOverWhenItEnds() throws Exception {
        String first = call(0, HOUR);
        String second = call(1, HOUR);
        CallRailContext one = node(OPTIONS);
        awaitReceived(account(0) + " " + first, account(1) + " " + second);
        CallRailContext two = node(OPTIONS);
        await().until(() -> consumer(two).isStarted());

        assertThat(consumer(one).getSources()).isEqualTo(3);
        assertThat(consumer(two).getSources()).isZero();
        one.stop();

        await().until(() -> consumer(two).getSources() == 3);
        String third = call(2, Duration.ofMinutes(1));
        awaitReceived(account(0) + " " + first, account(1) + " " + second, account(2) + " " + third);
        assertThat(received()).doesNotHaveDuplicates();
    }

    @Test
    void aFixedNumberOfPartitionsNeedsAsManyLocks() throws Exception {
        String first = call(0, HOUR);
        CallRailContext one = node(OPTIONS + "&clusterPartitions=1&clusterGroup=Our calls");

        awaitReceived(account(0) + " " + first);
        assertThat(locks.toFile().list()).hasSize(2).allMatch(name -> name.startsWith("our-calls-0"));
        assertThat(consumer(one).getSources()).isEqualTo(3);
    }

    @Test
    void aSingleAccountMayBeClusteredToo() throws Exception {
        String first = call(0, HOUR);
        node("accountId=" + account(0) + "&clustered=true&timeZone=America/New_York&repeatCount=1");

        awaitReceived(account(0) + " " + first);
    }

    @Test
    void theListOfAccountsMayBeClusteredToo() throws Exception {
        CallRailContext node = context();
        nodes.add(node);
        addLocks(node);
        route(node, "callrail:accounts?initialDelay=0&clustered=true&incremental=true&stateRepository=#state");

        await().until(() -> received.size() == 3);
    }

    @Test
    void anAccountThatComesBackIsPolledWhenTheInterruptedPollHasEnded() throws Exception {
        call(0, HOUR);
        call(0, HOUR.minusMinutes(1));
        CallRailContext node = context();
        nodes.add(node);
        SwitchedClusterService service = new SwitchedClusterService();
        node.addService(service);
        CountDownLatch sending = new CountDownLatch(1);
        CountDownLatch back = new CountDownLatch(1);
        node.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("callrail:calls?initialDelay=0&delay=100&accountId=" + account(0)
                                + "&incremental=true&stateRepository=#state&clustered=true&timeZone=America/New_York")
                        .routeId("agency")
                        .process(exchange -> {
                            received.add(exchange.copy());
                            sending.countDown();
                            back.await();
                        });
            }
        });
        node.start();
        assertThat(sending.await(10, TimeUnit.SECONDS)).isTrue();

        service.lead(false);
        await().until(() -> consumer(node).getSources() == 0);
        service.lead(true);
        await().until(() -> consumer(node).getSources() == 1);
        back.countDown();

        await().until(() -> received().size() >= 2);
        await().until(() -> requestsTo("/calls.json") >= 4);
        assertThat(received()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void aRouteHasLeftTheClusterWhenItHasStopped() throws Exception {
        CallRailContext node = context();
        nodes.add(node);
        SwitchedClusterService service = new SwitchedClusterService();
        node.addService(service);
        route(node, "callrail:calls?initialDelay=0&clusterPartitions=1&" + OPTIONS);
        await().until(() -> consumer(node).getSources() == 3);

        node.getRouteController().stopRoute("agency");
        service.routeStopped();

        assertThat(service.leftInTime()).isTrue();
    }

    @Test
    void aPartitionThatLongHasNoLeaderIsJoinedAnew() throws Exception {
        CallRailContext node = context();
        nodes.add(node);
        SwitchedClusterService service = new SwitchedClusterService();
        node.addService(service);
        route(node, "callrail:calls?initialDelay=0&delay=100&clusterPartitions=1&" + OPTIONS);
        await().until(() -> consumer(node).getSources() == 3);
        CLOCK.advance(Duration.ofMinutes(11));
        service.lead(false);
        await().until(() -> consumer(node).getSources() == 0);
        assertThat(service.starts()).isEqualTo(1);

        await().until(() -> {
            CLOCK.advance(Duration.ofMinutes(6));
            return service.starts() > 1;
        });
    }

    @Test
    void withoutAClusterServiceTheRouteDoesNotStart() {
        assertThatThrownBy(() -> agency("calls", OPTIONS))
                .hasStackTraceContaining("Option 'clustered' needs a cluster service in the CamelContext");
    }

    @Test
    void aStateInMemoryCannotBeShared() throws Exception {
        addLocks(context);
        assertThatThrownBy(() -> agency("calls", "accountId=*&incremental=true&clustered=true"))
                .hasStackTraceContaining("needs a state that all nodes share");
    }

    private CallRailContext node(String options) throws Exception {
        CallRailContext node = context();
        nodes.add(node);
        addLocks(node);
        route(node, "callrail:calls?initialDelay=0&delay=100&" + options);
        return node;
    }

    private void route(CallRailContext node, String uri) throws Exception {
        node.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).routeId("agency").process(exchange -> received.add(exchange.copy()));
            }
        });
        node.start();
    }

    private void addLocks(CallRailContext node) throws Exception {
        FileLockClusterService service = new FileLockClusterService();
        service.setRoot(locks.toString());
        service.setAcquireLockDelay(50, TimeUnit.MILLISECONDS);
        service.setAcquireLockInterval(50, TimeUnit.MILLISECONDS);
        node.addService(service);
    }

    private static AgencyConsumer consumer(CallRailContext node) {
        return (AgencyConsumer) node.getRoute("agency").getConsumer();
    }
}
