package io.github.camelcallrail.transport;

import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultProxyRoutePlanner;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.routing.HttpRoutePlanner;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;

/**
 * Creates HTTP clients that the Camel context does not know. The camel-http endpoint of the API is not in its registry
 * or JMX, and neither interceptors nor the options of the context's http component affect it.
 */
final class PrivateEndpoint {

    private static final String USER_AGENT = "camel-callrail";

    private PrivateEndpoint() {}

    static HttpEndpoint create(
            CamelContext context, ConnectionSettings settings, HttpClientConnectionManager connections) {
        HttpComponent component = new HttpComponent();
        component.setCamelContext(context);
        component.setCookieManagementDisabled(true);

        HttpEndpoint endpoint = new HttpEndpoint(
                settings.baseUrl().toString(), component, settings.baseUrl(), client(settings), connections, null);
        endpoint.setUserAgent(USER_AGENT);
        endpoint.setSkipRequestHeaders(true);
        endpoint.setThrowExceptionOnFailure(false);
        endpoint.setDisableStreamCache(true);
        return endpoint;
    }

    private static HttpClientBuilder client(ConnectionSettings settings) {
        return keyless(settings)
                .setDefaultHeaders(List.of(new BasicHeader(HttpHeaders.ACCEPT, "application/json")))
                .addRequestInterceptorFirst(new ApiKeyInterceptor(settings.baseUrl(), settings.apiKey()));
    }

    /** A client for files, which does not know the key and changes nothing of what it receives. */
    static CloseableHttpClient fileClient(ConnectionSettings settings, HttpClientConnectionManager connections) {
        return keyless(settings)
                .setConnectionManager(connections)
                .disableContentCompression()
                .setRequestExecutor(new UnloggedQuery())
                .setUserAgent(USER_AGENT)
                .build();
    }

    /** Sends exactly one request per call, because callers count requests. */
    private static HttpClientBuilder keyless(ConnectionSettings settings) {
        return HttpClientBuilder.create()
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .setRoutePlanner(routes(settings))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(ConnectionPool.timeout(settings.connectTimeout()))
                        .setResponseTimeout(ConnectionPool.timeout(settings.responseTimeout()))
                        .setAuthenticationEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .build());
    }

    /** Always set, because camel-http otherwise uses a proxy from the context's global options. */
    private static HttpRoutePlanner routes(ConnectionSettings settings) {
        return settings.proxyHost() == null
                ? new DefaultRoutePlanner(null)
                : new DefaultProxyRoutePlanner(new HttpHost(settings.proxyHost(), settings.proxyPort()));
    }
}
