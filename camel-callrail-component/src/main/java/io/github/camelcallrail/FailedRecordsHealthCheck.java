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
        long forgotten = reports.forgotten();
        if (forgotten == 0 || result.getState() != State.UP || options.get(CHECK_KIND) == Kind.LIVENESS) {
            return result;
        }
        return HealthCheckResultBuilder.on(this)
                .details(result.getDetails())
                .message("%d records fail at every poll and are older than the look-back. Route: %s"
                        .formatted(forgotten, consumer.getRouteId()))
                .down()
                .build();
    }
}
