package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code kamelet:callrail-action} makes of a message. */
@Tag("needs-4.18-artifacts")
@Timeout(60)
class KameletActionTest extends KameletTesting {

    /** So that it has not to be looked up. */
    private static final String NEW_YORK = "timeZone: America/New_York";

    private void action(String report, String... properties) throws Exception {
        load("action.yaml", """
                - route:
                    from:
                      uri: direct:report
                      steps:
                        - to:
                            uri: kamelet:callrail-action
                            parameters:
                              report: %s
                              accountId: %s
                              %s
                """.formatted(report, account(), String.join("\n              ", properties)));
    }

    private JsonNode records(Map<String, Object> headers) throws Exception {
        Exchange exchange = requested("direct:report", headers);
        assertThat(exchange.getMessage().getBody()).isInstanceOf(String.class);
        assertThat(exchange.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo("application/json");
        JsonNode records = new ObjectMapper().readTree(exchange.getMessage().getBody(String.class));
        assertThat(records.isArray()).isTrue();
        return records;
    }

    @Test
    void allRecordsOfTwoPagesAreOneArray() throws Exception {
        List<String> calls = calls(260);
        action("calls", NEW_YORK, "daysBack: 7");

        List<String> ids = new ArrayList<>();
        records(Map.of()).forEach(record -> ids.add(record.get("id").asText()));

        assertThat(ids).isEqualTo(calls);
        String asked = "GET /v3/a/ACC/calls.json?start_date=2026-03-08&end_date=2026-03-15T12:30"
                + "&time_zone=America/New_York&sort=start_time&order=asc&per_page=250&page=";
        assertThat(requests()).containsExactly(asked + 1, asked + 2);
    }

    @Test
    void headersStandInForProperties() throws Exception {
        calls(20);
        sandbox.data().add("calls", Map.of("start_time", "2026-03-10T12:00:00-04:00", "device_type", "mobile"));
        action("calls", NEW_YORK, "startDate: 2026-03-09", "endDate: 2026-03-10", "filter.device: mobile");

        records(Map.of());
        assertThat(latestQuery())
                .containsEntry("start_date", "2026-03-09")
                .containsEntry("end_date", "2026-03-10")
                .containsEntry("device", "mobile")
                .doesNotContainKeys("direction", "company_id", "tags[]");

        records(Map.of(
                CallRailConstants.DAYS_BACK, 1,
                CallRailConstants.COMPANY_ID, company(),
                CallRailConstants.FILTERS, Map.of("direction", "inbound", "tags", List.of("A", "B"))));
        assertThat(latestQuery())
                .containsEntry("start_date", "2026-03-14")
                .containsEntry("end_date", "2026-03-15T12:30")
                .containsEntry("company_id", company())
                .containsEntry("direction", "inbound")
                .containsEntry("tags[]", "A and B")
                .containsEntry("device", "mobile");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            search: RAW(Tom & Ada)               | search     | Tom & Ada
            search: 1 + 1 = 100%                 | search     | 1 + 1 = 100%
            filter.tags: RAW(R&D, sales)         | tags[]     | R&D, sales
            filter.tags: RAW(R&D)                | tags       | R&D
            startDate: 2026-03-10T10:00+05:30    | start_date | 2026-03-10T04:30
            search: C%2B%2B                      | search     | C++
            search: Ada+Example                  | search     | Ada+Example
            timeZone: Etc/GMT+5                  | time_zone  | Etc/GMT+5
            """)
    void valuesArePassedOnAsTheyAre(String property, String parameter, String asked) throws Exception {
        action("calls", property);

        records(Map.of());

        assertThat(latestQuery()).containsEntry(parameter, asked);
    }

    @Test
    void aSummaryIsAnArrayToo() throws Exception {
        calls(20);
        action("calls-summary", NEW_YORK, "groupBy: source", "date: 2026-03-10");

        assertThat(records(Map.of())).isNotEmpty().allSatisfy(record -> assertThat(record.has("total_calls"))
                .isTrue());
        assertThat(latestQuery()).containsEntry("group_by", "source").containsEntry("start_date", "2026-03-10");
    }

    @Test
    void theLatestRecordsOnly() throws Exception {
        List<String> calls = calls(20);
        action("calls", NEW_YORK, "sort: start_time", "order: desc", "maxRecords: 2");

        JsonNode records = records(Map.of());

        assertThat(records).hasSize(2);
        assertThat(records.get(0).get("id").asText()).isEqualTo(calls.get(19));
        assertThat(latestQuery()).containsEntry("order", "desc").containsEntry("per_page", "2");
    }

    @Test
    void thereIsAListWhateverIsSetForTheWholeApplication() throws Exception {
        calls(3);
        context.callrail().getConfiguration().setOutputType("stream");
        action("calls", NEW_YORK);

        assertThat(records(Map.of())).hasSize(3);
    }

    @Test
    void childrenOfTheRecordOfAMessageAreAnArray() throws Exception {
        String tracker = sandbox.data().add("trackers", Map.of("type", "session"));
        String call = sandbox.data().add("calls", Map.of("tracker_id", tracker));
        sandbox.data().addChild("page-views", call, Map.of("page_url", "https://www.example.com/prices"));
        action("page-views");

        JsonNode views = records(Map.of(CallRailConstants.ID, call));

        assertThat(views)
                .isNotEmpty()
                .allSatisfy(view -> assertThat(view.get("call_id").asText()).isEqualTo(call));
        assertThat(requests()).containsExactly("GET /v3/a/ACC/calls/" + call + "/page_views.json?per_page=250&page=1");
    }

    @Test
    void oneRecordIsAnObject() throws Exception {
        String call = calls(1).get(0);
        action("calls", "operation: get", "id: " + call);

        JsonNode record = new ObjectMapper()
                .readTree(requested("direct:report", Map.of()).getMessage().getBody(String.class));

        assertThat(record.get("id").asText()).isEqualTo(call);
        assertThat(record.has("conversational_transcript")).isTrue();
    }

    @Test
    void whatIsWrongWithAMessageFailsIt() throws Exception {
        action("calls");

        assertThat(failure("direct:report", Map.of("CamelCallRailDayBack", 1)))
                .hasMessageStartingWith(
                        "There is no header 'CamelCallRailDayBack' that the producer reads; did you" + " mean");
        assertThat(sandbox.journal().lines()).isEmpty();
    }
}
