package io.github.camelcallrail.transport;

import java.net.URI;
import org.apache.hc.client5.http.RouteInfo;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpRequestInterceptor;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.net.NamedEndpoint;

/**
 * Adds the API key to requests to the authority of the base URL, and removes every {@code Authorization} header from
 * all others. The target of a request counts, not the proxy it goes through. Thread-safe.
 */
final class ApiKeyInterceptor implements HttpRequestInterceptor {

    private final HttpHost owner;
    private final Header authorization;

    ApiKeyInterceptor(URI baseUrl, String apiKey) {
        this.owner = HttpHost.create(baseUrl);
        this.authorization = new BasicHeader(HttpHeaders.AUTHORIZATION, "Token token=\"" + apiKey + "\"", true);
    }

    @Override
    public void process(HttpRequest request, EntityDetails entity, HttpContext context) {
        request.removeHeaders(HttpHeaders.AUTHORIZATION);
        RouteInfo route = HttpClientContext.cast(context).getHttpRoute();
        if (route != null
                && isOwner(route.getTargetHost().getSchemeName(), route.getTargetHost())
                && isOwner(request.getScheme(), request.getAuthority())) {
            request.setHeader(authorization);
        }
    }

    private boolean isOwner(String scheme, NamedEndpoint endpoint) {
        return endpoint != null
                && owner.getSchemeName().equalsIgnoreCase(scheme)
                && owner.getHostName().equalsIgnoreCase(endpoint.getHostName())
                && port(owner) == port(endpoint);
    }

    private int port(NamedEndpoint endpoint) {
        return DefaultSchemePortResolver.INSTANCE.resolve(owner.getSchemeName(), endpoint);
    }
}
