package io.github.camelcallrail.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Date options mean what the page on dates says, down to the request. */
class DatesTest {

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

    static Stream<List<String>> rows() {
        return Project.page("dates").rowsOf("dates").stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void dateOptionsMeanWhatThePageSays(List<String> row) {
        context.createProducerTemplate()
                .requestBody("callrail:calls?" + Document.codes(row.get(0)).get(0), (Object) null);

        List<String> requests = context.sandbox().journal().lines();
        assertThat(URLDecoder.decode(requests.get(requests.size() - 1), StandardCharsets.UTF_8))
                .contains("start_date=" + row.get(1) + "&")
                .contains("end_date=" + row.get(2) + "&")
                .contains("time_zone=America/New_York");
    }
}
