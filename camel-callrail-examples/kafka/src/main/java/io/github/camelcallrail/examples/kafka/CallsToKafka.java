package io.github.camelcallrail.examples.kafka;

import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.support.LifecycleStrategySupport;

/** Runs the route with the brokers that {@code KAFKA_BROKERS} names, or else with a broker in this process. */
public final class CallsToKafka {

    static final String TOPIC = "callrail-calls";

    private CallsToKafka() {}

    public static void main(String[] args) throws Exception {
        String brokers = System.getenv().getOrDefault("KAFKA_BROKERS", "").strip();
        Runnable stop = () -> {};
        if (brokers.isEmpty()) {
            EmbeddedBroker broker = new EmbeddedBroker(Path.of("target", "kafka", "broker"));
            broker.start();
            brokers = broker.address();
            stop = broker::stop;
        }
        System.out.println("Writing calls to the topic " + TOPIC + " of " + brokers);
        new CompactedTopic(TOPIC).create(brokers);
        TopicReader reader = new TopicReader(brokers, TOPIC, System.out::println);
        int code = application(brokers, reader, stop).run(args);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** The application. After it has stopped, including by Ctrl-C, it closes the reader and then stops the broker. */
    static Main application(String brokers, TopicReader reader, Runnable stop) {
        Main main = new Main();
        main.addOverrideProperty("kafka.brokers", brokers);
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void afterConfigure(BaseMainSupport configured) {
                configured.getCamelContext().addLifecycleStrategy(new LifecycleStrategySupport() {
                    @Override
                    public void onContextStopped(CamelContext context) {
                        reader.close();
                        stop.run();
                    }
                });
            }
        });
        return main;
    }
}
