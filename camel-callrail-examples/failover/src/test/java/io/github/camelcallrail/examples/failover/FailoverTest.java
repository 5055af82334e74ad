package io.github.camelcallrail.examples.failover;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.quota.JdbcRequestBudget;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.Fault;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two processes against a sandbox with six pages of calls; one is killed in the middle of its third page. */
@Timeout(90)
class FailoverTest {

    private static final int CALLS = 300;
    private static final int PAGE_SIZE = 50;

    /**
     * The requests for six pages, and those the second node repeats: two pages, the zones and the end of the report.
     */
    private static final int REQUESTS = CALLS / PAGE_SIZE + 3 + 5;

    @TempDir
    Path directory;

    @Test
    void theOtherNodeSendsTheRestAndAtMostAPageTwice() throws Exception {
        List<String> printed = new ArrayList<>();
        try (CallRailSandbox sandbox = CallRailSandbox.builder().empty().start();
                SharedDatabase database = new SharedDatabase()) {
            Instant now = Instant.now();
            sandbox.data().generate("calls", CALLS, now.minus(Duration.ofDays(20)), now.minus(Duration.ofHours(1)));
            // The third page cannot end before the node is killed, because only the fourth page shows where it ends.
            sandbox.faults().onRequest("calls", 4, Fault.delay(Duration.ofSeconds(20)));

            SharedDatabase.ArrivedCalls arrived =
                    new Failover(directory, printed::add).run(sandbox.apiKey(), sandbox.baseUrl(), database, 3);

            assertThat(texts(database, "select id from calls"))
                    .containsExactlyInAnyOrderElementsOf(sandbox.data().ids("calls"));
            assertThat(arrived.byNode()).hasSize(2);
            assertThat(arrived.byNode().values()).allMatch(calls -> calls > 2 * PAGE_SIZE);
            assertThat(arrived.again()).isBetween(1, PAGE_SIZE);
            assertThat(sandbox.journal().requests()).hasSizeLessThanOrEqualTo(REQUESTS);
            // One more if the node was killed after it counted a request and before it sent it.
            int requests = sandbox.journal().requests().size();
            assertThat(counted(database)).isBetween(requests, requests + 1);
        } finally {
            printed.forEach(System.out::println);
        }
    }

    /** The requests that the nodes counted together; the account look-up is counted under its own name. */
    private static int counted(SharedDatabase database) throws SQLException {
        JdbcRequestBudget budget = new JdbcRequestBudget(database.dataSource());
        return texts(database, "select account_id from callrail_requests").stream()
                .mapToInt(account ->
                        (int) budget.used(account, Instant.now()).orElseThrow().inHour())
                .sum();
    }

    private static List<String> texts(SharedDatabase database, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
