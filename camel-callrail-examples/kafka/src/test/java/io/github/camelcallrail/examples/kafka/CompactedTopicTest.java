package io.github.camelcallrail.examples.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The topic is compacted, or else the example does not start. */
@Timeout(120)
class CompactedTopicTest {

    @TempDir
    static Path directory;

    private static EmbeddedBroker broker;
    private static Admin admin;

    @BeforeAll
    static void start() throws Exception {
        broker = new EmbeddedBroker(directory);
        broker.start();
        admin = Admin.create(Map.of("bootstrap.servers", broker.address()));
    }

    @AfterAll
    static void stop() {
        admin.close();
        broker.stop();
    }

    @Test
    void itIsCompactedAndCanExist() throws Exception {
        new CompactedTopic("calls").create(broker.address());

        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, "calls");
        assertThat(admin.describeConfigs(List.of(topic))
                        .all()
                        .get()
                        .get(topic)
                        .get("cleanup.policy")
                        .value())
                .isEqualTo("compact");
        assertThatCode(() -> new CompactedTopic("calls").create(broker.address()))
                .doesNotThrowAnyException();
    }

    @Test
    void oneThatForgetsOldRecordsIsRejected() throws Exception {
        admin.createTopics(List.of(new NewTopic("events", Optional.empty(), Optional.empty())))
                .all()
                .get();

        assertThatThrownBy(() -> new CompactedTopic("events").create(broker.address()))
                .hasMessageContainingAll("The topic events has cleanup.policy=delete", "compact");
    }
}
