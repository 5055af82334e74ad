package io.github.camelcallrail.examples.broker;

import java.nio.file.Path;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** A broker in this process, accessible only from this process. It persists messages to disk. */
final class EmbeddedBroker {

    static final String URL = "vm://0";

    private static final int WHOLE_DISK = 100;

    private EmbeddedBroker() {}

    /**
     * Starts the broker; the caller stops it.
     *
     * @param directory where the broker stores its messages
     */
    static EmbeddedActiveMQ start(Path directory) throws Exception {
        return new EmbeddedActiveMQ().setConfiguration(configuration(directory)).start();
    }

    private static Configuration configuration(Path directory) throws Exception {
        return new ConfigurationImpl()
                .setSecurityEnabled(false)
                .addAcceptorConfiguration("this-process", URL)
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(directory.resolve("journal").toString())
                .setBindingsDirectory(directory.resolve("bindings").toString())
                .setPagingDirectory(directory.resolve("paging").toString())
                .setLargeMessagesDirectory(directory.resolve("large-messages").toString())
                // By default the broker rejects messages if the disk is nearly full, whatever fills it.
                .setMaxDiskUsage(WHOLE_DISK)
                .addAddressSetting("#", settings());
    }

    /** Messages that cannot be delivered or that expire go to separate queues. */
    private static AddressSettings settings() {
        return new AddressSettings()
                .setDeadLetterAddress(SimpleString.of("undelivered"))
                .setExpiryAddress(SimpleString.of("expired"))
                .setAutoCreateDeadLetterResources(true)
                .setAutoCreateExpiryResources(true);
    }
}
