package io.github.camelcallrail.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.sandbox.SandboxData;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.stub.StubComponent;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/**
 * A recipe of the page {@code recipes}, which runs word for word against the documented sandbox, but for this: its
 * files and state are in a directory of the test, its timers go off, and its consumers poll, when the test says so.
 */
final class Recipe implements AutoCloseable {

    static final Document PAGE = Project.page("recipes");

    private static final Pattern SECTION = Pattern.compile("(?ms)^\\[#([\\w-]+)]\n(.*?)(?=^\\[#|\\z)");

    private final DocumentedSandbox context = new DocumentedSandbox();
    private final List<String> logged = new ArrayList<>();
    private final Properties properties = new Properties();
    private String text;

    Recipe(String anchor, Path directory) {
        text = text(anchor)
                .replace("stateDirectory: state", "stateDirectory: " + directory.resolve("state"))
                .replace("uri: file:", "uri: file:" + directory + "/");
        context.addComponent("kafka", new StubComponent());
        context.leavePollsToTheTest();
        context.getCamelContextExtension().addLogListener((exchange, logger, message) -> {
            logged.add(message);
            return message;
        });
    }

    /** The anchors of all recipes, in the order of the page. */
    static List<String> anchors() {
        return SECTION.matcher(PAGE.text())
                .results()
                .map(section -> section.group(1))
                .toList();
    }

    /** The one block of YAML of a recipe. */
    static String text(String anchor) {
        String section = section(anchor);
        assertThat(new Document(anchor, section).blocks("yaml")).as(anchor).hasSize(1);
        return new Document(anchor, section).blocks("yaml").get(0).text();
    }

    /** All that the page says about a recipe. */
    static String section(String anchor) {
        return SECTION.matcher(PAGE.text())
                .results()
                .filter(section -> section.group(1).equals(anchor))
                .map((MatchResult section) -> section.group(2))
                .findFirst()
                .orElseThrow();
    }

    /** Puts another address in the place of a machine that is not there. */
    Recipe with(String machine, String instead) {
        assertThat(text).contains(machine);
        text = text.replace(machine, instead);
        return this;
    }

    Recipe property(String name, String value) {
        properties.put(name, value);
        return this;
    }

    Recipe start() throws Exception {
        load();
        for (RouteDefinition route : context.getRouteDefinitions()) {
            if (route.getInput().getEndpointUri().startsWith("quartz:")) {
                AdviceWith.adviceWith(context, route.getId(), advice -> advice.replaceFromWith("direct:timer"));
            }
        }
        context.start();
        return this;
    }

    /** Starts it at an address of this machine, for events of {@link #company}. */
    Recipe receiving() throws Exception {
        PublicServer server = new PublicServer();
        text = server.adapted(text, company());
        server.serve(context);
        return start();
    }

    /** The company whose events it receives. */
    String company() {
        return data().ids("companies").get(0);
    }

    /** Starts it with its timers. */
    Recipe startWithTimers() throws Exception {
        load();
        context.start();
        return this;
    }

    private void load() throws Exception {
        context.getPropertiesComponent().setInitialProperties(properties);
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("recipe.yaml", text));
    }

    void timerGoesOff() {
        context.createProducerTemplate().sendBody("direct:timer", null);
    }

    void poll(String route) {
        context.poll(route);
    }

    void restart(String route) throws Exception {
        context.getRouteController().stopRoute(route);
        context.getRouteController().startRoute(route);
    }

    /** What CallRail was asked of a report since the last time, decoded, but for names of columns. */
    List<String> asked(String report) {
        return context.sandbox().journal().lines().stream()
                .filter(line -> line.matches("GET /v3/a/\\w+/" + report + "\\?.*"))
                .map(line -> line.replaceFirst("GET /v3/a/\\w+/", "").replaceFirst("&?fields=[^&]*", ""))
                .map(line -> URLDecoder.decode(line, StandardCharsets.UTF_8))
                .toList();
    }

    /** What the log has been told by the route. */
    List<String> logged() {
        return logged;
    }

    SandboxData data() {
        return context.sandbox().data();
    }

    DocumentedSandbox context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
    }
}
