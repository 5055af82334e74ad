package io.github.camelcallrail.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.check.CheckOutcome;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The page about {@code callrail:check} has a row for every check and every outcome. */
class CheckPageTest {

    @AutoClose
    private static final DocumentedSandbox CONTEXT = DocumentedSandbox.started(CallRailSandbox.builder());

    @Test
    void everyCheckIsInTheTableInItsOrder() {
        List<?> records = CONTEXT.createProducerTemplate().requestBody("callrail:check", null, List.class);

        assertThat(Project.page("check").rowsOf("checks"))
                .extracting(row -> Document.codes(row.get(0)).get(0))
                .containsExactlyElementsOf(records.stream()
                        .map(record -> String.valueOf(((CallRailRecord) record).get("check")))
                        .map(check -> check.replaceFirst("^report-.*", "report-…"))
                        .distinct()
                        .toList());
    }

    @Test
    void everyOutcomeIsExplained() {
        assertThat(Project.page("check").rows())
                .extracting(row -> Document.codes(row.get(0)).get(0))
                .containsSubsequence(Arrays.stream(CheckOutcome.values())
                        .map(CheckOutcome::text)
                        .toList());
    }
}
