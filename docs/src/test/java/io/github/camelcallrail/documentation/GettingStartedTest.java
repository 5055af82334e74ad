package io.github.camelcallrail.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.main.Main;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Getting started word for word, but for the folder it is done in, the port of the sandbox, and Maven. */
@Timeout(60)
class GettingStartedTest {

    private static final Document PAGE = Project.page("getting-started");
    private static final int CALLS = 300;

    @TempDir
    Path folder;

    @Test
    void theCallsAreInTheTableAndAfterARestartNoneComesAgain() throws Exception {
        try (CallRailSandbox sandbox = CallRailSandbox.builder().empty().start()) {
            Instant now = Instant.now();
            sandbox.data().generate("calls", CALLS, now.minus(Duration.ofDays(6)), now.minus(Duration.ofHours(1)));
            run(sandbox, CALLS);
            assertThat(table())
                    .containsExactlyInAnyOrderElementsOf(sandbox.data().ids("calls"));

            sandbox.data().generate("calls", 1, now.minus(Duration.ofMinutes(50)), now.minus(Duration.ofMinutes(40)));
            run(sandbox, 1);

            assertThat(table()).hasSize(CALLS + 1);
            // Two pages, and one after the restart.
            assertThat(sandbox.journal().requests("calls")).hasSize(3);
        }
    }

    /** Runs the application until the route has done so many calls. */
    private void run(CallRailSandbox sandbox, int calls) throws Exception {
        Main main = new Main();
        PAGE.blocks("properties").get(0).text().lines().forEach(line -> {
            String[] property = line.split(" = ");
            main.addInitialProperty(property[0], property[1]);
        });
        main.addOverrideProperty("camel.main.routes-include-pattern", "file:" + route());
        main.addOverrideProperty("camel.component.callrail.base-url", sandbox.baseUrl());
        main.init();
        NotifyBuilder done = new NotifyBuilder(main.getCamelContext())
                .fromRoute("calls")
                .whenDone(calls)
                .create();
        main.start();
        try {
            assertThat(done.matches(120, TimeUnit.SECONDS)).isTrue();
        } finally {
            main.stop();
        }
    }

    private Path route() throws Exception {
        String route = PAGE.blocks("yaml").get(0).text();
        return Files.writeString(
                folder.resolve("calls.yaml"),
                route.replace("./warehouse", folder.resolve("warehouse").toString())
                        .replace("stateDirectory: state", "stateDirectory: " + folder.resolve("state")));
    }

    private List<String> table() throws SQLException {
        JdbcDataSource warehouse = new JdbcDataSource();
        warehouse.setUrl("jdbc:h2:" + folder.resolve("warehouse"));
        List<String> ids = new ArrayList<>();
        try (Connection connection = warehouse.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id from calls")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    @Test
    void theVersionsAreThoseOfTheProject() {
        String parent = Project.read("pom.xml");
        String pom = PAGE.blocks("xml").get(0).text();

        assertThat(parent)
                .contains("<camel.version>" + between(pom, "<camel.version>", "<") + "<")
                .contains("<h2.version>" + between(pom, "<artifactId>h2</artifactId>\n      <version>", "<") + "<");
        assertThat(between(pom, "<artifactId>camel-callrail</artifactId>\n      <version>", "<"))
                .isEqualTo(between(parent, "<artifactId>camel-callrail-parent</artifactId>\n  <version>", "<"));
    }

    private static String between(String text, String before, String after) {
        int start = text.indexOf(before) + before.length();
        return text.substring(start, text.indexOf(after, start));
    }
}
