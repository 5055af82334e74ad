package io.github.camelcallrail.examples.broker;

import java.nio.file.Path;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** A broker in this process, which only this process reaches. It keeps messages on the disk, as brokers do. */
final class EmbeddedBroker {

    static final String URL = "vm://0";

    private static final int WHOLE_DISK = 100;

    private EmbeddedBroker() {}

    /**
     * Starts it; the caller stops it.
     *
     * @param directory where it keeps its messages
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
                // By default it takes nothing when the disk is nearly full, whoever fills it.
                .setMaxDiskUsage(WHOLE_DISK)
                .addAddressSetting("#", settings());
    }

    /** What cannot be delivered, or expires, goes to a queue of its own. */
    private static AddressSettings settings() {
        return new AddressSettings()
                .setDeadLetterAddress(SimpleString.of("undelivered"))
                .setExpiryAddress(SimpleString.of("expired"))
                .setAutoCreateDeadLetterResources(true)
                .setAutoCreateExpiryResources(true);
    }
}
