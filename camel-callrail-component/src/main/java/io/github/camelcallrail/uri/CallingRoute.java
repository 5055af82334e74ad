package io.github.camelcallrail.uri;

import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.model.KameletDefinition;
import org.apache.camel.model.Model;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;

/**
 * The route that Camel names as the caller of a Kamelet. Where a message calls one, that is the latest route that the thread has
 * made, which need not have to do with it.
 */
record CallingRoute(RouteDefinition route) {

    static Optional<CallingRoute> of(CamelContext context, String id) {
        Model routes = context.getCamelContextExtension().getContextPlugin(Model.class);
        return Optional.ofNullable(routes)
                .map(model -> model.getRouteDefinition(id))
                .map(CallingRoute::new);
    }

    /** The Pipe that it was made of; empty when it was made of something else, or of nothing that can be read. */
    Optional<PipeFile> pipe() {
        return Optional.ofNullable(route.getResource()).flatMap(PipeFile::of);
    }

    /** Whether it has the Kamelet as a step. */
    boolean has(String kamelet) {
        return ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), KameletDefinition.class).stream()
                .anyMatch(step -> step.getName().startsWith(kamelet));
    }
}
