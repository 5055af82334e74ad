package io.github.camelcallrail;

import io.github.camelcallrail.catalogue.Parameter;
import io.github.camelcallrail.catalogue.ReportCatalogue;
import io.github.camelcallrail.client.ConnectionWait;
import io.github.camelcallrail.client.ServerClock;
import io.github.camelcallrail.client.Transport;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.failure.NearestMatch;
import io.github.camelcallrail.quota.AccountPauses;
import io.github.camelcallrail.quota.RequestBudget;
import io.github.camelcallrail.quota.RequestUsage;
import io.github.camelcallrail.reader.ReadingObserver;
import io.github.camelcallrail.reader.ReportClient;
import io.github.camelcallrail.reader.ReportReader;
import io.github.camelcallrail.time.Sleeper;
import io.github.camelcallrail.transport.ConnectionSettings;
import io.github.camelcallrail.transport.Transports;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.PropertiesComponent;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.support.component.RawParameterHelper;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.util.PropertiesHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes {@code callrail:} endpoints, and holds what they share: the defaults, and one connection for all endpoints with the same
 * key and address.
 */
@Component("callrail")
public class CallRailComponent extends HealthCheckComponent implements SSLContextParametersAware {

    private static final Logger LOG = LoggerFactory.getLogger(CallRailComponent.class);

    @Metadata(description = "Defaults for all endpoints.")
    private CallRailConfiguration configuration = new CallRailConfiguration();

    @Metadata(
            label = "security",
            defaultValue = "false",
            description = "Use the global TLS set-up of the CamelContext where an endpoint has none of its own.")
    private boolean useGlobalSslContextParameters;

    private final Map<ClientKey, ReportClient> clients = new ConcurrentHashMap<>();
    private final Map<URI, ServerClock> serverClocks = new ConcurrentHashMap<>();
    private final StateRepositories stateRepositories = new StateRepositories();
    private final CommaInTags commaInTags = new CommaInTags();
    private Clock clock = Clock.systemUTC();
    private Sleeper sleeper = Sleeper.SYSTEM;
    private Transports transports;
    private ExecutorService fetching;

    public CallRailComponent() {}

    public CallRailComponent(CamelContext context) {
        super(context);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        checkKamelet();
        checkFilters();
        EndpointText text = EndpointText.of(uri);
        decode(text, parameters);
        // Camel takes an optional placeholder without a value out of the URI, but not where it is written RAW.
        parameters.values().removeIf(value -> String.valueOf(value)
                .startsWith(PropertiesComponent.PREFIX_OPTIONAL_TOKEN));
        requireConvertible(parameters);
        Map<String, Object> filters = PropertiesHelper.extractProperties(parameters, Parameter.FILTER_PREFIX);
        CallRailConfiguration own = configuration.copy();
        own.getFilters().putAll(filters);
        commaInTags.check(own.getFilters());
        Set<String> inherited =
                new HashSet<>(QueryOptionReader.of(configuration).names());
        inherited.addAll(IncrementalOptions.namesIn(configuration));
        inherited.removeAll(parameters.keySet());
        filters.keySet().forEach(name -> inherited.remove(Parameter.FILTER_PREFIX + name));
        return new CallRailEndpoint(text, this, PercentCodes.decode(remaining), own, inherited);
    }

    /** So that a plus in the URI can be told from a blank. */
    @Override
    public boolean useRawUri() {
        return true;
    }

    /** They are resolved here, after the others are decoded. */
    @Override
    protected boolean resolveRawParameterValues() {
        return false;
    }

    private void requireConvertible(Map<String, Object> parameters) {
        try {
            UnconvertedOptions.check(parameters);
        } catch (CallRailFailure failure) {
            throw CallRailException.of(failure, configuration.getApiKey());
        }
    }

    private void decode(EndpointText text, Map<String, Object> parameters) {
        Optional<KameletValues> ofKamelet = KameletProperties.values(getCamelContext());
        try {
            if (ofKamelet.isEmpty()) {
                text.decode(parameters);
            }
            RawParameterHelper.resolveRawParameterValues(getCamelContext(), parameters);
            ofKamelet.ifPresent(values -> values.decode(parameters));
        } catch (CallRailFailure failure) {
            throw CallRailException.of(failure, configuration.getApiKey());
        }
    }

    @Override
    protected void afterConfiguration(String uri, String remaining, Endpoint endpoint, Map<String, Object> parameters) {
        ((CallRailEndpoint) endpoint).check();
    }

    @Override
    protected void validateParameters(String uri, Map<String, Object> parameters, String optionPrefix) {
        if (parameters.isEmpty()) {
            return;
        }
        String unknown = parameters.keySet().iterator().next();
        throw CallRailException.of(
                CallRailFailure.configuration("There is no option '%s'%s".formatted(unknown, hint(unknown))),
                configuration.getApiKey());
    }

    /** Endpoints leave out defaults that their reports lack, so a misspelt one would be left out everywhere. */
    private void checkFilters() {
        Set<String> known = ReportCatalogue.filters();
        for (String filter : configuration.getFilters().keySet()) {
            if (!known.contains(filter)) {
                throw CallRailException.of(
                        CallRailFailure.configuration(
                                "No report has the filter '%s', which the component sets for all%s"
                                        .formatted(filter, NearestMatch.hint(filter, known))),
                        configuration.getApiKey());
            }
        }
    }

    private void checkKamelet() {
        try {
            KameletProperties.check(getCamelContext(), knownOptions());
        } catch (CallRailFailure failure) {
            throw CallRailException.of(failure, configuration.getApiKey());
        }
    }

    private String hint(String unknown) {
        if (ReportCatalogue.filters().contains(unknown)) {
            return "; did you mean '" + Parameter.FILTER_PREFIX + unknown + "'?";
        }
        return NearestMatch.hint(unknown, knownOptions());
    }

    private Set<String> knownOptions() {
        return getCamelContext()
                .getCamelContextExtension()
                .getEndpointUriFactory("callrail")
                .propertyNames();
    }

    /**
     * Reads for the polls of an endpoint: they do not wait for the budget, because they resume at the next poll, and
     * for a connection only as long as to open one.
     */
    ReportReader readerOfPolls(CallRailConfiguration options, BooleanSupplier wanted, ReadingObserver observer) {
        ConnectionWait connection =
                new ConnectionWait(Duration.ofMillis(options.getConnectTimeout()), "connectTimeout");
        return reader(options, Duration.ZERO, connection, wanted, observer);
    }

    /** Reads for messages: they wait as long as the options say. */
    ReportReader readerOfMessages(CallRailConfiguration options, BooleanSupplier wanted, ReadingObserver observer) {
        Duration wait = RequestOptions.of(options).budgetWait();
        return reader(options, wait, new ConnectionWait(wait, "budgetWait"), wanted, observer);
    }

    private ReportReader reader(
            CallRailConfiguration options,
            Duration wait,
            ConnectionWait connection,
            BooleanSupplier wanted,
            ReadingObserver observer) {
        RequestOptions request = RequestOptions.of(options);
        return client(options)
                .reader(
                        request.policy(budget(options), pauses(), wait, connection, wanted, observer),
                        request.readAhead(),
                        request.parallelRequests(),
                        observer);
    }

    /** What may be asked of an account now. */
    AccountStatus account(String accountId, CallRailConfiguration options) {
        Instant now = clock.instant();
        return new AccountStatus(
                accountId,
                RequestOptions.of(options).limits(),
                used(accountId, options, now),
                pauses().until(accountId, now));
    }

    private Optional<RequestUsage> used(String accountId, CallRailConfiguration options, Instant now) {
        try {
            return budget(options).used(accountId, now);
        } catch (RuntimeException e) {
            // Also of budgets that are not ours; what shows it must not fail for that.
            LOG.debug("What is left of the budget cannot be shown: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private RequestBudget budget(CallRailConfiguration options) {
        return AccountRequests.of(getCamelContext()).budget(options, stateRepositories);
    }

    private AccountPauses pauses() {
        return AccountRequests.of(getCamelContext()).pauses();
    }

    /**
     * The client for a connection, the same for all endpoints that connect alike, also when a route makes thousands of them.
     *
     * @throws CallRailFailure of kind CONFIGURATION when key, address or proxy are missing or impossible, of kind NETWORK when
     *     the component is stopped
     */
    private ReportClient client(CallRailConfiguration options) {
        ConnectionSettings settings = settings(options);
        Transport transport;
        try {
            transport = transports.of(settings);
        } catch (IllegalStateException e) {
            throw stopped(e);
        }
        // By its transport, so that none outlives a restart.
        return clients.computeIfAbsent(
                new ClientKey(transport, options.getApiVersion()),
                key -> new ReportClient(
                        transport,
                        settings.baseUrl(),
                        key.apiVersion,
                        clock,
                        serverClock(settings.baseUrl()),
                        sleeper,
                        this::fetch));
    }

    /** The clock behind the base URL of an endpoint, as far as answers have told it. */
    ServerClock serverClock(CallRailConfiguration options) {
        return serverClock(ConnectionSettings.checkBaseUrl(options.getBaseUrl(), options.isAllowPlainHttp()));
    }

    private ServerClock serverClock(URI baseUrl) {
        return serverClocks.computeIfAbsent(baseUrl, ServerClock::new);
    }

    private void fetch(Runnable task) {
        try {
            fetching.execute(task);
        } catch (RejectedExecutionException e) {
            throw stopped(e);
        }
    }

    private static CallRailFailure stopped(RuntimeException cause) {
        return CallRailFailure.of(FailureKind.NETWORK, "The component is stopped, so CallRail is not asked.", cause);
    }

    ConnectionSettings settings(CallRailConfiguration options) {
        if (options.getApiKey() == null) {
            throw CallRailFailure.configuration("Option 'apiKey' is not set. Set it once for all endpoints, as"
                    + " camel.component.callrail.api-key in application.properties or on the component; keys are made in CallRail's"
                    + " settings, under API keys.");
        }
        return new ConnectionSettings(
                ConnectionSettings.checkBaseUrl(options.getBaseUrl(), options.isAllowPlainHttp()),
                options.getApiKey(),
                options.getSslContextParameters() != null
                        ? options.getSslContextParameters()
                        : retrieveGlobalSslContextParameters(),
                options.getProxyHost(),
                options.getProxyPort() == null ? 0 : options.getProxyPort(),
                Duration.ofMillis(options.getConnectTimeout()),
                Duration.ofMillis(options.getResponseTimeout()));
    }

    StateRepositories stateRepositories() {
        return stateRepositories;
    }

    /** How many connections there are: one for each distinct address, key and set-up. */
    int connections() {
        return transports.size();
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        transports = new Transports(getCamelContext());
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        fetching = getCamelContext().getExecutorServiceManager().newCachedThreadPool(this, "CallRailFetching");
        ServiceHelper.startService(transports, stateRepositories);
    }

    @Override
    protected void doStop() throws Exception {
        AccountRequests.of(getCamelContext()).settle();
        ServiceHelper.stopService(transports, stateRepositories);
        clients.clear();
        if (fetching != null) {
            getCamelContext().getExecutorServiceManager().shutdownNow(fetching);
        }
        super.doStop();
    }

    public CallRailConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(CallRailConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public boolean isUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    @Override
    public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }

    public Clock getClock() {
        return clock;
    }

    /** The clock that says what today is: by default the system's. A test of a route sets another. */
    public void setClock(Clock clock) {
        this.clock = clock;
    }

    /** What waits between attempts and for the budget. A test of a route sets one that turns its clock. */
    public void setSleeper(Sleeper sleeper) {
        this.sleeper = sleeper;
    }

    private record ClientKey(Transport transport, String apiVersion) {}
}
