package io.github.camelcallrail.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.report.ReportCatalogue;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each report, menu and date of Domo's connector has what its page says. */
class MigrationFromDomoTest {

    private static final Document PAGE = Project.page("migrate-from-domo");

    private static final List<String> REPORTS_OF_DOMO = List.of(
            "All Conversations",
            "Calls",
            "Companies",
            "Form Submissions",
            "Notifications",
            "Outbound Caller IDs",
            "Summarizing Call Data",
            "Summarizing Call Data by Time Series",
            "Summary Email Subscriptions",
            "Tags",
            "Trackers",
            "Users");

    private static DocumentedSandbox context;

    @BeforeAll
    static void start() {
        context = new DocumentedSandbox(CallRailSandbox.builder().empty());
        context.start();
    }

    @AfterAll
    static void close() {
        context.close();
    }

    private static List<String> reports() {
        return PageTables.codes(PAGE, "reports", 1).stream()
                .map(uri -> uri.replace("callrail:", ""))
                .toList();
    }

    @Test
    void allTwelveReportsAreThereAndWhatIsBesidesIsTheRest() {
        assertThat(PageTables.rows(PAGE, "reports"))
                .extracting(row -> row.get(0))
                .isEqualTo(REPORTS_OF_DOMO);

        List<String> all = new ArrayList<>(reports());
        Document.codes(PAGE.tagged("more")).stream()
                .filter(code -> !code.equals("form-submissions"))
                .forEach(all::add);
        assertThat(all).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ReportCatalogue.names());
    }

    @Test
    void everyMenuHasAnOptionThatThereIs() {
        assertThat(PageTables.codes(PAGE, "menus", 1))
                .contains("apiKey", "accountId", "companyId", "userId", "groupBy", "fields", "date", "daysBack")
                .contains("startDate", "endDate", "startDaysBack", "endDaysBack")
                .allMatch(PageTables::isOption);
    }

    @Test
    void reportsTakeTheOptionsThatTheMenusSay() {
        assertThat(PageTables.rows(PAGE, "menus"))
                .filteredOn(row -> List.of("User ID", "Group By").contains(row.get(0)))
                .hasSize(2)
                .allSatisfy(row -> Document.codes(row.get(2)).forEach(report -> assertThat(ReportCatalogue.of(report)
                                .parameter(Document.codes(row.get(1)).get(0)))
                        .as(report)
                        .isPresent()));
    }

    static Stream<List<String>> dates() {
        return PageTables.rows(PAGE, "dates").stream();
    }

    @ParameterizedTest
    @MethodSource("dates")
    void datesAskForTheDaysOfTheirRow(List<String> row) {
        context.createProducerTemplate()
                .requestBody("callrail:calls?" + Document.codes(row.get(1)).get(0), (Object) null);

        List<String> requests = context.sandbox().journal().lines();
        assertThat(URLDecoder.decode(requests.get(requests.size() - 1), StandardCharsets.UTF_8))
                .contains("start_date=" + row.get(2) + "&")
                .contains("end_date=" + row.get(3) + "&")
                .contains("time_zone=America/New_York");
    }
}
