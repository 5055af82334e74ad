package io.github.camelcallrail.dashboard;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.Map;
import java.util.Optional;

/**
 * Sees every request first: sets the security headers, and rejects what neither our page nor CallRail sends. The policy
 * allows nothing from elsewhere; ECharts sets styles, and draws patterns as images of its own.
 */
final class RequestGuard implements Handler<RoutingContext> {

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Cache-Control",
            "no-cache");

    /** The path of the route that receives events. */
    private static final String EVENTS = "/callrail";

    private final boolean local;

    /** @param local whether the server listens on this machine only */
    RequestGuard(boolean local) {
        this.local = local;
    }

    @Override
    public void handle(RoutingContext request) {
        HEADERS.forEach(request.response()::putHeader);
        if (isEvent(request)) {
            request.next();
            return;
        }
        HttpMethod method = request.request().method();
        if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
            request.response().putHeader("Allow", "GET, HEAD");
            HttpErrors.send(request, 405, "This page can only be read: use GET.");
        } else if (local && !isLocal(request)) {
            // A name that a foreign page has pointed at this machine, to read what only this machine should see.
            HttpErrors.send(request, 400, "Use http://localhost, not another name of this machine.");
        } else {
            rejection(request).ifPresentOrElse(sentence -> HttpErrors.send(request, 400, sentence), request::next);
        }
    }

    /** Events come by any name of this machine. Their signature is checked, and their parameters are CallRail's. */
    private static boolean isEvent(RoutingContext request) {
        return request.request().method().equals(HttpMethod.POST)
                && request.request().path().equals(EVENTS);
    }

    private static Optional<String> rejection(RoutingContext request) {
        try {
            RequestParameters.check(request.queryParams());
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        } catch (HttpException e) {
            return Optional.of("The parameters are not encoded correctly.");
        }
    }

    private static boolean isLocal(RoutingContext request) {
        return request.request().authority() != null
                && LocalHosts.contains(request.request().authority().host());
    }
}
