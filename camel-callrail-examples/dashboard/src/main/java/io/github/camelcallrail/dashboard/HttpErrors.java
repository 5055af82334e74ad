package io.github.camelcallrail.dashboard;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Answers to requests that are rejected: one sentence as plain text. */
final class HttpErrors {

    private HttpErrors() {}

    static void send(RoutingContext request, int status, String sentence) {
        HttpServerResponse response = request.response();
        response.setStatusCode(status)
                .putHeader("Content-Type", "text/plain; charset=utf-8")
                .end(sentence + "\n");
    }
}
