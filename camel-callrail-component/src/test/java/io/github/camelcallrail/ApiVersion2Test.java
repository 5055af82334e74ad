package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.report.CallRailRecord;
import java.util.List;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The older version of the API, whose ids are numbers. */
class ApiVersion2Test extends SandboxTest {

    @Test
    void idsAreNumbersInBodiesAndTextInHeaders() throws Exception {
        calls(5);

        List<Exchange> received = context.poll("callrail:calls?apiVersion=v2&timeZone=America/New_York&pageSize=2");

        assertThat(received).hasSize(5).allSatisfy(exchange -> {
            CallRailRecord record = exchange.getMessage().getBody(CallRailRecord.class);
            assertThat(record.get("id")).isInstanceOf(Number.class);
            assertThat(exchange.getMessage().getHeader(CallRailConstants.RECORD_ID))
                    .isEqualTo(record.get("id").toString());
        });
        assertThat(sandbox.journal().lines()).hasSize(4).allMatch(line -> line.startsWith("GET /v2/a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"forms-summary", "sms-threads", "leads", "integration-filters", "message-flows"})
    void aReportThatItIsNotKnownToHaveIsRejectedBeforeAnythingIsAsked(String report) {
        String message =
                ("Option 'apiVersion' cannot be 'v2' for report '%s', which version 2 of the API is not known to have."
                                + " Set apiVersion=v3 on this endpoint.")
                        .formatted(report);

        assertThat(failure("callrail:" + report + "?apiVersion=v2")).hasMessageContaining(message);
        context.callrail().getConfiguration().setApiVersion("v2");
        assertThat(failure("callrail:" + report)).hasMessageContaining(message);
        assertThat(sandbox.journal().lines()).isEmpty();
        String companyId = report.equals("integration-filters") ? "&companyId=" + company() : "";
        records("callrail:" + report + "?apiVersion=v3&accountId=" + account() + companyId);
        assertThat(sandbox.journal().lines()).isNotEmpty().allMatch(line -> line.startsWith("GET /v3/a"));
    }
}
