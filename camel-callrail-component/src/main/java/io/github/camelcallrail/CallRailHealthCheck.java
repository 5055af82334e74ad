package io.github.camelcallrail;

import io.github.camelcallrail.feed.CheckpointStatus;
import io.github.camelcallrail.monitor.MonitoredConsumer;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.support.ScheduledPollConsumerHealthCheck;

/**
 * Camel's health check of a polling consumer, with the failure kind and CallRail's HTTP status as details. In addition,
 * it reports DOWN for readiness while polls are postponed, because the budget is used up or CallRail rejects requests,
 * and while records fail in a way that needs an operator. It is UP again when a poll completes, or when the records
 * succeed.
 */
final class CallRailHealthCheck extends ScheduledPollConsumerHealthCheck {

    static final String FAILURE_KIND = "failure.kind";
    static final String RETRY_AT = "retry.at";

    private final MonitoredConsumer consumer;
    private final Supplier<Optional<CallRailException>> postponed;

    /** @param postponed why the latest poll was postponed; empty if it was not */
    CallRailHealthCheck(MonitoredConsumer consumer, Supplier<Optional<CallRailException>> postponed) {
        super(consumer, "consumer:" + consumer.getRouteId());
        this.consumer = consumer;
        this.postponed = postponed;
    }

    @Override
    public Result call(Map<String, Object> options) {
        Result result = super.call(options);
        if (options.get(CHECK_KIND) == Kind.LIVENESS) {
            return result;
        }
        if (result.getState() != State.UP) {
            return failed(result).orElse(result);
        }
        return postponed(result).or(() -> withProblem(result)).orElse(result);
    }

    /** A poll failed: Camel adds the HTTP status, this method the failure kind. */
    private Optional<Result> failed(Result result) {
        return result.getError()
                .filter(CallRailException.class::isInstance)
                .map(CallRailException.class::cast)
                .map(reason -> described(result, reason)
                        .state(result.getState())
                        .message(result.getMessage().orElse(null))
                        .error(reason)
                        .build());
    }

    private Optional<Result> postponed(Result result) {
        return postponed.get().map(reason -> {
            HealthCheckResultBuilder down = described(result, reason)
                    .message("%s Route: %s".formatted(reason.getMessage(), consumer.getRouteId()))
                    .down();
            if (reason.getHttpResponseCode() != 0) {
                down.detail(HTTP_RESPONSE_CODE, reason.getHttpResponseCode());
            }
            return down.build();
        });
    }

    private HealthCheckResultBuilder described(Result result, CallRailException reason) {
        HealthCheckResultBuilder builder = HealthCheckResultBuilder.on(this)
                .details(result.getDetails())
                .detail(FAILURE_KIND, reason.getKind().name());
        reason.getRetryAt().ifPresent(time -> builder.detail(RETRY_AT, time.toString()));
        return builder;
    }

    private Optional<Result> withProblem(Result result) {
        return consumer.status().flatMap(CheckpointStatus::problem).map(problem -> HealthCheckResultBuilder.on(this)
                .details(result.getDetails())
                .message("%s. Route: %s".formatted(problem, consumer.getRouteId()))
                .down()
                .build());
    }
}
