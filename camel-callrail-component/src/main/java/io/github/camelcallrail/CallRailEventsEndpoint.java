package io.github.camelcallrail;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.monitor.EventCounts;
import io.github.camelcallrail.monitor.EventMeters;
import io.github.camelcallrail.monitor.EventsStatus;
import io.github.camelcallrail.monitor.ReceivedEvents;
import io.github.camelcallrail.options.EventOptions;
import io.github.camelcallrail.options.RequestOptions;
import io.github.camelcallrail.query.ReportPlan;
import io.github.camelcallrail.reader.ReportReader;
import io.github.camelcallrail.receiver.AccountSigningKeys;
import io.github.camelcallrail.receiver.CompanyWebhooks;
import io.github.camelcallrail.receiver.ExternalUrl;
import io.github.camelcallrail.receiver.KnownCompanies;
import io.github.camelcallrail.receiver.RestSettings;
import io.github.camelcallrail.receiver.WebhookCare;
import io.github.camelcallrail.receiver.WebhookProcessor;
import io.github.camelcallrail.report.Source;
import io.github.camelcallrail.state.EventState;
import io.github.camelcallrail.state.StateLocation;
import io.github.camelcallrail.state.StatesInUse;
import io.github.camelcallrail.transport.ConnectionSettings;
import io.github.camelcallrail.uri.EndpointUri;
import io.github.camelcallrail.webhook.EventKind;
import io.github.camelcallrail.webhook.EventReceiver;
import io.github.camelcallrail.webhook.LookedUpSigningKeys;
import io.github.camelcallrail.webhook.SigningKeys;
import io.github.camelcallrail.webhook.WebhookIntegrations;
import io.github.camelcallrail.webhook.WebhookRegistration;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.camel.Consumer;
import org.apache.camel.PollingConsumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.component.webhook.WebhookCapableEndpoint;
import org.apache.camel.component.webhook.WebhookConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives CallRail's events, for {@code webhook:callrail:events}. Needs camel-webhook, which calls it in this order:
 * configuration, handler, registration.
 */
@ManagedResource(description = "Managed CallRail events endpoint")
public class CallRailEventsEndpoint extends CallRailEndpoint implements WebhookCapableEndpoint {

    /** The path of this endpoint. */
    static final String PATH = "events";

    private static final Logger LOG = LoggerFactory.getLogger(CallRailEventsEndpoint.class);

    /** The report whose options select companies. */
    private static final String INTEGRATIONS = "integrations";

    private final EventCounts counts = new EventCounts();
    private KnownCompanies companies;
    private WebhookConfiguration webhook;
    private WebhookCare care;
    private WebhookProcessor processor;

    CallRailEventsEndpoint(
            EndpointUri text, CallRailComponent component, CallRailConfiguration configuration, Set<String> inherited)
            throws URISyntaxException {
        super(text, component, PATH, configuration, inherited);
    }

    @Override
    void check() {
        requireOrFail(() -> {
            eventOptions();
            RequestOptions.of(options());
            ConnectionSettings.checkBaseUrl(
                    getConfiguration().getBaseUrl(), getConfiguration().isAllowPlainHttp());
            if (isDelaySet()) {
                throw CallRailFailure.configuration(
                        "Option 'delay' does not apply to events: they come when something happens. Leave it out.");
            }
            if (getConfiguration().getCompanyId() != null) {
                plan();
            }
        });
        companies = new KnownCompanies(this::lookUpCompanies, clock());
    }

    private ConfigurationOptions options() {
        return new ConfigurationOptions(getConfiguration());
    }

    private EventOptions eventOptions() {
        return EventOptions.of(options(), this::inherits);
    }

    private ReportPlan plan() {
        return optionsFor(INTEGRATIONS).plan();
    }

    private List<Source> lookUpCompanies() {
        ReportPlan plan = plan();
        plan.requireComplete();
        ReportPlan severally = plan.severally();
        ReportReader reader =
                component().readers().forMessages(settings(), getConfiguration(), this::mayWait, activity());
        List<String> accounts = reader.accounts(severally);
        return accounts.stream()
                .flatMap(account -> reader.sources(severally, account, accounts.size() == 1).stream())
                .toList();
    }

    private ConnectionSettings settings() {
        return component().settings(getConfiguration());
    }

    @Override
    public void setWebhookConfiguration(WebhookConfiguration webhookConfiguration) {
        this.webhook = webhookConfiguration;
        requireOrFail(() -> RestSettings.apply(getCamelContext(), webhookConfiguration));
    }

    @Override
    public List<String> getWebhookMethods() {
        return List.of("POST");
    }

    @Override
    public Processor createWebhookHandler(Processor next) {
        return orFail(() -> {
            requireKey();
            EventOptions options = eventOptions();
            WebhookProcessor.Parts parts = new WebhookProcessor.Parts(
                    "callrail-events-" + stateKey(),
                    new EventReceiver(signingKeys(), this::signers, options.kinds(), counts, clock()),
                    (message, received, event) ->
                            MessageHeaders.deliver(received, event, options.raw(), this::accountOf, message),
                    counts,
                    care(),
                    options.maxSize(),
                    this::exception);
            StateLocation location = options().stateLocation();
            processor = component().stateRepositories().lasts(location)
                    ? WebhookProcessor.storing(
                            this,
                            next,
                            parts,
                            clock(),
                            EventState.of(location, component().stateRepositories(), StatesInUse.of(getCamelContext())),
                            options.maxPending(),
                            options.threads())
                    : WebhookProcessor.direct(getCamelContext(), next, parts, clock());
            return processor;
        });
    }

    private void requireKey() {
        boolean api = getConfiguration().getSigningSecret() == null || webhook.isWebhookAutoRegister();
        if (api) {
            settings();
            plan().requireComplete();
        }
    }

    private SigningKeys signingKeys() {
        String secret = getConfiguration().getSigningSecret();
        return secret != null
                ? SigningKeys.fixed(secret)
                : new AccountSigningKeys(
                        companies,
                        account ->
                                new LookedUpSigningKeys(integrations(account, this::mayWait), companies::ids, clock()));
    }

    /** The companies that may sign; none if one key is given for all. */
    private List<String> signers() {
        return getConfiguration().getSigningSecret() == null ? companies.ids() : List.of();
    }

    private Optional<String> accountOf(String company) {
        // Neither several accounts nor a star.
        Optional<String> given =
                Optional.ofNullable(getConfiguration().getAccountId()).filter(id -> id.matches("[A-Za-z0-9]+"));
        if (!knowsCompanies()) {
            return given;
        }
        try {
            return companies.account(company);
        } catch (CallRailFailure failure) {
            // An event whose key was given needs no lookup, so it must not fail for the sake of a header.
            LOG.debug("The account of a company is not known: {}", failure.getMessage());
            return given;
        }
    }

    private boolean knowsCompanies() {
        return getConfiguration().getApiKey() != null && getConfiguration().getCompanyId() != null;
    }

    private WebhookIntegrations integrations(String account, BooleanSupplier wanted) {
        return new WebhookIntegrations(
                component().readers().calls(settings(), getConfiguration(), wanted, activity()),
                getConfiguration().getApiVersion(),
                account);
    }

    private synchronized WebhookCare care() {
        if (care == null) {
            care = new WebhookCare(
                    getCamelContext(),
                    webhooks(this::mayWait),
                    webhook.isWebhookAutoRegister() && !urls().isEmpty(),
                    getConfiguration().isReviveWebhook());
        }
        return care;
    }

    private CompanyWebhooks webhooks(BooleanSupplier wanted) {
        return new CompanyWebhooks(
                () -> knowsCompanies() ? companies.get() : List.of(),
                account -> new WebhookRegistration(integrations(account, wanted), urls()));
    }

    /** The URL of this application for each kind of event; none if it is not known from outside. */
    private Map<EventKind, String> urls() {
        Map<EventKind, String> urls = new EnumMap<>(EventKind.class);
        ExternalUrl.of(webhook).ifPresent(url -> eventOptions().kinds().stream()
                .filter(kind -> kind.configKey().isPresent())
                .forEach(kind -> urls.put(kind, url)));
        return urls;
    }

    @Override
    public void registerWebhook() {
        requireOrFail(() -> {
            String url = ExternalUrl.require(
                    webhook, settings().baseUrl().getScheme().equals("http"));
            eventOptions().kinds().stream()
                    .filter(kind -> kind.configKey().isEmpty())
                    .forEach(kind -> LOG.warn(
                            "CallRail's API cannot register the event '{}'. Add this URL in CallRail's settings, under"
                                    + " Integrations, Webhooks: {}?event={}&company=<id of the company>",
                            kind.text(),
                            url,
                            kind.text()));
            if (!urls().isEmpty()) {
                care().registerAll();
            }
        });
    }

    @Override
    public void unregisterWebhook() {
        if (!getConfiguration().isWebhookUnregister()) {
            return;
        }
        try {
            // Although the context stops, because this is what is wanted then.
            new WebhookCare(getCamelContext(), webhooks(() -> true), false, false).unregisterAll();
        } catch (CallRailFailure failure) {
            LOG.warn("The webhooks stay registered: {}", failure.getMessage());
        }
    }

    @Override
    public Producer createProducer() {
        throw exception(notAlone());
    }

    @Override
    public Consumer createConsumer(Processor route) {
        throw exception(notAlone());
    }

    @Override
    public PollingConsumer createPollingConsumer() {
        throw exception(notAlone());
    }

    private static CallRailFailure notAlone() {
        return CallRailFailure.configuration(
                "'callrail:events' only receives events: begin a route with webhook:callrail:events.");
    }

    @Override
    String nameInMeters() {
        return PATH;
    }

    @Override
    public Optional<ReceivedEvents> receivedEvents() {
        return Optional.of(
                new ReceivedEvents(counts, Optional.ofNullable(processor).map(WebhookProcessor::status)));
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        EventMeters meters = EventMeters.of(getCamelContext(), stateKey());
        meters.addGauge("pending", "Stored events that wait to be processed", this::pending);
        meters.addGauge("oldest", "Seconds since the oldest of them was received", this::oldestSeconds);
        meters.addGauge(
                "webhooks.inactive",
                "Companies whose webhooks are disabled, or lack URLs of this application",
                this::getInactiveWebhooks);
        counts.useMeters(meters);
    }

    @Override
    protected void doStop() throws Exception {
        counts.useMeters(EventMeters.NONE).removeGauges();
        super.doStop();
    }

    private Optional<EventsStatus> status() {
        return Optional.ofNullable(processor).map(WebhookProcessor::status);
    }

    private int pending() {
        return status().map(EventsStatus::pending).orElse(OptionalInt.empty()).orElse(-1);
    }

    private long oldestSeconds() {
        return status().flatMap(EventsStatus::oldest)
                .map(oldest -> Duration.between(oldest, clock().instant()).toSeconds())
                .orElse(pending() == 0 ? 0L : -1L);
    }

    @ManagedAttribute(description = "Events that were accepted")
    public long getAcceptedEvents() {
        return counts.accepted().values().stream().mapToLong(Long::longValue).sum();
    }

    @ManagedAttribute(description = "Requests that were rejected, by reason")
    public String getRejectedEvents() {
        return counts.rejected().toString();
    }

    @ManagedAttribute(description = "Copies of accepted events that were dropped")
    public long getDuplicateEvents() {
        return counts.duplicates();
    }

    @ManagedAttribute(description = "Stored events that wait to be processed; -1 if not known or not stored")
    public int getPendingEvents() {
        return pending();
    }

    @ManagedAttribute(description = "Companies whose webhooks are disabled, or lack URLs of this application")
    public long getInactiveWebhooks() {
        return status().map(EventsStatus::inactive).orElse(0L);
    }

    private String stateKey() {
        return Optional.ofNullable(getConfiguration().getStateKey()).orElse(PATH);
    }
}
