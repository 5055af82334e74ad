package io.github.camelcallrail.dashboard;

import io.github.camelcallrail.charts.ChartResources;
import java.net.URISyntaxException;
import java.sql.SQLException;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.util.URISupport;

/** Serves the page, its scripts and styles, and the state as JSON. {@link RequestGuard} has checked the parameters. */
final class PageRoutes extends RouteBuilder {

    private static final String OWN = "io/github/camelcallrail/dashboard/";
    private static final String JAVASCRIPT = "text/javascript; charset=utf-8";
    private static final String CSS = "text/css; charset=utf-8";

    private final StateReader state;
    private final Clock clock;

    PageRoutes(StateReader state, Clock clock) {
        this.state = state;
        this.clock = clock;
    }

    @Override
    public void configure() {
        from("platform-http:/?httpMethodRestrict=GET,HEAD")
                .routeId("page")
                .process(resource(OWN + "dashboard.html", "text/html; charset=utf-8"));
        from("platform-http:/api/state?httpMethodRestrict=GET,HEAD")
                .routeId("state")
                .process(this::state);
        asset("dashboard.js", OWN + "dashboard.js", JAVASCRIPT);
        asset("dashboard.css", OWN + "dashboard.css", CSS);
        asset("charts.js", ChartResources.CHARTS_JS, JAVASCRIPT);
        asset("charts.css", ChartResources.CHARTS_CSS, CSS);
        asset("echarts.js", ChartResources.ECHARTS, JAVASCRIPT);
        asset("icon.svg", OWN + "icon.svg", "image/svg+xml");
    }

    private void asset(String name, String resource, String type) {
        from("platform-http:/assets/" + name + "?httpMethodRestrict=GET,HEAD")
                .routeId(name)
                .process(resource(resource, type));
    }

    private static Processor resource(String resource, String type) {
        String text = ChartResources.text(resource);
        return exchange -> answer(exchange, type, text);
    }

    private void state(Exchange exchange) throws SQLException, URISyntaxException {
        answer(
                exchange,
                "application/json; charset=utf-8",
                EventStream.json(state.read(period(exchange)), clock.instant()));
    }

    private static void answer(Exchange exchange, String type, String text) {
        // Headers of the request would otherwise be sent back.
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, type);
        exchange.getMessage().setBody(text);
    }

    private static Period period(Exchange exchange) throws URISyntaxException {
        String query = exchange.getMessage().getHeader(Exchange.HTTP_QUERY, "", String.class);
        return RequestParameters.period(URISupport.parseQuery(query));
    }
}
