package io.github.camelcallrail.transport;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.client.Transport;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.camel.CamelContext;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.service.ServiceSupport;

/**
 * All transports of one component, one for each distinct settings, however many endpoints use them: a {@code toD} over
 * many accounts makes many endpoints, which must not make many connection pools. A transport is started when it is first
 * asked for, and stopped with this. Safe for use by many threads at once.
 */
public final class Transports extends ServiceSupport {

    private final CamelContext context;
    private final Map<ConnectionSettings, CamelHttpTransport> started = new HashMap<>();

    /** Not {@code synchronized}, because reading a key store in there would pin a virtual thread. */
    private final ReentrantLock access = new ReentrantLock();

    private boolean stopped;

    public Transports(CamelContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    /**
     * The transport for these settings, started. Also works before this is started, but not after it was stopped, until
     * it is started again. Ask each time rather than keep the answer over a restart.
     *
     * @throws IllegalStateException when this was stopped
     * @throws io.github.camelcallrail.failure.CallRailFailure of kind {@code CONFIGURATION} when the TLS settings cannot
     *     be used
     */
    public Transport of(ConnectionSettings settings) {
        requireNonNull(settings, "settings is null");
        access.lock();
        try {
            if (stopped) {
                throw new IllegalStateException(
                        "Stopped: no connection to " + settings.baseUrl() + " is made any more");
            }
            CamelHttpTransport transport = started.get(settings);
            if (transport == null) {
                transport = new CamelHttpTransport(context, settings);
                transport.start();
                started.put(settings, transport);
            }
            return transport;
        } finally {
            access.unlock();
        }
    }

    /** How many distinct settings are connected. */
    public int size() {
        access.lock();
        try {
            return started.size();
        } finally {
            access.unlock();
        }
    }

    @Override
    protected void doStart() {
        access.lock();
        try {
            stopped = false;
        } finally {
            access.unlock();
        }
    }

    @Override
    protected void doStop() {
        access.lock();
        try {
            stopped = true;
            started.values().forEach(ServiceHelper::stopService);
            started.clear();
        } finally {
            access.unlock();
        }
    }
}
