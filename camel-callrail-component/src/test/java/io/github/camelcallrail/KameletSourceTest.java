package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.util.json.JsonObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What comes of {@code kamelet:callrail-source}, and what it asks for that. */
@Tag("needs-4.18-artifacts")
@Timeout(60)
class KameletSourceTest extends KameletTesting {

    @Test
    void everyRecordOfTwoPagesIsAMessageOfJson() throws Exception {
        List<String> calls = calls(260);
        source("report: calls", "daysBack: 7");
        context.start();

        List<Message> messages = receive(260);
        context.stop();

        List<String> ids = new ArrayList<>();
        for (Message message : messages) {
            assertThat(message.getBody()).isInstanceOf(String.class);
            ids.add(new ObjectMapper()
                    .readTree((String) message.getBody())
                    .get("id")
                    .asText());
            assertThat(message.getHeader(Exchange.CONTENT_TYPE)).isEqualTo("application/json");
        }
        assertThat(ids).isEqualTo(calls);
        assertThat(messages)
                .extracting(message -> message.getHeader(CallRailConstants.RECORD_ID))
                .isEqualTo(calls);
        assertThat(messages.get(259).getHeader(CallRailConstants.LAST_RECORD)).isEqualTo(true);
        assertThat(received).isEmpty();
        // Nothing in the requests of what was not given.
        String asked = "GET /v3/a/ACC/calls.json?start_date=2026-03-08&end_date=2026-03-15T12:30"
                + "&time_zone=America/New_York&sort=start_time&order=asc&per_page=250&page=";
        assertThat(requests()).containsExactly(asked + 1, asked + 2);
    }

    @Test
    void whatIsGivenIsAsked() throws Exception {
        String call = sandbox.data()
                .add(
                        "calls",
                        Map.of(
                                "start_time",
                                NOW.minus(Duration.ofDays(1)),
                                "company_id",
                                company(),
                                "direction",
                                "inbound",
                                "customer_name",
                                "Ada Example",
                                "lead_status",
                                "good_lead"));
        calls(3);
        source(
                "report: calls",
                "companyId: " + company(),
                "startDaysBack: 10",
                "endDaysBack: 1",
                "search: Ada",
                "fields: id,start_time,direction",
                "filter.direction: inbound",
                "filter.lead_status: good_lead",
                "pageSize: 100");
        context.start();

        assertThat((String) receive(1).get(0).getBody())
                .startsWith("{\"id\":\"" + call + "\",\"start_time\":")
                .endsWith(",\"direction\":\"inbound\"}");
        assertThat(latestQuery())
                .containsEntry("company_id", company())
                .containsEntry("start_date", "2026-03-05")
                .containsEntry("end_date", "2026-03-14")
                .containsEntry("search", "Ada")
                .containsEntry("direction", "inbound")
                .containsEntry("lead_status", "good_lead")
                .containsEntry("per_page", "100")
                .doesNotContainKeys("fields", "device", "tags", "tracker_id");
    }

    @Test
    void theConsoleShowsOnlyWhatIsSet() throws Exception {
        source("report: calls", "filter.direction: inbound");
        context.start();

        JsonObject console = (JsonObject)
                DevConsoleRegistry.get(context).resolveById("callrail").call(DevConsole.MediaType.JSON, Map.of());
        String uri = ((JsonObject) console.getCollection("endpoints").iterator().next()).getString("uri");
        assertThat(uri)
                .startsWith("callrail://calls?accountId=" + account())
                .contains("filter.direction=xxxxxx", "timeZone=")
                .doesNotContain("%7B", "endDate", "filter.device", "search");
    }

    @Test
    void whatIsSetForTheWholeApplicationCounts() throws Exception {
        calls(3);
        context.callrail().getConfiguration().setDaysBack("3");
        context.callrail().getConfiguration().setPageSize("50");
        source("report: calls");
        context.start();
        receive(1);

        assertThat(latestQuery()).containsEntry("start_date", "2026-03-12").containsEntry("per_page", "50");
    }

    @Test
    void thereIsOneMessageARecordWhateverIsSetForTheWholeApplication() throws Exception {
        calls(3);
        context.callrail().getConfiguration().setSplitResults(false);
        source("report: calls");
        context.start();

        assertThat(receive(3))
                .allSatisfy(message -> assertThat((String) message.getBody()).startsWith("{\"id\":"));
    }

    @Test
    void theKeyMayBeOnTheKamelet() throws Exception {
        calls(3);
        context.callrail().getConfiguration().setApiKey(null);
        source("report: calls", "apiKey: " + sandbox.apiKey());
        context.start();

        receive(3);
    }

    @Test
    void stateUnderAnIdThatCamelMadeIsWarnedOf(@TempDir Path directory) throws Exception {
        try (LogLines log = new LogLines()) {
            source("report: calls", "incremental: true", "stateDirectory: " + directory);
            context.start();

            assertThat(log.lines()).anyMatch(line -> line.startsWith("WARN") && line.contains("stateKey"));
        }
    }

    @Test
    void whatFailsAfterItComesAgainAndWhatDoesNotDoesNot() throws Exception {
        List<String> calls = calls(3);
        context.getRegistry().bind("state", new RecordingStateRepository());
        failing = calls.get(1);
        source(
                "report: calls",
                "incremental: true",
                "stateRepository: \"#bean:state\"",
                "stateKey: calls",
                "delay: 100");
        context.start();
        receive(3);
        CLOCK.advance(Duration.ofMinutes(15));

        assertThat(receive(1))
                .singleElement()
                .extracting(message -> message.getHeader(CallRailConstants.RECORD_ID))
                .isEqualTo(calls.get(1));
        int polled = sandbox.journal().lines().size();
        sandbox.data().edit("calls", calls.get(2), Map.of("note", "edited"));
        CLOCK.advance(Duration.ofDays(2));
        assertThat(receive(1))
                .singleElement()
                .extracting(message -> message.getHeader(CallRailConstants.CHANGE))
                .isEqualTo("UPDATED");
        assertThat(sandbox.journal().lines().size()).isGreaterThan(polled);
    }

    @Test
    void theDelayIsThatOfTheComponent() throws Exception {
        source("report: calls");
        context.start();

        assertThat(endpoint().getDelay()).isEqualTo(900_000);
    }

    private CallRailEndpoint endpoint() {
        return context.getEndpoints().stream()
                .filter(CallRailEndpoint.class::isInstance)
                .map(CallRailEndpoint.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
