package io.github.camelcallrail.examples.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.main.Main;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the unmodified route between a sandbox with three accounts, two pages of calls each, and a real broker. */
@Timeout(120)
class CallsToKafkaTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final int CALLS = 260;

    @TempDir
    Path directory;

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Instant now = Instant.now();
    private CallRailSandbox sandbox;
    private EmbeddedBroker broker;

    @BeforeEach
    void start() throws Exception {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(40));
        sandbox = CallRailSandbox.builder().accounts(3).empty().start();
        for (String account : sandbox.accountIds()) {
            sandbox.data().generate(account, "calls", CALLS, now.minus(DAY.multipliedBy(2)), now.minus(DAY));
        }
        broker = new EmbeddedBroker(directory.resolve("broker"));
        broker.start();
        new CompactedTopic(CallsToKafka.TOPIC).create(broker.address());
    }

    @AfterEach
    void stop() {
        broker.stop();
        sandbox.close();
    }

    @Test
    void theTopicHasTheLatestValueOfEveryCallOfEveryAccount() throws Exception {
        TopicReader reader = reader();
        Main main = application(reader, 30_000);
        main.start();
        try {
            await().until(() -> lines.size() == 3);
            for (String account : sandbox.accountIds()) {
                assertThat(lines).contains(account + ": " + CALLS + " calls");
            }
            awaitAllIn(reader);
            String second = sandbox.accountIds().get(1);
            String added = sandbox.data()
                    .add(second, "calls", Map.of("start_time", now.minus(Duration.ofMinutes(9)), "note", "before"));
            await().until(() -> lines.contains("CREATED " + second + "/" + added));
            sandbox.data().edit(second, "calls", added, Map.of("note", "after", "value", "99.50"));
            await().until(() -> lines.contains("UPDATED " + second + "/" + added));
            awaitAllIn(reader);
            assertThat(lines).hasSize(5);
        } finally {
            main.stop();
        }
    }

    @Test
    void aBrokerThatIsAwayLosesNothing() throws Exception {
        TopicReader reader = reader();
        Main main = application(reader, 1_000);
        main.init();
        main.getCamelContext().getManagementStrategy().addEventNotifier(new AfterExchanges(CALLS, broker::stop));
        NotifyBuilder failed =
                new NotifyBuilder(main.getCamelContext()).whenFailed(2).create();
        main.start();
        try {
            assertThat(failed.matches(40, TimeUnit.SECONDS)).isTrue();
            sandbox.data().add("calls", Map.of("start_time", now.minus(Duration.ofMinutes(1))));
            broker.start();
            awaitAllIn(reader);
        } finally {
            main.stop();
        }
        try (TopicReader fromTheBeginning = reader()) {
            awaitAllIn(fromTheBeginning);
        }
    }

    private void awaitAllIn(TopicReader reader) {
        await().untilAsserted(() -> assertThat(ComparedCalls.of(reader.table())).isEqualTo(ComparedCalls.of(sandbox)));
    }

    private TopicReader reader() {
        return new TopicReader(broker.address(), CallsToKafka.TOPIC, lines::add);
    }

    /** The application, which polls every second. */
    private Main application(TopicReader reader, int patience) {
        Main main = CallsToKafka.application(broker.address(), reader, () -> {});
        main.addOverrideProperty("example.api-key", sandbox.apiKey());
        main.addOverrideProperty("example.base-url", sandbox.baseUrl());
        main.addOverrideProperty("kafka.directory", directory.toString());
        main.addOverrideProperty("kafka.delay", "1s");
        main.addOverrideProperty("kafka.patience", String.valueOf(patience));
        return main;
    }
}
