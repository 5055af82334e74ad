package io.github.camelcallrail.transport;

import static io.github.camelcallrail.transport.ScriptedServer.answer;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.Endpoint;
import org.apache.camel.Route;
import org.apache.camel.Service;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.apache.camel.support.LifecycleStrategySupport;
import org.junit.jupiter.api.Test;

/** JMX, the registry and the event notifiers learn of things through the same calls, which are listened to here. */
class InvisibilityTest {

    private final List<Object> seen = new ArrayList<>();

    @Test
    void theContextLearnsNothingOfTheEndpoint() throws IOException {
        CamelContext context = new DefaultCamelContext();
        context.addLifecycleStrategy(new Listener());
        context.getManagementStrategy().addEventNotifier(new EventNotifierSupport() {
            @Override
            public void notify(CamelEvent event) {
                seen.add(event);
            }
        });
        Transports transports = new Transports(context);
        context.start();
        transports.start();
        seen.clear();
        try (ScriptedServer server = new ScriptedServer(request -> answer(200, "{}"))) {
            TransportFixture.get(transports.of(TransportFixture.settings(server.url())))
                    .close();
            transports.stop();

            assertThat(server.received).hasSize(1);
            assertThat(seen).isEmpty();
            assertThat(context.getEndpoints()).isEmpty();
            assertThat(context.getComponentNames()).isEmpty();
        } finally {
            context.stop();
        }
    }

    @Test
    void theUsersOwnHttpComponentHasNoSay() throws IOException {
        try (ScriptedServer server = new ScriptedServer(request -> answer(200, "{}"));
                TransportFixture camel = new TransportFixture()) {
            HttpComponent own = new HttpComponent();
            own.setUserAgent("theirs");
            own.setProxyHost("localhost");
            own.setProxyPort(1);
            own.setHttpClientConfigurer(builder -> {
                throw new IllegalStateException("not for us");
            });
            camel.context.addComponent("http", own);

            camel.get(server.url(), "/v3/a.json", "").close();

            assertThat(server.only().header("User-Agent")).containsExactly("camel-callrail");
        }
    }

    private final class Listener extends LifecycleStrategySupport {
        @Override
        public void onComponentAdd(String name, Component component) {
            seen.add(component);
        }

        @Override
        public void onEndpointAdd(Endpoint endpoint) {
            seen.add(endpoint);
        }

        @Override
        public void onServiceAdd(CamelContext context, Service service, Route route) {
            seen.add(service);
        }
    }
}
