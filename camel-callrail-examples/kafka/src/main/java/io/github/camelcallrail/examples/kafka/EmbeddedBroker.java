package io.github.camelcallrail.examples.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A Kafka of one node in this process, broker and controller in one. It stores its topics in a directory, and only this
 * machine can reach it. After it was stopped it can be started again, at the same address.
 */
final class EmbeddedBroker {

    private static final int NODE = 1;
    private static final String CONTROLLER = "CONTROLLER";

    private final Path directory;
    private final Map<String, String> settings = new HashMap<>();
    private KafkaRaftServer server;

    /** @param directory where it stores its topics; may have those of an earlier run */
    EmbeddedBroker(Path directory) throws IOException {
        this.directory = directory.toAbsolutePath();
        InetAddress local = InetAddress.getLoopbackAddress();
        // Both are open at the same time, so that they are two.
        try (ServerSocket clients = new ServerSocket(0, 1, local);
                ServerSocket controller = new ServerSocket(0, 1, local)) {
            configure("localhost:" + clients.getLocalPort(), "localhost:" + controller.getLocalPort());
        }
    }

    private void configure(String clients, String controller) {
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", String.valueOf(NODE));
        settings.put("listeners", "PLAINTEXT://" + clients + "," + CONTROLLER + "://" + controller);
        settings.put("advertised.listeners", "PLAINTEXT://" + clients);
        settings.put("controller.listener.names", CONTROLLER);
        settings.put("controller.quorum.voters", NODE + "@" + controller);
        settings.put("log.dirs", directory.toString());
        // A topic that a client only asks for would not be compacted.
        settings.put("auto.create.topics.enable", "false");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "1");
        // The default takes 128 MB of memory.
        settings.put("log.cleaner.dedupe.buffer.size", "4194304");
    }

    /** What clients connect to, as {@code host:port}. */
    String address() {
        return settings.get("advertised.listeners").substring("PLAINTEXT://".length());
    }

    /** Starts it; returns once it answers. */
    void start() throws Exception {
        if (!Files.exists(directory.resolve("meta.properties"))) {
            Files.createDirectories(directory);
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(NODE)
                    .setControllerListenerName(CONTROLLER)
                    .setMetadataLogDirectory(directory.toString())
                    .addDirectory(directory.toString())
                    .run();
        }
        server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
    }

    /** Stops it; its topics stay. */
    void stop() {
        server.shutdown();
        server.awaitShutdown();
    }
}
