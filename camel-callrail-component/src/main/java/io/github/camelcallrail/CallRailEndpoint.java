package io.github.camelcallrail;

import io.github.camelcallrail.agency.AgencyConsumer;
import io.github.camelcallrail.agency.AgencyPolling;
import io.github.camelcallrail.agency.PolledSource;
import io.github.camelcallrail.catalogue.Operation;
import io.github.camelcallrail.catalogue.ReportCatalogue;
import io.github.camelcallrail.checkpoint.RefreshRequest;
import io.github.camelcallrail.client.ServerClock;
import io.github.camelcallrail.failure.AllowedValues;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.feed.Feed;
import io.github.camelcallrail.feed.IncrementalFeeds;
import io.github.camelcallrail.feed.IncrementalPlan;
import io.github.camelcallrail.feed.Reading;
import io.github.camelcallrail.feed.WholeFeed;
import io.github.camelcallrail.monitor.AccountStatus;
import io.github.camelcallrail.monitor.CallRailProgress;
import io.github.camelcallrail.monitor.EndpointMeters;
import io.github.camelcallrail.monitor.MonitoredConsumer;
import io.github.camelcallrail.monitor.MonitoredEndpoint;
import io.github.camelcallrail.operation.DownloadedFile;
import io.github.camelcallrail.operation.RecordReference;
import io.github.camelcallrail.options.EndpointOptions;
import io.github.camelcallrail.options.EventOptions;
import io.github.camelcallrail.options.IncrementalOptions;
import io.github.camelcallrail.options.PollingRules;
import io.github.camelcallrail.options.QueryOptionReader;
import io.github.camelcallrail.options.RequestOptions;
import io.github.camelcallrail.query.QueryOptions;
import io.github.camelcallrail.query.ReportPlan;
import io.github.camelcallrail.reader.ReportReader;
import io.github.camelcallrail.report.Source;
import io.github.camelcallrail.state.ConsumerState;
import io.github.camelcallrail.state.PlannedPolls;
import io.github.camelcallrail.state.PlannedRequests;
import io.github.camelcallrail.state.RefreshSignals;
import io.github.camelcallrail.state.RefreshTarget;
import io.github.camelcallrail.state.SharedRequestBudget;
import io.github.camelcallrail.state.StateLocation;
import io.github.camelcallrail.state.StateRepositories;
import io.github.camelcallrail.state.StatesInUse;
import io.github.camelcallrail.transport.ConnectionSettings;
import io.github.camelcallrail.transport.FileHosts;
import io.github.camelcallrail.uri.EndpointUri;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Message;
import org.apache.camel.PollingConsumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.cluster.CamelClusterService;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.ManagementStrategy;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.LoggingExceptionHandler;
import org.apache.camel.support.ScheduledPollConsumer;
import org.apache.camel.support.cluster.ClusterServiceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Get call tracking data from CallRail: calls, forms, text messages, their summaries, and account settings.
 */
@ManagedResource(description = "Managed CallRail endpoint")
@UriEndpoint(
        firstVersion = "1.0.0",
        scheme = "callrail",
        title = "CallRail",
        syntax = "callrail:report",
        category = {Category.CLOUD, Category.SAAS, Category.API},
        headersClass = CallRailConstants.class)
public class CallRailEndpoint extends MonitoredEndpoint implements EndpointServiceLocation {

    private static final Logger LOG = LoggerFactory.getLogger(CallRailEndpoint.class);
    private static final long DEFAULT_DELAY = TimeUnit.MINUTES.toMillis(15);
    private static final List<String> OUTPUT_TYPES = List.of("list", "stream");
    private static final List<String> API_VERSIONS = List.of("v2", "v3");

    @UriPath(
            enums = "calls,calls-summary,calls-timeseries,form-submissions,forms-summary,conversations,sms-threads,"
                    + "message-flows,accounts,companies,users,leads,trackers,tags,notifications,caller-ids,summary-emails,"
                    + "integrations,integration-filters,page-views,messages,thread-messages,lead-timeline,recording,media,check,"
                    + "events",
            description = "The report to get. For producers only: page-views of a call, messages of a conversation, "
                    + "thread-messages of an SMS thread and lead-timeline of a lead (option id says which); recording of a "
                    + "call and media of a message, which are files; and check, which tells what the key can do, and "
                    + "whether CallRail behaves as this component assumes. Only in webhook:callrail:events: events, "
                    + "which receives what CallRail sends.")
    @Metadata(required = true)
    private final String report;

    @UriParam
    private CallRailConfiguration configuration;

    @UriParam(
            label = "consumer,scheduler",
            javaType = "java.time.Duration",
            defaultValue = "900000",
            description = "Time between two polls: in milliseconds (at least 100), or a duration such as 15m.")
    private long delay = -1;

    private final Set<String> inherited;
    private final boolean ambiguous;

    /**
     * @param text the URI as it was written
     * @param inherited names of the options of queries and incremental consumers that are defaults for all endpoints
     */
    CallRailEndpoint(
            EndpointUri text,
            CallRailComponent component,
            String report,
            CallRailConfiguration configuration,
            Set<String> inherited)
            throws URISyntaxException {
        super(text.identity(), component);
        this.ambiguous = text.ambiguous();
        this.report = report;
        this.configuration = configuration;
        this.inherited = Set.copyOf(inherited);
    }

    /** False if Camel could confuse its URI with another, with a blank where this one has a plus. */
    @Override
    public boolean isSingleton() {
        return !ambiguous;
    }

    @Override
    public Producer createProducer() {
        requireOrFail(() -> {
            if (operation() == Operation.REFRESH) {
                options().requireOnlyState("operation 'refresh'");
                refreshTarget();
            } else {
                options().requireNotIncremental("a producer");
            }
        });
        return new CallRailProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        ReportPlan plan = orFail(() -> {
            requireReadable("a consumer");
            boolean incremental = options().incremental().isPresent();
            ReportPlan checked = options().plan();
            checked.requireComplete();
            PollingRules.requireNotGreedy(report, isGreedy(), incremental);
            if (isDelaySet()) {
                PollingRules.requireDelay(getTimeUnit().toMillis(delay));
            }
            return checked;
        });
        Optional<ConsumerState> state = orFail(this::consumerState);
        if (plan.sources().isPresent() || configuration.isClustered()) {
            return agencyConsumer(processor, plan.severally(), state);
        }
        return consumer(processor, plan, state, PolledSource.ALONE);
    }

    private Consumer agencyConsumer(Processor processor, ReportPlan plan, Optional<ConsumerState> state)
            throws Exception {
        AgencyConsumer consumer = new AgencyConsumer(
                this,
                processor,
                new AgencyPolling(
                        plan,
                        state,
                        this::readerForPolls,
                        // Not the processor itself: a consumer stops its own when it stops, and this is the route's.
                        (one, kept, polled) -> consumer(processor::process, one, kept, polled),
                        this::exception),
                new AgencyConsumer.Settings(
                        configuration.getConcurrentAccounts(),
                        configuration.isParallelProcessing(),
                        hasOwnScheduler() ? Optional.empty() : Optional.of(interval()),
                        cluster()),
                this::clock);
        configure(consumer);
        consumer.setSendEmptyMessageWhenIdle(false);
        return consumer;
    }

    /**
     * A consumer that is not started.
     *
     * @param plan a plan for one source
     * @param state the state of that source; empty if the consumer is not incremental
     */
    CallRailConsumer consumer(Processor processor, ReportPlan plan, Optional<ConsumerState> state, PolledSource polled)
            throws Exception {
        CallRailConsumer consumer = new CallRailConsumer(
                this, processor, plan, state.map(kept -> incremental(kept, polled.source())), polled);
        configure(consumer);
        consumer.setMaxMessagesPerPoll(PollingRules.maxMessagesPerPoll(configuration.getMaxMessagesPerPoll()));
        return consumer;
    }

    private void configure(ScheduledPollConsumer consumer) throws Exception {
        configureConsumer(consumer);
        if (consumer.getExceptionHandler() instanceof LoggingExceptionHandler standard) {
            consumer.setExceptionHandler(new OneLineExceptionHandler(standard));
        }
        if (!isDelaySet()) {
            consumer.setDelay(Math.max(1, getTimeUnit().convert(DEFAULT_DELAY, TimeUnit.MILLISECONDS)));
        }
    }

    private Optional<AgencyConsumer.Cluster> cluster() {
        if (!configuration.isClustered()) {
            return Optional.empty();
        }
        CamelClusterService service = ClusterServiceHelper.lookupService(getCamelContext())
                .orElseThrow(() -> exception(CallRailFailure.configuration(
                        "Option 'clustered' needs a cluster service in the CamelContext: add one, such as"
                                + " KubernetesClusterService, ZooKeeperClusterService or FileLockClusterService.")));
        return Optional.of(new AgencyConsumer.Cluster(
                service, Optional.ofNullable(configuration.getClusterGroup()), configuration.getClusterPartitions()));
    }

    private Duration interval() {
        return isDelaySet() ? Duration.of(delay, getTimeUnit().toChronoUnit()) : Duration.ofMillis(DEFAULT_DELAY);
    }

    @Override
    public PollingConsumer createPollingConsumer() throws Exception {
        requireOrFail(() -> {
            requireReadable("pollEnrich");
            options().requireNotIncremental("pollEnrich");
            options().plan().requireComplete();
        });
        return new CallRailPollingConsumer(
                this, () -> read(() -> !getCamelContext().isStopping()), this::exception);
    }

    /** Includes the requests of a consumer in what the consumers of its account need together. */
    void pollingStarts(CallRailConsumer consumer, ReportPlan plan, OptionalLong requestsPerDay) {
        ConnectionSettings settings = component().settings(configuration);
        String source = consumer.source().map(of -> " " + of.text()).orElse("");
        PlannedRequests.of(getCamelContext())
                .started(
                        consumer,
                        new PlannedPolls(
                                consumer.getRouteId() + " " + getEndpointKey() + source,
                                consumer.source().map(of -> consumer.getRouteId()),
                                List.of(settings.baseUrl(), settings.apiKey()),
                                plan.report().ofAccount() ? plan.accountId() : Optional.of(""),
                                component().readers().sharedBudget(configuration),
                                RequestOptions.of(new ConfigurationOptions(configuration))
                                        .limits(),
                                requestsPerDay));
    }

    void pollingStops(CallRailConsumer consumer) {
        PlannedRequests.of(getCamelContext()).stopped(consumer);
    }

    /** A feed of the whole report. */
    Feed feed(ReportPlan plan, BooleanSupplier running) {
        return new WholeFeed(readerForPolls(running).open(plan), configuration.isSplitResults());
    }

    private Optional<ConsumerState> consumerState() {
        if (options().incremental().isEmpty()) {
            return Optional.empty();
        }
        StateRepositories repositories = component().stateRepositories();
        StateLocation location = new ConfigurationOptions(configuration).stateLocation();
        if (configuration.isClustered() && !repositories.lasts(location)) {
            throw CallRailFailure.configuration(
                    "Option 'clustered' of an incremental consumer needs a state that all nodes share: set option"
                            + " 'stateRepository' to a database that they all use.");
        }
        if (repositories.lasts(location)) {
            SharedRequestBudget.of(getCamelContext()).expectStored();
        }
        return Optional.of(new ConsumerState(
                location, ReportCatalogue.of(report).name(), repositories, StatesInUse.of(getCamelContext())));
    }

    private IncrementalFeeds incremental(ConsumerState state, Optional<Source> source) {
        IncrementalOptions incremental = options().incremental().orElseThrow();
        ReportPlan plan = options().incrementalPlan();
        return new IncrementalFeeds(
                new IncrementalPlan(
                        source.map(plan::of).orElse(plan),
                        configuration.getApiVersion(),
                        incremental.lookback(),
                        incremental.ignored(),
                        configuration.isSplitResults()),
                this::readerForPolls,
                state);
    }

    private ReportReader readerForPolls(BooleanSupplier wanted) {
        return component().readers().forPolls(component().settings(configuration), configuration, wanted, activity());
    }

    private void requireReadable(String what) {
        Operation.requireReadable(configuration.getOperation(), ReportCatalogue.of(report), what);
    }

    /**
     * Begins to read the report, with the headers of a message overriding the options. Requests at most the account,
     * the time zone and the first page.
     *
     * @param wanted whether the result is still needed
     */
    Reading read(Message message, BooleanSupplier wanted) {
        return overridden(message, plan -> readings().read(plan, wanted));
    }

    /**
     * Downloads a file, with the headers of a message overriding the options.
     *
     * @param wanted whether the file is still needed
     */
    DownloadedFile download(Message message, BooleanSupplier wanted) {
        return overridden(message, plan -> readings().download(plan, wanted));
    }

    /**
     * Has the incremental consumer with the state of this endpoint read the record that a message is about. Sends no
     * request to CallRail.
     *
     * @return what was asked for
     */
    RecordReference refresh(Message message) {
        RefreshTarget target = refreshTarget();
        return overridden(message, plan -> {
            RecordReference record =
                    RecordReference.of(ReportCatalogue.of(report), plan, message.getBody(), clock().instant());
            target.request(RefreshRequest.of(record.id(), record.time()));
            return record;
        });
    }

    private RefreshTarget refreshTarget() {
        return RefreshTarget.of(
                new ConfigurationOptions(configuration).stateLocation(),
                component().stateRepositories(),
                RefreshSignals.of(getCamelContext()));
    }

    /** Whether a request may wait: one that waits for the budget must not delay the shutdown of the context. */
    boolean mayWait() {
        // Does not depend on a producer: a stream may be read long after Camel has stopped its producer.
        return !getCamelContext().isStopping() && !getCamelContext().isStopped();
    }

    /** What a producer does. */
    Operation operation() {
        return Operation.of(configuration.getOperation(), ReportCatalogue.of(report));
    }

    private <T> T overridden(Message message, Function<ReportPlan, T> work) {
        QueryOptions headers = QueryOptionReader.of(message.getHeaders(), MessageHeaders.NAMES);
        try {
            return work.apply(options().plan(headers));
        } catch (CallRailFailure failure) {
            if (failure.kind() != FailureKind.CONFIGURATION || headers.names().isEmpty()) {
                throw failure;
            }
            // Headers stay on a message, so an invalid one may have been meant for another step of the route.
            throw CallRailFailure.configuration(
                    failure.getMessage() + " (Headers of the message set " + String.join(", ", headers.names()) + ".)");
        }
    }

    /** The same for a message without headers. */
    private Reading read(BooleanSupplier wanted) {
        return readings().read(options().plan(), wanted);
    }

    private ProducerReadings readings() {
        return new ProducerReadings(
                component().readers(), component().settings(configuration), configuration, activity());
    }

    /** Fails for an invalid option, as far as can be known without a message. */
    void check() {
        requireOrFail(() -> {
            if (configuration.isIncremental()) {
                // Its position is saved, and the date of its first start may be too old by now.
                options().plan();
            } else {
                options().plan().checkDates(component().getClock().instant());
            }
            ConnectionSettings settings = component().settings(configuration);
            FileHosts.of(settings.baseUrl(), configuration.getMediaHosts());
            RequestOptions.of(new ConfigurationOptions(configuration));
            AllowedValues.require("Option 'outputType'", configuration.getOutputType(), OUTPUT_TYPES);
            requireListForStream();
            AllowedValues.require("Option 'apiVersion'", configuration.getApiVersion(), API_VERSIONS);
            options().catalogueEntry().requireIn(configuration.getApiVersion());
            PollingRules.maxMessagesPerPoll(configuration.getMaxMessagesPerPoll());
            EventOptions.requireNone(
                    new ConfigurationOptions(configuration),
                    new ConfigurationOptions(component().getConfiguration()));
        });
    }

    private void requireListForStream() {
        boolean given = !configuration
                .getOutputType()
                .equals(component().getConfiguration().getOutputType());
        if (given && operation() != Operation.LIST && operation() != Operation.EXPLAIN) {
            throw CallRailFailure.configuration(
                    "Option 'outputType' is for lists only: operation '%s' of report '%s' has one result."
                            .formatted(operation().text(), report));
        }
    }

    private EndpointOptions options() {
        return optionsFor(report);
    }

    /** The options of this endpoint as those of a report. */
    EndpointOptions optionsFor(String name) {
        return new EndpointOptions(name, new ConfigurationOptions(configuration), inherited);
    }

    /** Whether an option is a default for all endpoints. */
    boolean inherits(String option) {
        return inherited.contains(option);
    }

    /** Does the work, and turns a failure into the exception for users. */
    <T> T orFail(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw exception(e);
        }
    }

    void requireOrFail(Runnable check) {
        orFail(() -> {
            check.run();
            return null;
        });
    }

    /** The exception for users in place of a failure; other exceptions are returned unchanged. */
    public RuntimeException exception(RuntimeException e) {
        return e instanceof CallRailFailure failure ? CallRailException.of(failure, configuration.getApiKey()) : e;
    }

    @Override
    public Clock clock() {
        return component().getClock();
    }

    @Override
    public ServerClock serverClock() {
        return component()
                .readers()
                .serverClock(
                        ConnectionSettings.checkBaseUrl(configuration.getBaseUrl(), configuration.isAllowPlainHttp()));
    }

    @Override
    public String nameOf(MonitoredConsumer known) {
        if (known.getRouteId() != null) {
            return known.getRouteId();
        }
        return configuration.getStateKey() == null ? "" : configuration.getStateKey();
    }

    @Override
    public AccountStatus account(String accountId) {
        return component().readers().account(accountId, configuration);
    }

    /** Notifies event notifiers. */
    @Override
    protected void progressed(CallRailProgress progress) {
        ManagementStrategy strategy = getCamelContext().getManagementStrategy();
        if (strategy == null || strategy.getEventNotifiers().isEmpty()) {
            return;
        }
        try {
            strategy.notify(new CallRailProgressEvent(this, progress));
        } catch (Exception e) {
            // As with Camel's own events, a failing notifier must not stop the reading.
            LOG.warn("The failure of an event notifier is ignored: {}", e.toString(), e);
        }
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        activity().useMeters(EndpointMeters.of(getCamelContext(), nameInMeters()));
    }

    /** What it reads, as meters call it. */
    String nameInMeters() {
        return ReportCatalogue.of(report).name();
    }

    CallRailComponent component() {
        return (CallRailComponent) getComponent();
    }

    @Override
    public String getServiceUrl() {
        return configuration.getBaseUrl();
    }

    @Override
    public String getServiceProtocol() {
        return "rest";
    }

    @Override
    public Map<String, String> getServiceMetadata() {
        return Map.of("report", report);
    }

    @Override
    @ManagedAttribute(description = "Name of the report")
    public String getReport() {
        return report;
    }

    public CallRailConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(CallRailConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public long getDelay() {
        return isDelaySet() ? delay : DEFAULT_DELAY;
    }

    public boolean isDelaySet() {
        return delay >= 0;
    }

    @Override
    public void setDelay(long delay) {
        this.delay = delay;
        super.setDelay(delay);
    }

    @Override
    public long getDefaultDelay() {
        return DEFAULT_DELAY;
    }
}
