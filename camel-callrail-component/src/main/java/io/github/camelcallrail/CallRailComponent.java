package io.github.camelcallrail;

import io.github.camelcallrail.catalogue.Parameter;
import io.github.camelcallrail.catalogue.ReportCatalogue;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.NearestMatch;
import io.github.camelcallrail.options.IncrementalOptions;
import io.github.camelcallrail.options.OptionSource;
import io.github.camelcallrail.options.QueryOptionReader;
import io.github.camelcallrail.options.TagCommaWarning;
import io.github.camelcallrail.options.UnconvertedOptions;
import io.github.camelcallrail.state.StateRepositories;
import io.github.camelcallrail.time.Sleeper;
import io.github.camelcallrail.transport.ConnectionSettings;
import io.github.camelcallrail.uri.EndpointUri;
import io.github.camelcallrail.uri.KameletProperties;
import io.github.camelcallrail.uri.KameletValues;
import io.github.camelcallrail.uri.PercentEncoding;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/**
 * Creates {@code callrail:} endpoints, and holds what they share: the defaults, and one client for all endpoints with
 * the same key and connection options.
 */
@Component("callrail")
public class CallRailComponent extends HealthCheckComponent implements SSLContextParametersAware {

    private static final String WEBHOOK = "org.apache.camel.component.webhook.WebhookCapableEndpoint";

    @Metadata(description = "Defaults for all endpoints.")
    private CallRailConfiguration configuration = new CallRailConfiguration();

    @Metadata(
            label = "security",
            defaultValue = "false",
            description = "Use the global TLS settings of the CamelContext if an endpoint has none of its own.")
    private boolean useGlobalSslContextParameters;

    private final StateRepositories stateRepositories = new StateRepositories();
    private final TagCommaWarning tagCommaWarning = new TagCommaWarning();
    private Clock clock = Clock.systemUTC();
    private Sleeper sleeper = Sleeper.SYSTEM;
    private ReportReaders readers;

    public CallRailComponent() {}

    public CallRailComponent(CamelContext context) {
        super(context);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        EndpointUri text = EndpointUri.of(uri);
        requireOrFail(() -> {
            KameletProperties.check(getCamelContext(), knownOptions());
            requireKnownFilters();
            decode(text, parameters);
        });
        // Camel removes an optional placeholder without a value from the URI, but not inside RAW(...).
        parameters.values().removeIf(value -> String.valueOf(value)
                .startsWith(PropertiesComponent.PREFIX_OPTIONAL_TOKEN));
        requireOrFail(() -> UnconvertedOptions.check(parameters));
        Map<String, Object> filters = PropertiesHelper.extractProperties(parameters, Parameter.FILTER_PREFIX);
        CallRailConfiguration own = configuration.copy();
        own.getFilters().putAll(filters);
        tagCommaWarning.check(own.getFilters());
        OptionSource defaults = new ConfigurationOptions(configuration);
        Set<String> inherited = new HashSet<>(QueryOptionReader.of(defaults).names());
        inherited.addAll(IncrementalOptions.namesIn(defaults));
        inherited.removeAll(parameters.keySet());
        filters.keySet().forEach(name -> inherited.remove(Parameter.FILTER_PREFIX + name));
        String path = PercentEncoding.decode(remaining);
        return path.trim().equals(CallRailEventsEndpoint.PATH)
                ? eventsEndpoint(text, own, inherited)
                : new CallRailEndpoint(text, this, path, own, inherited);
    }

    /** Returns an interface, so that camel-webhook is needed only here. */
    private Endpoint eventsEndpoint(EndpointUri text, CallRailConfiguration own, Set<String> inherited)
            throws URISyntaxException {
        requireOrFail(() -> {
            if (getCamelContext().getClassResolver().resolveClass(WEBHOOK) == null) {
                throw CallRailFailure.configuration(
                        "'callrail:events' needs camel-webhook. Add the artifact org.apache.camel:camel-webhook"
                                + " (Spring Boot: camel-webhook-starter, Quarkus: camel-quarkus-webhook), and begin the"
                                + " route with webhook:callrail:events.");
            }
        });
        return new CallRailEventsEndpoint(text, this, own, inherited);
    }

    /** True, so that a plus in the URI can be told from a blank. */
    @Override
    public boolean useRawUri() {
        return true;
    }

    /** False: they are resolved here, after the other values are decoded. */
    @Override
    protected boolean resolveRawParameterValues() {
        return false;
    }

    private void decode(EndpointUri text, Map<String, Object> parameters) {
        Optional<KameletValues> ofKamelet = KameletProperties.values(getCamelContext());
        if (ofKamelet.isEmpty()) {
            text.decode(parameters);
        }
        RawParameterHelper.resolveRawParameterValues(getCamelContext(), parameters);
        ofKamelet.ifPresent(values -> values.decode(parameters));
    }

    /** Runs a check, and turns its failure into the exception for users. */
    private void requireOrFail(Runnable check) {
        try {
            check.run();
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
        requireOrFail(() -> {
            throw CallRailFailure.configuration("There is no option '%s'%s".formatted(unknown, hint(unknown)));
        });
    }

    /** Endpoints ignore defaults that their report does not have, so a misspelt one would be ignored everywhere. */
    private void requireKnownFilters() {
        Set<String> known = ReportCatalogue.filters();
        for (String filter : configuration.getFilters().keySet()) {
            if (!known.contains(filter)) {
                throw CallRailFailure.configuration("No report has the filter '%s', which the component sets for all%s"
                        .formatted(filter, NearestMatch.hint(filter, known)));
            }
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

    /** The factory of the readers of this component's endpoints. */
    ReportReaders readers() {
        return readers;
    }

    /**
     * The connection settings of an endpoint.
     *
     * @throws CallRailFailure of kind CONFIGURATION if the key is missing, or the base URL or proxy is invalid
     */
    ConnectionSettings settings(CallRailConfiguration options) {
        if (options.getApiKey() == null) {
            throw CallRailFailure.configuration("Option 'apiKey' is not set. Set it once for all endpoints, as"
                    + " camel.component.callrail.api-key in application.properties or on the component; create keys"
                    + " in CallRail's settings, under API keys.");
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

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        readers = new ReportReaders(getCamelContext(), stateRepositories, this::getClock, () -> sleeper);
        if (configuration.getApiKey() != null) {
            readers.prepare(() -> settings(configuration));
        }
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        ServiceHelper.startService(readers, stateRepositories);
    }

    @Override
    protected void doStop() throws Exception {
        ServiceHelper.stopService(readers, stateRepositories);
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

    /** The clock that gives the current time; the system clock by default. Tests of routes may set another. */
    public void setClock(Clock clock) {
        this.clock = clock;
    }

    /** What waits between attempts and for the budget. Tests of routes may set one that advances their clock. */
    public void setSleeper(Sleeper sleeper) {
        this.sleeper = sleeper;
    }
}
