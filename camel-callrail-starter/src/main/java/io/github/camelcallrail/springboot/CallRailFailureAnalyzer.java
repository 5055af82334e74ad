package io.github.camelcallrail.springboot;

import io.github.camelcallrail.CallRailException;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.FailedToStartRouteException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/**
 * Explains why an application with {@code callrail:} endpoints does not start, if an option is the reason. Spring Boot
 * prints the explanation instead of Camel's exceptions, which have the reason at the bottom.
 */
class CallRailFailureAnalyzer implements FailureAnalyzer {

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        Optional<String> route =
                causes(failure).flatMap(CallRailFailureAnalyzer::routeId).findFirst();
        return causes(failure)
                .map(cause -> analyze(cause, route))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private static Optional<FailureAnalysis> analyze(Throwable cause, Optional<String> route) {
        if (cause instanceof CallRailException reason && reason.getKind() == FailureKind.CONFIGURATION) {
            return Optional.of(new FailureAnalysis(
                    route.map("Route '%s': "::formatted).orElse("") + reason.getMessage(),
                    ("Correct the endpoint%s, or the property under camel.component.callrail if the option is set for"
                                    + " all endpoints.")
                            .formatted(route.map(" of route '%s'"::formatted).orElse("")),
                    cause));
        }
        // Only the properties of the component fail with this one, for all routes.
        return cause instanceof CallRailFailure reason
                ? Optional.of(new FailureAnalysis(
                        reason.getMessage(), "Correct the property in the application's configuration.", cause))
                : Optional.empty();
    }

    private static Stream<String> routeId(Throwable cause) {
        String id = null;
        if (cause instanceof FailedToCreateRouteException reason) {
            id = reason.getRouteId();
        } else if (cause instanceof FailedToStartRouteException reason) {
            id = reason.getRouteId();
        }
        return Stream.ofNullable(id);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
