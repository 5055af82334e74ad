package io.github.camelcallrail.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The route in XML of the page on runtimes, with its two levels of escaping. */
class XmlRouteTest {

    @Test
    void quotationMarksAreDoubled(@TempDir Path directory) throws Exception {
        String route = Project.page("runtimes").blocks("xml").get(0).text().replace("file:", "file:" + directory + "/");
        try (DocumentedSandbox context =
                new DocumentedSandbox(CallRailSandbox.builder().empty())) {
            context.leavePollsToTheTest();
            Instant begun = context.clock().instant().minus(Duration.ofHours(1));
            context.sandbox()
                    .data()
                    .add("calls", Map.of("start_time", begun.toString(), "source", "Radio \"Top 40\"", "duration", 95));
            PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("sources.xml", route));
            context.start();

            context.poll("sources");
        }

        assertThat(Files.readString(directory.resolve("reports/calls.csv"))).isEqualTo("\"Radio \"\"Top 40\"\"\",95\n");
    }
}
