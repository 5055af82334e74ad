package io.github.camelcallrail.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Date options mean what the page on dates says, down to the request. */
class DatesTest {

    @AutoClose
    private static final DocumentedSandbox CONTEXT =
            DocumentedSandbox.started(CallRailSandbox.builder().empty());

    static Stream<List<String>> rows() {
        return Project.page("dates").rowsOf("dates").stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void dateOptionsMeanWhatThePageSays(List<String> row) {
        assertDates(CONTEXT, Document.codes(row.get(0)).get(0), row.get(1), row.get(2));
    }

    /** The days that calls are asked for with these options, on the documentation's today in New York. */
    static void assertDates(DocumentedSandbox context, String options, String from, String to) {
        assertThat(context.requestOf("callrail:calls?" + options))
                .contains("start_date=" + from + "&")
                .contains("end_date=" + to + "&")
                .contains("time_zone=America/New_York");
    }
}
