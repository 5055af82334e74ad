package io.github.camelcallrail;

import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.support.ScheduledPollConsumerHealthCheck;

/**
 * What Camel checks of every polling consumer, and whether records have failed for so long that only an operator can help: not
 * ready then, until they succeed or the route handles their failure.
 */
final class FailedRecordsHealthCheck extends ScheduledPollConsumerHealthCheck {

    private final CallRailConsumer consumer;
    private final IncrementalReports reports;

    FailedRecordsHealthCheck(CallRailConsumer consumer, IncrementalReports reports) {
        super(consumer, "consumer:" + consumer.getRouteId());
        this.consumer = consumer;
        this.reports = reports;
    }

    @Override
    public Result call(Map<String, Object> options) {
        Result result = super.call(options);
        if (reports.trouble().isEmpty() || result.getState() != State.UP || options.get(CHECK_KIND) == Kind.LIVENESS) {
            return result;
        }
        return HealthCheckResultBuilder.on(this)
                .details(result.getDetails())
                .message("%s. Route: %s".formatted(reports.trouble().get(), consumer.getRouteId()))
                .down()
                .build();
    }
}
