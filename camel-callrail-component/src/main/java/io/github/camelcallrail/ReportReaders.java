package io.github.camelcallrail;

import io.github.camelcallrail.check.KeyCheck;
import io.github.camelcallrail.client.ConnectionWait;
import io.github.camelcallrail.client.RequestObserver;
import io.github.camelcallrail.client.RequestPolicy;
import io.github.camelcallrail.client.RetryingClient;
import io.github.camelcallrail.client.ServerClock;
import io.github.camelcallrail.client.Transport;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.monitor.AccountStatus;
import io.github.camelcallrail.operation.FileDownloads;
import io.github.camelcallrail.options.RequestOptions;
import io.github.camelcallrail.quota.AccountPauses;
import io.github.camelcallrail.quota.RequestBudget;
import io.github.camelcallrail.quota.RequestUsage;
import io.github.camelcallrail.reader.ReadingObserver;
import io.github.camelcallrail.reader.ReportClient;
import io.github.camelcallrail.reader.ReportReader;
import io.github.camelcallrail.state.SharedRequestBudget;
import io.github.camelcallrail.state.StateRepositories;
import io.github.camelcallrail.time.Sleeper;
import io.github.camelcallrail.transport.ConnectionSettings;
import io.github.camelcallrail.transport.FileHosts;
import io.github.camelcallrail.transport.Transports;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the readers of the endpoints of one component. Endpoints with the same connection settings share one client,
 * even if a route creates thousands of them. Thread-safe.
 */
final class ReportReaders extends ServiceSupport {

    private static final Logger LOG = LoggerFactory.getLogger(ReportReaders.class);

    private final Map<ClientKey, ReportClient> clients = new ConcurrentHashMap<>();
    private final Map<URI, ServerClock> serverClocks = new ConcurrentHashMap<>();
    private final CamelContext context;
    private final StateRepositories stateRepositories;
    private final Supplier<Clock> clock;
    private final Supplier<Sleeper> sleeper;
    private final Transports transports;
    private ExecutorService fetching;

    /**
     * @param clock called when a client is created
     * @param sleeper called when a client is created
     */
    ReportReaders(
            CamelContext context,
            StateRepositories stateRepositories,
            Supplier<Clock> clock,
            Supplier<Sleeper> sleeper) {
        this.context = context;
        this.stateRepositories = stateRepositories;
        this.clock = clock;
        this.sleeper = sleeper;
        this.transports = new Transports(context);
    }

    /**
     * A reader for the polls of an endpoint. Polls do not wait for the budget, because they resume at the next poll;
     * they wait for a connection only as long as it takes to open one.
     *
     * @throws CallRailFailure of kind NETWORK if the component is stopped
     */
    ReportReader forPolls(
            ConnectionSettings settings,
            CallRailConfiguration configuration,
            BooleanSupplier wanted,
            ReadingObserver observer) {
        ConnectionWait connection = new ConnectionWait(settings.connectTimeout(), "connectTimeout");
        RequestOptions request = request(configuration);
        RequestPolicy policy =
                request.policy(budget(configuration), pauses(), Duration.ZERO, connection, wanted, observer);
        return reader(settings, configuration, request, policy, observer);
    }

    /** A reader for messages, which wait as long as the options allow. */
    ReportReader forMessages(
            ConnectionSettings settings,
            CallRailConfiguration configuration,
            BooleanSupplier wanted,
            ReadingObserver observer) {
        RequestOptions request = request(configuration);
        RequestPolicy policy = messagePolicy(configuration, request, wanted, observer);
        return reader(settings, configuration, request, policy, observer);
    }

    /**
     * A check of the key, which waits as messages do.
     *
     * @param account the account to check; empty for the first that the key can see
     */
    KeyCheck check(
            ConnectionSettings settings,
            CallRailConfiguration configuration,
            Optional<String> account,
            BooleanSupplier wanted,
            RequestObserver observer) {
        return KeyCheck.of(
                messagePolicy(configuration, request(configuration), wanted, observer),
                client(settings, configuration.getApiVersion())::calls,
                configuration.getApiVersion(),
                account,
                clock.get(),
                serverClock(settings.baseUrl()));
    }

    /** Sends single calls, and waits as messages do. */
    RetryingClient calls(
            ConnectionSettings settings,
            CallRailConfiguration configuration,
            BooleanSupplier wanted,
            RequestObserver observer) {
        return client(settings, configuration.getApiVersion())
                .calls(messagePolicy(configuration, request(configuration), wanted, observer));
    }

    /** Downloads files, and waits as messages do. */
    FileDownloads files(
            ConnectionSettings settings,
            CallRailConfiguration configuration,
            BooleanSupplier wanted,
            RequestObserver observer) {
        return new FileDownloads(
                calls(settings, configuration, wanted, observer),
                unlessStopped(() ->
                        transports.ofFiles(settings, FileHosts.of(settings.baseUrl(), configuration.getMediaHosts()))),
                settings.baseUrl(),
                configuration.getApiVersion(),
                temporaryDirectory(),
                wanted);
    }

    private Path temporaryDirectory() {
        File spool = context.getStreamCachingStrategy().getSpoolDirectory();
        return spool == null ? Path.of(System.getProperty("java.io.tmpdir")) : spool.toPath();
    }

    private ReportReader reader(
            ConnectionSettings settings,
            CallRailConfiguration configuration,
            RequestOptions request,
            RequestPolicy policy,
            ReadingObserver observer) {
        return client(settings, configuration.getApiVersion())
                .reader(policy, request.readAhead(), request.parallelRequests(), observer);
    }

    /** Messages wait for the budget and for a connection as long as the options allow. */
    private RequestPolicy messagePolicy(
            CallRailConfiguration configuration,
            RequestOptions request,
            BooleanSupplier wanted,
            RequestObserver observer) {
        Duration wait = request.budgetWait();
        return request.policy(
                budget(configuration), pauses(), wait, new ConnectionWait(wait, "budgetWait"), wanted, observer);
    }

    /**
     * Opens the connection pool of most endpoints in another thread while the context starts, because that takes a
     * tenth of a second or more, mostly for TLS. Sends nothing. A failure is reported by the endpoint that has it too.
     */
    void prepare(Supplier<ConnectionSettings> settings) {
        fetch(() -> {
            try {
                transports.of(settings.get());
            } catch (RuntimeException e) {
                LOG.debug("The connection cannot be prepared: {}", e.getMessage());
            }
        });
    }

    private ReportClient client(ConnectionSettings settings, String apiVersion) {
        Transport transport = unlessStopped(() -> transports.of(settings));
        // The key includes the transport, so that no client outlives a restart.
        return clients.computeIfAbsent(
                new ClientKey(transport, apiVersion),
                key -> new ReportClient(
                        transport,
                        settings.baseUrl(),
                        key.apiVersion,
                        clock.get(),
                        serverClock(settings.baseUrl()),
                        sleeper.get(),
                        this::fetch));
    }

    private static <T> T unlessStopped(Supplier<T> transport) {
        try {
            return transport.get();
        } catch (IllegalStateException e) {
            throw stopped(e);
        }
    }

    /** The clock of the server at a base URL, as known from its responses. */
    ServerClock serverClock(URI baseUrl) {
        return serverClocks.computeIfAbsent(baseUrl, ServerClock::new);
    }

    /** The remaining quota of an account, as seen by an endpoint. */
    AccountStatus account(String accountId, CallRailConfiguration configuration) {
        Instant now = clock.get().instant();
        return new AccountStatus(
                accountId,
                request(configuration).limits(),
                used(accountId, configuration, now),
                pauses().until(accountId, now));
    }

    private Optional<RequestUsage> used(String accountId, CallRailConfiguration configuration, Instant now) {
        try {
            return budget(configuration).used(accountId, now);
        } catch (RuntimeException e) {
            // A budget may be a bean of the user; its failure must not fail the monitoring.
            LOG.debug("The remaining budget cannot be shown: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private RequestBudget budget(CallRailConfiguration configuration) {
        return configuration.getRequestBudget() != null
                ? configuration.getRequestBudget()
                : SharedRequestBudget.of(context)
                        .storedIn(new ConfigurationOptions(configuration).stateLocation(), stateRepositories);
    }

    /** What counts the requests of an endpoint: the same object for all endpoints that share a budget. */
    Object sharedBudget(CallRailConfiguration configuration) {
        return configuration.getRequestBudget() != null
                ? configuration.getRequestBudget()
                : SharedRequestBudget.of(context);
    }

    private AccountPauses pauses() {
        return SharedRequestBudget.of(context).pauses();
    }

    private static RequestOptions request(CallRailConfiguration configuration) {
        return RequestOptions.of(new ConfigurationOptions(configuration));
    }

    private void fetch(Runnable task) {
        try {
            executor().execute(task);
        } catch (RejectedExecutionException e) {
            throw stopped(e);
        }
    }

    /** Created on first use, which may be before the component starts. */
    private synchronized ExecutorService executor() {
        if (fetching == null) {
            fetching = context.getExecutorServiceManager().newCachedThreadPool(this, "CallRailFetching");
        }
        return fetching;
    }

    private static CallRailFailure stopped(RuntimeException cause) {
        return CallRailFailure.of(
                FailureKind.NETWORK, "The component is stopped, so no request is sent to CallRail.", cause);
    }

    /** The number of transports: one for each distinct base URL, key and connection settings. */
    int connections() {
        return transports.size();
    }

    @Override
    protected synchronized void doStart() {
        if (fetching != null && fetching.isShutdown()) {
            fetching = null;
        }
        ServiceHelper.startService(transports);
    }

    @Override
    protected synchronized void doStop() {
        SharedRequestBudget.of(context).settle();
        ServiceHelper.stopService(transports);
        clients.clear();
        if (fetching != null) {
            context.getExecutorServiceManager().shutdownNow(fetching);
        }
    }

    private record ClientKey(Transport transport, String apiVersion) {}
}
