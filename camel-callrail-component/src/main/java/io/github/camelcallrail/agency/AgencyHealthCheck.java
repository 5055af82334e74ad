package io.github.camelcallrail.agency;

import io.github.camelcallrail.monitor.MonitoredConsumer;
import io.github.camelcallrail.report.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.support.ScheduledPollConsumerHealthCheck;

/**
 * The health of a consumer of several accounts or companies: DOWN while their list cannot be read, before the first of
 * them was polled, and while every one of them is DOWN. If only some are, the check is UP and names them, because a
 * restart would not help them and would interrupt the others.
 */
final class AgencyHealthCheck extends ScheduledPollConsumerHealthCheck {

    static final String SOURCES = "sources";
    static final String FAILING = "sources.failing";
    static final String FAILING_IDS = "sources.failing.ids";

    private static final int MOST_NAMED = 20;

    private final AgencyConsumer consumer;

    AgencyHealthCheck(AgencyConsumer consumer) {
        super(consumer, "consumer:" + consumer.getRouteId());
        this.consumer = consumer;
    }

    @Override
    public Result call(Map<String, Object> options) {
        Result own = super.call(options);
        List<MonitoredConsumer> all = consumer.consumers();
        if (own.getState() != State.UP || all.isEmpty()) {
            return own;
        }
        List<String> down = new ArrayList<>();
        Optional<Result> first = Optional.empty();
        for (MonitoredConsumer each : all) {
            Result result = each.getHealthCheck().call(options);
            if (result.getState() == State.DOWN) {
                first = first.or(() -> Optional.of(result));
                down.add(each.source().map(Source::text).orElseThrow());
            }
        }
        HealthCheckResultBuilder builder = HealthCheckResultBuilder.on(this)
                .details(own.getDetails())
                .detail(SOURCES, all.size())
                .detail(FAILING, down.size());
        if (down.isEmpty()) {
            return builder.up().build();
        }
        Result cause = first.orElseThrow();
        builder.detail(FAILING_IDS, String.join(",", down.subList(0, Math.min(MOST_NAMED, down.size()))))
                .message("%s of %s accounts or companies are DOWN, the first because: %s"
                        .formatted(down.size(), all.size(), cause.getMessage().orElse("")))
                .error(cause.getError().orElse(null));
        return builder.state(down.size() < all.size() ? State.UP : State.DOWN).build();
    }
}
