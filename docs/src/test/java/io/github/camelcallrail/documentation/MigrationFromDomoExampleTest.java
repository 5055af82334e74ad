package io.github.camelcallrail.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.SandboxData;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the page replaces a table each day, as the data set in Domo did. */
class MigrationFromDomoExampleTest {

    private static final Document PAGE = Project.page("migrate-from-domo");
    private static final String COMPANY = "COM0190aa22bb33cc44dd55ee66ff778899";

    @Test
    void theTableHasTheWeekAndNothingElse(@TempDir Path state) {
        String company = aCompany();
        try (RoutesSideBySide routes = new RoutesSideBySide(
                PAGE, CallRailSandbox.builder(), state, route -> route.replace(COMPANY, company))) {
            SandboxData data = routes.sandbox().data();
            routes.poll(DocumentedSandbox.NOW);
            assertThat(routes.takeRequests().get(0).rawQuery())
                    .startsWith("start_date=2026-03-08&end_date=2026-03-15T12%3A30&time_zone=America%2FNew_York&")
                    .contains("company_id=" + company);
            List<String> week = of(company, data, "2026-03-08", "2026-03-15");
            assertThat(routes.database().ids("calls_of_the_week"))
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(week);

            data.remove("calls", week.get(week.size() - 1));
            routes.poll(DocumentedSandbox.NOW.plus(Duration.ofDays(1)));

            assertThat(routes.database().ids("calls_of_the_week"))
                    .containsExactlyInAnyOrderElementsOf(of(company, data, "2026-03-09", "2026-03-16"));
        }
    }

    private static String aCompany() {
        try (DocumentedSandbox context = new DocumentedSandbox()) {
            return context.sandbox().data().ids("companies").get(0);
        }
    }

    private static List<String> of(String company, SandboxData data, String first, String last) {
        return InventedCalls.between(
                data, first, last, call -> call.get("company_id").equals(company));
    }
}
