package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** A test of the Kamelets of the jar, as YAML routes use them. */
abstract class KameletTesting extends SandboxTest {

    final BlockingQueue<Message> received = new LinkedBlockingQueue<>();
    /** The record whose exchange fails, once. */
    volatile String failing = "";

    void load(String name, String yaml) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString(name, yaml));
    }

    /** A route from the source with these lines as its properties, to {@link #received}. */
    void source(String... properties) throws Exception {
        context.getRegistry().bind("received", (Processor) this::take);
        load("source.yaml", """
                - route:
                    from:
                      uri: kamelet:callrail-source
                      parameters:
                        accountId: %s
                        timeZone: America/New_York
                        %s
                      steps:
                        - process:
                            ref: received
                """.formatted(account(), String.join("\n        ", properties)));
    }

    /** Receives what comes, and fails where that is wanted. */
    void take(Exchange exchange) {
        received.add(exchange.getMessage().copy());
        if (failing.equals(exchange.getMessage().getHeader(CallRailConstants.RECORD_ID))) {
            failing = "";
            throw new IllegalStateException("told to fail");
        }
    }

    /** The next messages that come, waited for. */
    List<Message> receive(int count) throws InterruptedException {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Message message = received.poll(20, TimeUnit.SECONDS);
            assertThat(message).as("message %s of %s", i + 1, count).isNotNull();
            messages.add(message);
        }
        return messages;
    }
}
