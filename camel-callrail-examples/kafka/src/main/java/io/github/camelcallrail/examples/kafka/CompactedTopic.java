package io.github.camelcallrail.examples.kafka;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topic of the route: a compacted one, which keeps the latest value of every key. */
final class CompactedTopic {

    private static final int PATIENCE_MILLIS = 15_000;

    private final String name;

    CompactedTopic(String name) {
        this.name = name;
    }

    /**
     * Creates the topic unless it exists. The cluster decides how many partitions and replicas it has.
     *
     * @throws IllegalStateException if no broker answers, or if the topic exists and is not compacted
     */
    void create(String brokers) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS))) {
            if (!createsIt(admin)) {
                checkThatItIsCompacted(admin);
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TimeoutException) {
                throw new IllegalStateException("No Kafka broker answers at " + brokers, e);
            }
            throw e;
        }
    }

    /** Whether it did not exist. */
    private boolean createsIt(Admin admin) throws ExecutionException, InterruptedException {
        NewTopic topic = new NewTopic(name, Optional.empty(), Optional.empty())
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
        try {
            admin.createTopics(List.of(topic)).all().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw e;
        }
    }

    /** A topic that is not compacted loses the calls that nobody has edited for a week. */
    private void checkThatItIsCompacted(Admin admin) throws ExecutionException, InterruptedException {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, name);
        String policy = admin.describeConfigs(List.of(topic))
                .values()
                .get(topic)
                .get()
                .get(TopicConfig.CLEANUP_POLICY_CONFIG)
                .value();
        if (!policy.equals(TopicConfig.CLEANUP_POLICY_COMPACT)) {
            throw new IllegalStateException("The topic " + name + " has " + TopicConfig.CLEANUP_POLICY_CONFIG + "="
                    + policy + ", so it loses its oldest records. Change that to "
                    + TopicConfig.CLEANUP_POLICY_COMPACT + ", or delete the topic.");
        }
    }
}
