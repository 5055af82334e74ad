package io.github.camelcallrail.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.SandboxData;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the page replaces a table each day, as the data set in Domo did. */
class MigrationFromDomoExampleTest {

    private static final Document PAGE = Project.page("migrate-from-domo");
    private static final String COMPANY = "COM0190aa22bb33cc44dd55ee66ff778899";

    @Test
    void theTableHasTheWeekAndNothingElse(@TempDir Path state) {
        try (RoutesSideBySide routes =
                new RoutesSideBySide(PAGE, CallRailSandbox.builder(), state, UnaryOperator.identity())) {
            SandboxData data = routes.sandbox().data();
            String removed = ofTheCompany(data, "2026-03-08", "2026-03-15").get(0);

            routes.poll(DocumentedSandbox.NOW);
            assertThat(routes.database().ids("calls_of_the_week")).contains(removed);
        }
    }

    private static List<String> ofTheCompany(SandboxData data, String first, String last) {
        return InventedCalls.between(
                data, first, last, call -> call.get("company_id").equals(COMPANY));
    }
}
