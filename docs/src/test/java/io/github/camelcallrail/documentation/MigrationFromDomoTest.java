package io.github.camelcallrail.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.catalogue.ReportCatalogue;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
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

    @AutoClose
    private static final DocumentedSandbox CONTEXT =
            DocumentedSandbox.started(CallRailSandbox.builder().empty());

    private static List<String> reports() {
        return PAGE.codesOf("reports", 1).stream()
                .map(uri -> uri.replace("callrail:", ""))
                .toList();
    }

    @Test
    void allTwelveReportsAreThereAndWhatIsBesidesIsTheRest() {
        assertThat(PAGE.rowsOf("reports")).extracting(row -> row.get(0)).isEqualTo(REPORTS_OF_DOMO);

        List<String> all = new ArrayList<>(reports());
        Document.codes(PAGE.tagged("more")).stream()
                .filter(code -> !code.equals("form-submissions"))
                .forEach(all::add);
        assertThat(all).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ReportCatalogue.names());
    }

    @Test
    void everyMenuHasAnOptionThatThereIs() {
        assertThat(PAGE.codesOf("menus", 1))
                .contains("apiKey", "accountId", "companyId", "userId", "groupBy", "fields", "date", "daysBack")
                .contains("startDate", "endDate", "startDaysBack", "endDaysBack")
                .allMatch(Metadata::isOption);
    }

    @Test
    void reportsTakeTheOptionsThatTheMenusSay() {
        assertThat(PAGE.rowsOf("menus"))
                .filteredOn(row -> List.of("User ID", "Group By").contains(row.get(0)))
                .hasSize(2)
                .allSatisfy(row -> Document.codes(row.get(2)).forEach(report -> assertThat(ReportCatalogue.of(report)
                                .parameter(Document.codes(row.get(1)).get(0)))
                        .as(report)
                        .isPresent()));
    }

    static Stream<List<String>> dates() {
        return PAGE.rowsOf("dates").stream();
    }

    @ParameterizedTest
    @MethodSource("dates")
    void datesAskForTheDaysOfTheirRow(List<String> row) {
        DatesTest.assertDates(CONTEXT, Document.codes(row.get(1)).get(0), row.get(2), row.get(3));
    }
}
