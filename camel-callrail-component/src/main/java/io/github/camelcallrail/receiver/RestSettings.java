package io.github.camelcallrail.receiver;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.component.webhook.WebhookConfiguration;
import org.apache.camel.component.webhook.WebhookUtils;
import org.apache.camel.spi.RestConfiguration;
import org.apache.camel.spi.RestConsumerFactory;

/** Chooses and sets up the REST consumer of a webhook. */
public final class RestSettings {

    private static final String PLATFORM_HTTP = "platform-http";

    /** By component, the options of its endpoints with which a body stays as it arrives, and is not read before us. */
    private static final Map<String, Map<String, Object>> UNREAD_BODIES = Map.of(
            PLATFORM_HTTP,
            // The first one is for Vert.x, the second one for Spring Boot.
            Map.of("useBodyHandler", "false", "populateBodyWithForm", "false"),
            "servlet",
            // A bridge neither takes parameters from a form nor decompresses.
            Map.of("disableStreamCache", "true", "bridgeEndpoint", "true"));

    private RestSettings() {}

    /**
     * Has the REST consumer leave the body as it arrives, because the signature is over these bytes. Does not change
     * the settings of other endpoints. Where camel-webhook finds no REST consumer, platform-http is used: it is one of
     * those that camel-webhook only looks for by name.
     *
     * @throws CallRailFailure of kind CONFIGURATION if there is no REST consumer
     */
    public static void apply(CamelContext context, WebhookConfiguration webhook) {
        RestConsumerFactory factory = consumers(context, webhook);
        UNREAD_BODIES.forEach((name, options) -> {
            if (factory == component(context, name)) {
                webhook.storeConfiguration(with(options, webhook.retrieveRestConfiguration()));
            }
        });
    }

    /** The component of that name; null if there is none yet. Quarkus has it only in its registry until it is used. */
    private static Object component(CamelContext context, String name) {
        Component component = context.hasComponent(name);
        return component != null ? component : context.getRegistry().lookupByName(name);
    }

    private static RestConsumerFactory consumers(CamelContext context, WebhookConfiguration webhook) {
        try {
            return WebhookUtils.locateRestConsumerFactory(context, webhook);
        } catch (IllegalStateException none) {
            if (context.getComponent(PLATFORM_HTTP) instanceof RestConsumerFactory factory) {
                webhook.setWebhookComponentName(PLATFORM_HTTP);
                return factory;
            }
            throw CallRailFailure.of(
                    FailureKind.CONFIGURATION,
                    "No component that receives HTTP requests was found. Add one, such as camel-platform-http-main"
                            + " (Spring Boot: camel-platform-http-starter, Quarkus: camel-quarkus-platform-http), or"
                            + " name one with option 'webhookComponentName'.",
                    none);
        }
    }

    /** With these options of the endpoint, and everything that camel-webhook and these components read from it. */
    private static RestConfiguration with(Map<String, Object> options, RestConfiguration shared) {
        RestConfiguration own = new RestConfiguration();
        copy(shared.getComponent(), own::setComponent);
        copy(shared.getScheme(), own::setScheme);
        copy(shared.getHost(), own::setHost);
        own.setPort(shared.getPort());
        copy(shared.getContextPath(), own::setContextPath);
        copy(shared.getHostNameResolver(), own::setHostNameResolver);
        own.setEnableCORS(shared.isEnableCORS());
        copy(shared.getCorsHeaders(), own::setCorsHeaders);
        copy(shared.getComponentProperties(), own::setComponentProperties);
        copy(shared.getConsumerProperties(), own::setConsumerProperties);
        Map<String, Object> endpoint = new HashMap<>();
        if (shared.getEndpointProperties() != null) {
            endpoint.putAll(shared.getEndpointProperties());
        }
        endpoint.putAll(options);
        own.setEndpointProperties(endpoint);
        return own;
    }

    /** Newer releases of Camel refuse null, which is what they give back for a value that is not set. */
    private static <V> void copy(V value, Consumer<V> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }
}
