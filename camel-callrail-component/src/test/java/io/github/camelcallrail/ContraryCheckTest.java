package io.github.camelcallrail;

import static io.github.camelcallrail.sandbox.ContraryBehavior.SORT_IGNORED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.report.CallRailRecords;
import io.github.camelcallrail.sandbox.ContraryBehavior;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** If the sandbox differs in one thing from what is assumed, the check tells exactly that. */
class ContraryCheckTest extends KeyCheckTesting {

    /**
     * What differs, and what can then not be seen: without sorting there is no direction, and without counts they are
     * neither exact nor numbers.
     */
    private static final String TABLE = """
            sort-ignored             | sort             | order
            order-ignored            | order            |
            oldest-first             | newest-first     |
            pages-clamped            | page-size        |
            times-of-day-ignored     | times-of-day     |
            end-date-exclusive       | end-date         |
            time-zone-ignored        | time-zone        |
            times-in-utc             | offsets          |
            mixed-offsets            | offsets          |
            no-totals                | totals           | exact-totals numeric-totals
            wrong-totals             | exact-totals     |
            totals-as-text           | numeric-totals   |
            last-page-repeated       | pages-beyond     |
            no-page-beyond           | pages-beyond     |
            numbers-as-text          | types            |
            text-as-numbers          | types            |
            numeric-ids              | text-ids         |
            empty-text-for-null      | nulls            |
            unknown-fields           | known-fields     |
            requested-fields-missing | requested-fields |
            unknown-members          | known-members    |
            links-without-filters    | links            |
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = TABLE)
    void exactlyThatDiffers(String contrary, String differs, String unknown) {
        sandbox.contrary(Set.of(ContraryBehavior.of(contrary)));

        CallRailRecords records = check();

        assertThat(with(records, "differs")).as("%s", records).containsExactly(differs);
        assertThat(with(records, "unknown"))
                .as("%s", records)
                .containsExactlyElementsOf(unknown == null ? List.of() : Arrays.asList(unknown.split(" ")));
        assertThat(with(records, "refused")).isEmpty();
        assertThat((String) of(records, differs).get("advice")).isNotEmpty();
        assertThat(sandbox.journal().lines()).hasSizeLessThanOrEqualTo(60);
    }

    @Test
    void everyWayIsInTheTable() {
        assertThat(TABLE.lines().map(line -> line.replaceFirst(" .*", "")))
                .containsExactlyElementsOf(Arrays.stream(ContraryBehavior.values())
                        .map(ContraryBehavior::id)
                        .toList());
    }

    @Test
    void severalDifferencesAreTold() {
        sandbox.contrary(Set.of(SORT_IGNORED, ContraryBehavior.TOTALS_AS_TEXT, ContraryBehavior.NUMERIC_IDS));

        assertThat(with(check(), "differs")).containsExactly("sort", "numeric-totals", "text-ids");
    }
}
