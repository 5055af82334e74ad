package io.github.camelcallrail.receiver;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.report.Source;
import io.github.camelcallrail.webhook.RegisteredWebhook;
import io.github.camelcallrail.webhook.WebhookRegistration;
import io.github.camelcallrail.webhook.WebhookState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
    private final Set<Source> unregistered = Collections.synchronizedSet(new LinkedHashSet<>());
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
     * an application that is registered already must not stay down because of it.
     *
     * @throws CallRailFailure if a failure would only repeat itself
     */
    public void registerAll() {
        for (Source source : webhooks.sources().get()) {
            try {
                register(source);
            } catch (CallRailFailure failure) {
                if (!failure.kind().retryable() && !failure.kind().postpones()) {
                    throw failure;
                }
                unregistered.add(source);
                LOG.warn("{} It is tried again each minute.", failure.getMessage());
            }
        }
    }

    /** Removes the URLs of this application from the integrations of all companies. */
    public void unregisterAll() {
        for (Source source : webhooks.sources().get()) {
            webhooks.of(source).unregister(CompanyWebhooks.company(source));
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
        try {
            List<Source> waiting = waiting();
            if (!waiting.isEmpty()) {
                register(waiting.get(0));
                unregistered.remove(waiting.get(0));
            }
            minute++;
            if (minute % MINUTES_BETWEEN_LOOKS == 0) {
                look();
            }
        } catch (RuntimeException e) {
            LOG.warn(
                    "The webhooks of CallRail could not be looked after: {}",
                    e instanceof CallRailFailure ? e.getMessage() : e.toString());
        }
    }

    private List<Source> waiting() {
        synchronized (unregistered) {
            return new ArrayList<>(unregistered);
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
                    state);
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
