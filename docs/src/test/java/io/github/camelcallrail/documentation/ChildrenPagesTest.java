package io.github.camelcallrail.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.sandbox.SandboxData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The routes on the pages of children read those of each parent. */
class ChildrenPagesTest {

    @TempDir
    Path directory;

    private final List<String> logged = new ArrayList<>();
    private DocumentedSandbox context;

    @BeforeEach
    void start() {
        context = new DocumentedSandbox();
        context.leavePollsToTheTest();
        context.getCamelContextExtension().addLogListener((exchange, logger, message) -> {
            logged.add(message);
            return message;
        });
        context.start();
    }

    @AfterEach
    void stop() {
        context.close();
    }

    @ParameterizedTest
    @CsvSource({
        "page-views, calls, start_time",
        "messages, conversations, last_message_at",
        "thread-messages, sms-threads, last_message_at"
    })
    void aPollReadsTheChildrenOfEachParent(String report, String parents, String time) throws Exception {
        load(report);

        context.poll(report);

        SandboxData data = context.sandbox().data();
        int expected = data.ids(parents, row -> isOfAWeek(row, time)).stream()
                .mapToInt(id -> data.children(report, id).size())
                .sum();
        assertThat(expected).isPositive();
        assertThat(logged).hasSize(expected);
    }

    @Test
    void aMessageGetsTheTimelineOfItsLead() throws Exception {
        load("lead-timeline");
        SandboxData data = context.sandbox().data();
        String lead = data.ids("leads").stream()
                .filter(id -> !data.children("lead-timeline", id).isEmpty())
                .findFirst()
                .orElseThrow();

        String timeline = context.createProducerTemplate().requestBody("direct:lead", lead, String.class);

        assertThat(timeline.split("\"key\":"))
                .hasSize(data.children("lead-timeline", lead).size() + 1);
    }

    private void load(String report) throws Exception {
        String route = Project.page("report-" + report).blocks("yaml").get(0).text();
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.fromString(
                        "route.yaml", route.replace("stateDirectory: state", "stateDirectory: " + directory)));
    }

    private static boolean isOfAWeek(Map<String, Object> row, String time) {
        return row.get(time).toString().compareTo("2026-03-08") > 0;
    }
}
