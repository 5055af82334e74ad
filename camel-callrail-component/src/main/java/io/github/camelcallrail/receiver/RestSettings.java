package io.github.camelcallrail.receiver;

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.component.webhook.WebhookConfiguration;
import org.apache.camel.component.webhook.WebhookUtils;
import org.apache.camel.spi.RestConfiguration;
import org.apache.camel.spi.RestConsumerFactory;

/** Has the REST consumer of a webhook leave the body as it arrives, because the signature is over these bytes. */
public final class RestSettings {

    private static final String PLATFORM_HTTP = "platform-http";

    private RestSettings() {}

    /** Changes what the consumer of this webhook will use, but not the settings of other endpoints. */
    public static void keepRawBody(CamelContext context, WebhookConfiguration webhook) {
        RestConsumerFactory factory = WebhookUtils.locateRestConsumerFactory(context, webhook);
        if (factory instanceof Component component && component == context.hasComponent(PLATFORM_HTTP)) {
            webhook.storeConfiguration(withoutBodyHandler(webhook.retrieveRestConfiguration()));
        }
    }

    /** With everything that camel-webhook and camel-platform-http read from it. */
    private static RestConfiguration withoutBodyHandler(RestConfiguration shared) {
        RestConfiguration own = new RestConfiguration();
        own.setComponent(shared.getComponent());
        own.setScheme(shared.getScheme());
        own.setHost(shared.getHost());
        own.setPort(shared.getPort());
        own.setContextPath(shared.getContextPath());
        own.setHostNameResolver(shared.getHostNameResolver());
        own.setEnableCORS(shared.isEnableCORS());
        own.setCorsHeaders(shared.getCorsHeaders());
        own.setComponentProperties(shared.getComponentProperties());
        own.setConsumerProperties(shared.getConsumerProperties());
        Map<String, Object> endpoint = new HashMap<>();
        if (shared.getEndpointProperties() != null) {
            endpoint.putAll(shared.getEndpointProperties());
        }
        endpoint.put("useBodyHandler", "false");
        own.setEndpointProperties(endpoint);
        return own;
    }
}
