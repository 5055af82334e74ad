package io.github.camelcallrail.receiver;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.monitor.EventsStatus;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckResultBuilder;

/**
 * The health of a route that receives events: DOWN for readiness while events cannot be stored, so that another node
 * gets them. An integration that CallRail has disabled is a detail, and the check stays UP: a node that gets no
 * requests any more would only have more of them disabled.
 */
final class EventsHealthCheck implements HealthCheck {

    static final String PENDING = "events.pending";
    static final String OLDEST = "events.oldest";
    static final String INACTIVE = "webhooks.inactive";

    private final String id;
    private final Supplier<EventsStatus> status;
    private boolean enabled = true;

    EventsHealthCheck(String id, Supplier<EventsStatus> status) {
        this.id = requireNonNull(id, "id is null");
        this.status = requireNonNull(status, "status is null");
    }

    @Override
    public String getGroup() {
        return "camel";
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    @Override
    public Result call(Map<String, Object> options) {
        EventsStatus now = status.get();
        HealthCheckResultBuilder builder = HealthCheckResultBuilder.on(this);
        now.pending().ifPresent(pending -> builder.detail(PENDING, pending));
        now.oldest().ifPresent(oldest -> builder.detail(OLDEST, oldest.toString()));
        if (now.inactive() > 0) {
            builder.detail(
                    INACTIVE,
                    now.webhooks().entrySet().stream()
                            .filter(company -> !EventsStatus.isActive(company.getValue()))
                            .map(company -> company.getKey() + " " + company.getValue())
                            .collect(Collectors.joining(", ")));
        }
        if (now.storing() || options.get(CHECK_KIND) == Kind.LIVENESS) {
            return builder.up().build();
        }
        return builder.message("Events cannot be stored, so they are rejected.")
                .down()
                .build();
    }
}
