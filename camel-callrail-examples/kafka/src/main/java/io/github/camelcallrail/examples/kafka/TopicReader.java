package io.github.camelcallrail.examples.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads a topic from its beginning into a table, in a thread of its own. Once all records of an account have come, it
 * prints how many they are, and from then on a line for each change.
 */
final class TopicReader implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final TopicTable table = new TopicTable();
    private final KafkaConsumer<String, String> consumer;
    private final Consumer<String> output;
    private final Thread thread = new Thread(this::read, "topic-reader");
    /** Accounts of which a whole poll has come, but whose records have not been counted. */
    private final Set<String> toCount = new TreeSet<>();

    private final Set<String> counted = new HashSet<>();

    /** @param output takes the lines to print */
    TopicReader(String brokers, String topic, Consumer<String> output) {
        this.output = output;
        consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers),
                new StringDeserializer(),
                new StringDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        thread.start();
    }

    TopicTable table() {
        return table;
    }

    private void read() {
        try (consumer) {
            while (true) {
                consumer.poll(PATIENCE).forEach(this::take);
                if (!toCount.isEmpty() && isAtEnd()) {
                    toCount.forEach(account -> output.accept(account + ": " + table.records(account) + " calls"));
                    counted.addAll(toCount);
                    toCount.clear();
                }
            }
        } catch (WakeupException e) {
            // The end.
        }
    }

    private void take(ConsumerRecord<String, String> received) {
        boolean changed = table.put(received.key(), received.value());
        String account = header(received, "account");
        if (counted.contains(account)) {
            if (changed) {
                output.accept(header(received, "change") + " " + received.key());
            }
        } else if (header(received, "last").equals("true")) {
            toCount.add(account);
        }
    }

    private boolean isAtEnd() {
        return consumer.endOffsets(consumer.assignment()).entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private static String header(ConsumerRecord<String, String> received, String name) {
        Header header = received.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Stops reading. */
    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
