package io.github.camelcallrail;

import io.github.camelcallrail.sandbox.SettableClock;
import java.time.Instant;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.builder.RouteBuilder;

/**
 * The process of an incremental consumer that is to be killed: it polls when it is told to, and stops at a gate at each
 * record that its route receives and at each write of its state.
 */
final class GatedConsumer {

    private GatedConsumer() {}

    /** @param arguments the port of the test, base URL and key of the API, the endpoint, and the place of the state */
    public static void main(String[] arguments) throws Exception {
        SettableClock clock = new SettableClock(Instant.EPOCH);
        try (Gates gates = new Gates(Integer.parseInt(arguments[0]));
                CallRailContext context = new CallRailContext(arguments[1], arguments[2], clock)) {
            context.getRegistry().bind("state", new GatedStates(arguments[4], gates));
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from(arguments[3]).routeId("gated").process(exchange -> gates.pass(received(exchange)));
                }
            });
            obey(gates, context, clock);
        }
    }

    private static void obey(Gates gates, CallRailContext context, SettableClock clock) throws Exception {
        for (String[] command = gates.command().split(" ");
                command[0].equals("poll");
                command = gates.command().split(" ")) {
            clock.set(Instant.parse(command[1]));
            context.start();
            gates.tell(poll((CallRailConsumer) context.getRoute("gated").getConsumer()));
        }
    }

    private static String poll(CallRailConsumer consumer) throws Exception {
        try {
            consumer.poll();
            return "polled";
        } catch (CallRailException e) {
            e.printStackTrace();
            return "failed " + e.getKind();
        }
    }

    private static String received(Exchange exchange) {
        boolean last = exchange.getProperty(ExchangePropertyKey.BATCH_COMPLETE, Boolean.class);
        return "received " + exchange.getMessage().getHeader(CallRailConstants.RECORD_ID) + " "
                + exchange.getMessage().getBody(Map.class).get("note") + (last ? " last" : " more");
    }
}
