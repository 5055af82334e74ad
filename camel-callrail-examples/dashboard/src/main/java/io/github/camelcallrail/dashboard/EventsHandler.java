package io.github.camelcallrail.dashboard;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * Connects a browser to the {@link EventStream}. A connection that waits for events occupies no
 * thread. {@link RequestGuard} has checked the parameters.
 */
final class EventsHandler implements Handler<RoutingContext> {

    private final EventStream events;

    EventsHandler(EventStream events) {
        this.events = events;
    }

    @Override
    public void handle(RoutingContext request) {
        HttpServerResponse response = request.response();
        Browser browser = new Browser(response, RequestParameters.check(request.queryParams()));
        response.closeHandler(closed -> events.remove(browser));
        response.exceptionHandler(broken -> events.remove(browser));
        response.putHeader("Content-Type", "text/event-stream; charset=utf-8").setChunked(true);
        if (!events.add(browser)) {
            HttpErrors.send(request, 503, "Too many pages are open. Close some and reload this one.");
        } else if (response.closed()) {
            // It went away before it was added.
            events.remove(browser);
        }
    }

    private record Browser(HttpServerResponse response, Period period) implements EventStream.Client {

        @Override
        public boolean busy() {
            return response.writeQueueFull();
        }

        @Override
        public void send(String text) {
            response.write(text);
        }

        @Override
        public void close() {
            response.reset();
        }
    }
}
