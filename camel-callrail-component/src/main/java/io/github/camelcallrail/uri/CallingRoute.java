package io.github.camelcallrail.uri;

import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.model.KameletDefinition;
import org.apache.camel.model.Model;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;

/**
 * The route that Camel names as the caller of a Kamelet. If a message calls the Kamelet, as with {@code toD}, Camel
 * names the latest route that the thread has created, which may be unrelated.
 */
record CallingRoute(RouteDefinition route) {

    static Optional<CallingRoute> of(CamelContext context, String id) {
        Model routes = context.getCamelContextExtension().getContextPlugin(Model.class);
        return Optional.ofNullable(routes)
                .map(model -> model.getRouteDefinition(id))
                .map(CallingRoute::new);
    }

    /**
     * The Pipe that the route was created from; empty if it was not created from a Pipe, or its source cannot be read.
     */
    Optional<PipeFile> pipe() {
        return Optional.ofNullable(route.getResource()).flatMap(PipeFile::of);
    }

    /** Whether the Kamelet is a step of the route. */
    boolean has(String kamelet) {
        return ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), KameletDefinition.class).stream()
                .anyMatch(step -> step.getName().startsWith(kamelet));
    }
}
