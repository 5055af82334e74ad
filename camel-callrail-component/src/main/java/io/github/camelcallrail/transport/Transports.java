package io.github.camelcallrail.transport;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.client.FileTransport;
import io.github.camelcallrail.client.Transport;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Service;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.service.ServiceSupport;

/**
 * All transports of one component, one for each distinct {@link ConnectionSettings}: a {@code toD} over many accounts
 * creates many endpoints, but should not create many connection pools. A transport is started on first use and stopped
 * with this service. Thread-safe.
 */
public final class Transports extends ServiceSupport {

    private final CamelContext context;
    private final Map<ConnectionSettings, CamelHttpTransport> started = new HashMap<>();
    private final Map<FileSettings, HttpFileTransport> startedForFiles = new HashMap<>();

    /** Not {@code synchronized}, because reading a key store would pin a virtual thread. */
    private final ReentrantLock access = new ReentrantLock();

    private boolean stopped;

    public Transports(CamelContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    /**
     * The started transport for these settings. Works before this service is started, but not after it was stopped,
     * until it is started again. Do not keep the result across a restart.
     *
     * @throws IllegalStateException if this service was stopped
     * @throws io.github.camelcallrail.failure.CallRailFailure of kind {@code CONFIGURATION} if the TLS settings cannot
     *     be used
     */
    public Transport of(ConnectionSettings settings) {
        return started(
                started,
                requireNonNull(settings, "settings is null"),
                settings,
                () -> new CamelHttpTransport(context, settings));
    }

    /**
     * The started transport for files; like {@link #of}.
     *
     * @param hosts where files may be downloaded from
     */
    public FileTransport ofFiles(ConnectionSettings settings, FileHosts hosts) {
        return started(
                startedForFiles,
                new FileSettings(settings, hosts),
                settings,
                () -> new HttpFileTransport(context, settings, hosts));
    }

    private <K, T extends Service> T started(Map<K, T> known, K key, ConnectionSettings settings, Supplier<T> created) {
        access.lock();
        try {
            if (stopped) {
                throw new IllegalStateException(
                        "The component is stopped, so no connection to " + settings.baseUrl() + " is opened");
            }
            T transport = known.get(key);
            if (transport == null) {
                transport = created.get();
                transport.start();
                known.put(key, transport);
            }
            return transport;
        } finally {
            access.unlock();
        }
    }

    private record FileSettings(ConnectionSettings settings, FileHosts hosts) {
        private FileSettings {
            requireNonNull(settings, "settings is null");
            requireNonNull(hosts, "hosts is null");
        }
    }

    /** The number of started transports. */
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
            startedForFiles.values().forEach(ServiceHelper::stopService);
            startedForFiles.clear();
        } finally {
            access.unlock();
        }
    }
}
