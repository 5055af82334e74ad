package io.github.camelcallrail.dashboard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the state to all browsers as server-sent events, whenever it has changed and {@link #tick} is called. However
 * much happens between two ticks, a browser gets one event. Events are whole states, so a browser that is too slow
 * simply misses some, and nothing is queued for it. Thread-safe.
 */
final class EventStream {

    /** One browser. */
    interface Client {
        Period period();

        /** Whether earlier events have not reached it yet. */
        boolean busy();

        void send(String text);

        void close();
    }

    /** Reads the state of a period as one line of JSON. */
    interface StateSource {
        String read(Period period) throws Exception;
    }

    /** Sent before anything else: how soon a browser tries again when the connection is lost. */
    static final String RETRY = "retry: 1000\n\n";

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    /** So that both sides notice a lost connection. */
    private static final Duration SILENCE = Duration.ofSeconds(15);
    /** A browser that takes nothing for as long as this is gone or stopped. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final StateSource source;
    private final Clock clock;
    private final int clientsAtMost;
    private final Map<Client, Progress> clients = new ConcurrentHashMap<>();
    private boolean failing;

    /** What a browser has got. */
    private static final class Progress {
        private String state = "";
        private Instant taken;

        Progress(Instant taken) {
            this.taken = taken;
        }
    }

    EventStream(StateSource source, Clock clock, int clientsAtMost) {
        this.source = source;
        this.clock = clock;
        this.clientsAtMost = clientsAtMost;
    }

    /** Adds a browser, which gets the state at the next tick; false if there are too many. */
    synchronized boolean add(Client client) {
        if (clients.size() >= clientsAtMost) {
            return false;
        }
        client.send(RETRY);
        clients.put(client, new Progress(clock.instant()));
        return true;
    }

    /** Forgets a browser that has gone away. */
    void remove(Client client) {
        clients.remove(client);
    }

    int clients() {
        return clients.size();
    }

    /** Sends every browser the state, if it is not the one that it has. */
    synchronized void tick() {
        Map<Period, String> states = new EnumMap<>(Period.class);
        for (Map.Entry<Client, Progress> each : Set.copyOf(clients.entrySet())) {
            try {
                tick(each.getKey(), each.getValue(), states);
                failing = false;
            } catch (Exception e) {
                // The next tick tries again; the page says how old its numbers are.
                if (!failing) {
                    LOG.warn("Failed to send the state to the page", e);
                }
                failing = true;
                return;
            }
        }
    }

    private void tick(Client client, Progress progress, Map<Period, String> states) throws Exception {
        Instant now = clock.instant();
        if (client.busy()) {
            if (progress.taken.plus(PATIENCE).isBefore(now)) {
                remove(client);
                client.close();
            }
            return;
        }
        String state = states.get(client.period());
        if (state == null) {
            state = source.read(client.period());
            states.put(client.period(), state);
        }
        if (!state.equals(progress.state)) {
            client.send(event(state, now));
            progress.state = state;
            progress.taken = now;
        } else if (!progress.taken.plus(SILENCE).isAfter(now)) {
            // With the time, so that the page knows that its numbers are those of now.
            client.send("event: unchanged\ndata: {\"at\":\"" + now + "\"}\n\n");
            progress.taken = now;
        }
    }

    /** The state with the time; also what a request for the state gets. */
    static String json(String state, Instant at) {
        return "{\"at\":\"" + at + "\",\"state\":" + state + "}";
    }

    private static String event(String state, Instant at) {
        return "event: state\ndata: " + json(state, at) + "\n\n";
    }

    /** Ends all connections; browsers try again by themselves. */
    synchronized void close() {
        clients.keySet().forEach(Client::close);
        clients.clear();
    }
}
