package io.github.camelcallrail.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.catalogue.ReportCatalogue;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page on other ways says of them has a source and a date, or says that it was not verified. */
class ComparisonTest {

    private static final Document PAGE = Project.page("comparison");
    private static final String OURS = "This component";
    private static final List<String> WAYS =
            List.of(OURS, "Airbyte", "Singer tap", "PostHog", "Fivetran", "Domo", "Route by hand");

    /** A day or a month, and what was read. */
    private static final String READ = "read 20\\d\\d-\\d\\d, (\\{[a-z-]+}|https://\\S+)\\[[^]]+]";

    private static final String MEASURED = "measured 20\\d\\d-\\d\\d.*";

    @ParameterizedTest
    @ValueSource(strings = {"cost", "reports", "latency", "edits", "quota", "deletions", "people", "operations"})
    void everyWayIsThereAndEveryFactHasASource(String table) {
        assertThat(PAGE.rowsOf(table)).extracting(row -> row.get(0)).isEqualTo(WAYS);
        for (List<String> row : PAGE.rowsOf(table)) {
            String source = row.get(2);
            String fact = row.get(1);
            if (row.get(0).equals(OURS)) {
                assertThat(source).matches("xref:.*\\[tested]|" + MEASURED);
            } else if (fact.equals("What you write.")) {
                assertThat(source).isEqualTo("-");
            } else if (source.equals("not verified")) {
                assertThat(fact.toLowerCase(Locale.ROOT)).contains("not verified");
            } else {
                assertThat(source).matches(READ + "|" + MEASURED + "|xref:.*\\[tested]");
            }
        }
    }

    @Test
    void theNumberOfReportsIsRight() {
        assertThat(PAGE.rowsOf("reports").get(0).get(1))
                .startsWith("%s reports, the children of one record, and files,"
                        .formatted(ReportCatalogue.all().size()));
    }
}
