package io.github.camelcallrail.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.component.file.cluster.FileLockClusterService;
import org.apache.camel.component.stub.StubComponent;
import org.apache.camel.component.webhook.WebhookComponent;
import org.apache.camel.model.EndpointRequiredDefinition;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.PropertiesFunction;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route in a document can be loaded by Camel, and Camel's catalogue knows all options of all its endpoints. */
class RoutesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([\\w.-]+)}}");

    /** Components that are not on the class path here; the catalogue knows their options. */
    private static final List<String> STUBBED = List.of("kafka", "smtps", "slack", "jms", "aws2-s3", "google-storage");

    static Stream<CodeBlock> routes() {
        return Project.documents().stream()
                .flatMap(document -> document.blocks().stream())
                .filter(block -> block.language().equals("yaml")
                        || block.language().equals("xml") && block.text().startsWith("<routes"))
                // Those with classes of an example are loaded there.
                .filter(block -> !CodeBlocksTest.isInAFile(block));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void everyRouteIsLoaded(CodeBlock block) throws Exception {
        try (DocumentedSandbox context = context(block)) {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.fromString("block." + block.language(), block.text()));
            context.start();

            assertKnown(context, block.toString());
        }
    }

    @Test
    void everyRouteInJavaIsLoaded() throws Exception {
        try (DocumentedSandbox context = new DocumentedSandbox()) {
            context.setAutoStartup(false);
            registerNoWebhooks(context);
            context.getRegistry().unbind("warehouse");
            for (Class<?> example : JavaExamples.class.getDeclaredClasses()) {
                if (RouteBuilder.class.isAssignableFrom(example)) {
                    context.addRoutes(
                            (RouteBuilder) example.getDeclaredConstructor().newInstance());
                }
            }
            context.start();

            assertKnown(context, "JavaExamples");
        }
    }

    private static void assertKnown(DocumentedSandbox context, String where) {
        assertThat(context.getRouteDefinitions()).as(where).isNotEmpty();
        for (RouteDefinition route : context.getRouteDefinitions()) {
            endpoints(route).forEach(uri -> assertKnown(where, uri));
        }
    }

    private static DocumentedSandbox context(CodeBlock block) throws Exception {
        DocumentedSandbox context = new DocumentedSandbox();
        // Made, but not started: some would write files.
        context.setAutoStartup(false);
        registerNoWebhooks(context);
        STUBBED.forEach(scheme -> context.addComponent(scheme, new StubComponent()));
        if (block.text().contains("DataSource")) {
            // It brings a database of its own, and the only one is taken for it.
            context.getRegistry().unbind("dataSource");
            context.getRegistry().unbind("warehouse");
        }
        if (block.text().contains("clustered:") || block.text().contains("master:")) {
            FileLockClusterService locks = new FileLockClusterService();
            locks.setRoot("target/locks");
            context.addService(locks);
        }
        Properties properties = new Properties();
        PLACEHOLDER.matcher(block.text()).results().forEach(name -> properties.put(name.group(1), "value"));
        context.getPropertiesComponent().setInitialProperties(properties);
        context.getPropertiesComponent().addPropertiesFunction(new Environment());
        return context;
    }

    /** Not for the companies of documents, which the sandbox does not have. */
    private static void registerNoWebhooks(DocumentedSandbox context) {
        context.getComponent("webhook", WebhookComponent.class)
                .getConfiguration()
                .setWebhookAutoRegister(false);
    }

    private static Stream<String> endpoints(RouteDefinition route) {
        return Stream.concat(
                Stream.of(route.getInput().getEndpointUri()),
                ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), EndpointRequiredDefinition.class)
                        .stream()
                        .map(EndpointRequiredDefinition::getEndpointUri));
    }

    private static void assertKnown(String where, String uri) {
        // The catalogue wants a bean here, of every component, though these two words are built in.
        EndpointValidationResult result =
                Metadata.CATALOG.validateEndpointProperties(uri.replaceFirst("scheduler=(quartz|spring)&", ""));
        // Kamelets have properties instead, and endpoints in them placeholders; starting has checked both.
        if (!uri.startsWith("kamelet:") && !uri.contains("{{?")) {
            assertThat(result.isSuccess())
                    .as("%s in %s: %s", uri, where, result.summaryErrorMessage(true))
                    .isTrue();
        }
    }

    /** Stands in for the environment, which has no key. */
    private static final class Environment implements PropertiesFunction {
        @Override
        public String getName() {
            return "env";
        }

        @Override
        public String apply(String variable) {
            return Map.of("CALLRAIL_API_KEY", "key").get(variable);
        }
    }
}
