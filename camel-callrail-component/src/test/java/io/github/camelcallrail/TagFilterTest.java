package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.report.CallRailRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A tag's name may have a comma in it, which no report and no way to give the tag takes for the end of the name. */
class TagFilterTest extends SandboxTest {

    private static final String COMMA = "Booked, Paid";

    @BeforeEach
    void plant() {
        for (String tag : List.of(COMMA, "Booked", "Paid", "Other")) {
            Map<String, Object> call = new LinkedHashMap<>();
            call.put("start_time", NOW.minusSeconds(7200));
            call.put("tags", List.of(tag));
            sandbox.data().add("calls", call);
            Map<String, Object> form = new LinkedHashMap<>();
            form.put("submitted_at", NOW.minusSeconds(7200));
            form.put("tags", List.of(tag));
            sandbox.data().add("form-submissions", form);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            calls            |
            form-submissions |
            calls-summary    | total_calls
            calls-timeseries | total_calls
            forms-summary    | total_forms
            """)
    void aTagWithACommaIsOneTag(String report, String metric) {
        String endpoint = uri(report, "");
        context.callrail().getConfiguration().getFilters().put("tags", "Nobody has it");

        assertThat(found(endpoint + "&filter.tags=" + COMMA, Map.of(), metric)).isEqualTo(1);
        assertThat(latestQuery()).containsEntry("tags[]", COMMA).doesNotContainKey("tags");

        assertThat(found(endpoint + "&filter.tags=" + COMMA + "&filter.tags=Other", Map.of(), metric))
                .isEqualTo(2);
        assertThat(latestQuery()).containsEntry("tags[]", COMMA + " and Other").doesNotContainKey("tags");

        assertThat(found(endpoint, filters(COMMA), metric)).isEqualTo(1);
        assertThat(latestQuery()).containsEntry("tags[]", COMMA).doesNotContainKey("tags");

        assertThat(found(endpoint, filters(List.of(COMMA)), metric)).isEqualTo(1);
        assertThat(found(endpoint, filters(List.of("Other", COMMA)), metric)).isEqualTo(2);
        assertThat(found(endpoint, filters(new String[] {"Other", COMMA}), metric))
                .isEqualTo(2);
        assertThat(latestQuery()).containsEntry("tags[]", "Other and " + COMMA).doesNotContainKey("tags");

        assertThat(found(endpoint + "&filter.tags=Paid", Map.of(), metric)).isEqualTo(1);
        assertThat(latestQuery()).containsEntry("tags", "Paid").doesNotContainKey("tags[]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            calls            |
            form-submissions |
            calls-summary    | total_calls
            calls-timeseries | total_calls
            forms-summary    | total_forms
            """)
    void aTagOfTheComponentToo(String report, String metric) {
        Map<String, Object> defaults = context.callrail().getConfiguration().getFilters();

        defaults.put("tags", COMMA);
        assertThat(found(uri(report, ""), Map.of(), metric)).isEqualTo(1);
        defaults.put("tags", List.of(COMMA, "Paid"));
        // Another endpoint, which reads the defaults again.
        assertThat(found(uri(report, "lazyStartProducer=true"), Map.of(), metric))
                .isEqualTo(2);
        assertThat(latestQuery()).containsEntry("tags[]", COMMA + " and Paid").doesNotContainKey("tags");
    }

    private static Map<String, Object> filters(Object tags) {
        return Map.of(CallRailConstants.FILTERS, Map.of("tags", tags));
    }

    /** How many calls or forms there are: counted, or said by CallRail. */
    private int found(String uri, Map<String, Object> headers, String metric) {
        List<?> records = requested(uri, headers).getMessage().getBody(List.class);
        return metric == null
                ? records.size()
                : records.stream()
                        .map(CallRailRecord.class::cast)
                        .mapToInt(record -> ((Number) record.get(metric)).intValue())
                        .sum();
    }
}
