package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.report.CallRailRecord;
import java.util.List;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** The older version of the API, whose ids are numbers. */
class ApiVersion2Test extends SandboxTest {

    @Test
    void idsAreNumbersInBodiesAndTextInHeaders() throws Exception {
        calls(5);

        List<Exchange> received = context.poll("callrail:calls?apiVersion=v2&timeZone=America/New_York&pageSize=2");

        assertThat(received).hasSize(5).allSatisfy(exchange -> {
            CallRailRecord row = exchange.getMessage().getBody(CallRailRecord.class);
            assertThat(row.get("id")).isInstanceOf(Number.class);
            assertThat(exchange.getMessage().getHeader(CallRailConstants.RECORD_ID))
                    .isEqualTo(row.get("id").toString());
        });
        assertThat(sandbox.journal().lines()).hasSize(4).allMatch(line -> line.startsWith("GET /v2/a"));
    }
}
