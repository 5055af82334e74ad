package io.github.camelcallrail.examples.broker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;

/** The messages that a route received, in order of arrival. Thread-safe. */
final class ArrivedMessages extends RoutePolicySupport {

    private record Arrival(String id, String change, String body) {}

    private final ObjectMapper json = new ObjectMapper();
    private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();

    @Override
    public void onExchangeBegin(Route route, Exchange exchange) {
        Message message = exchange.getMessage();
        arrivals.add(new Arrival(
                message.getHeader("JMSCorrelationID", String.class),
                message.getHeader("change", String.class),
                message.getBody(String.class)));
    }

    List<String> ids() {
        return arrivals.stream().map(Arrival::id).toList();
    }

    List<String> changes() {
        return arrivals.stream().map(Arrival::change).toList();
    }

    List<String> idsInBodies() {
        return arrivals.stream().map(arrival -> idIn(arrival.body())).toList();
    }

    private String idIn(String body) {
        try {
            return json.readTree(body).path("id").asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
