package io.github.camelcallrail.receiver;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.report.Source;
import io.github.camelcallrail.webhook.RegisteredWebhook;
import io.github.camelcallrail.webhook.WebhookRegistration;
import io.github.camelcallrail.webhook.WebhookState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers webhooks, and looks after them: every 15 minutes at one of the companies, so that an agency with many does
 * not use up its requests. What could not be registered because CallRail did not answer is tried again each minute. An
 * integration that CallRail has disabled is reported, and enabled again if that is wanted. Thread-safe.
 */
public final class WebhookCare {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookCare.class);
    private static final int MINUTES_BETWEEN_LOOKS = 15;

    private final CamelContext context;
    private final CompanyWebhooks webhooks;
    private final boolean registers;
    private final boolean revives;
    private final Map<String, WebhookState> states = Collections.synchronizedMap(new TreeMap<>());
    /** Companies whose webhooks could not be registered yet; the first is tried next. */
    private final Deque<Source> unregistered = new ConcurrentLinkedDeque<>();

    private volatile boolean unlisted;
    private ScheduledExecutorService scheduler;
    private int minute;
    private int next;

    /**
     * @param registers whether missing URLs are registered
     * @param revives whether a disabled integration is enabled
     */
    public WebhookCare(CamelContext context, CompanyWebhooks webhooks, boolean registers, boolean revives) {
        this.context = requireNonNull(context, "context is null");
        this.webhooks = requireNonNull(webhooks, "webhooks is null");
        this.registers = registers;
        this.revives = revives;
    }

    /**
     * Registers the webhooks of all companies. What fails because CallRail cannot be reached now is tried again later:
     * an application that is registered already must not stay down because of it. A company that CallRail refuses does
     * not stop the others.
     *
     * @throws CallRailFailure if CallRail refuses all companies, or the companies cannot be known
     */
    public void registerAll() {
        List<Source> sources;
        try {
            sources = webhooks.sources().get();
        } catch (CallRailFailure failure) {
            requirePassing(failure);
            unlisted = true;
            LOG.warn("The companies whose events are received are not known yet: {}", failure.getMessage());
            return;
        }
        registerAll(sources);
    }

    private void registerAll(List<Source> sources) {
        List<CallRailFailure> refused = new ArrayList<>();
        for (Source source : sources) {
            try {
                register(source);
            } catch (CallRailFailure failure) {
                if (passes(failure)) {
                    unregistered.add(source);
                    LOG.warn("{} It is tried again.", failure.getMessage());
                } else {
                    refused.add(failure);
                }
            }
        }
        if (!refused.isEmpty() && refused.size() == sources.size()) {
            CallRailFailure first = refused.get(0);
            refused.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
        refused.forEach(failure -> LOG.error("{} This does not stop the other companies.", failure.getMessage()));
    }

    private static boolean passes(CallRailFailure failure) {
        return failure.kind().retryable() || failure.kind().postpones();
    }

    private static void requirePassing(CallRailFailure failure) {
        if (!passes(failure)) {
            throw failure;
        }
    }

    /** Removes the URLs of this application from the integrations of all companies, as far as that is possible. */
    public void unregisterAll() {
        for (Source source : webhooks.sources().get()) {
            try {
                webhooks.of(source).unregister(CompanyWebhooks.company(source));
            } catch (CallRailFailure failure) {
                LOG.warn(
                        "The webhooks of company {} stay registered: {}",
                        CompanyWebhooks.company(source),
                        failure.getMessage());
            }
        }
    }

    void start() {
        scheduler = context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "CallRailWebhookCare");
        scheduler.scheduleWithFixedDelay(this::eachMinute, 1, 1, TimeUnit.MINUTES);
    }

    /** Has no effect if it was not started, as in a route that does not start with its context. */
    void stop() {
        if (scheduler != null) {
            context.getExecutorServiceManager().shutdownNow(scheduler);
        }
    }

    /** The state of the integration of each company that was looked at, by company. */
    public Map<String, WebhookState> states() {
        synchronized (states) {
            return Collections.unmodifiableMap(new TreeMap<>(states));
        }
    }

    private void eachMinute() {
        minute++;
        attempt(this::registerNext);
        if (minute % MINUTES_BETWEEN_LOOKS == 0) {
            attempt(this::look);
        }
    }

    private static void attempt(Runnable care) {
        try {
            care.run();
        } catch (RuntimeException e) {
            LOG.warn(
                    "The webhooks of CallRail could not be looked after: {}",
                    e instanceof CallRailFailure ? e.getMessage() : e.toString());
        }
    }

    /** Registers a company that waits for it. If that fails, the others have their turn first. */
    private void registerNext() {
        if (unlisted && registers) {
            List<Source> sources = webhooks.sources().get();
            unlisted = false;
            registerAll(sources);
            return;
        }
        Source source = unregistered.poll();
        if (source == null) {
            return;
        }
        try {
            register(source);
        } catch (CallRailFailure failure) {
            if (passes(failure)) {
                unregistered.add(source);
            }
            throw failure;
        }
    }

    /** Looks at the integration of the next company. */
    void look() {
        List<Source> sources = webhooks.sources().get();
        if (sources.isEmpty()) {
            return;
        }
        Source source = sources.get(next++ % sources.size());
        WebhookState state = webhooks.of(source).state(CompanyWebhooks.company(source));
        states.put(CompanyWebhooks.company(source), state);
        if (state == WebhookState.DISABLED) {
            disabled(source);
        } else if (state != WebhookState.ACTIVE && registers) {
            register(source);
        } else if (state != WebhookState.ACTIVE) {
            LOG.warn(
                    "CallRail does not send all events of company {} to this application ({}). Register the URLs in"
                            + " CallRail's settings, under Integrations, Webhooks.",
                    CompanyWebhooks.company(source),
                    state.text());
        }
    }

    private void register(Source source) {
        String company = CompanyWebhooks.company(source);
        WebhookRegistration registration = webhooks.of(source);
        RegisteredWebhook registered = registration.register(company);
        states.put(company, registered.active() ? WebhookState.ACTIVE : WebhookState.DISABLED);
        LOG.info(
                "The events of company {} are registered{}",
                company,
                registered.changed() ? "" : ", as they were before");
        if (!registered.active()) {
            disabled(source);
        }
    }

    private void disabled(Source source) {
        String company = CompanyWebhooks.company(source);
        if (!revives) {
            LOG.warn(
                    "CallRail has disabled the webhooks of company {}, as it does when its requests fail repeatedly, so no"
                            + " events come. Enable them in CallRail's settings, under Integrations, Webhooks, or set"
                            + " option 'reviveWebhook' to true.",
                    company);
            return;
        }
        boolean active = webhooks.of(source).revive(company).active();
        states.put(company, active ? WebhookState.ACTIVE : WebhookState.DISABLED);
        LOG.warn(
                "CallRail had disabled the webhooks of company {}. {}",
                company,
                active ? "They are enabled again." : "They could not be enabled.");
    }
}
