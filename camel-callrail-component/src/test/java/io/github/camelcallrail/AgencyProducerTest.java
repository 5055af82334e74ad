package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.report.CallRailRecords;
import io.github.camelcallrail.sandbox.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** A message can ask for several accounts or companies at once. */
class AgencyProducerTest extends AgencyTesting {

    private static final String ZONE = "&timeZone=America/New_York";

    @Test
    void aListHasTheRecordsOfAllAccountsAndSaysWhereTheyComeFrom() {
        String first = call(0, Duration.ofHours(1));
        String third = call(2, Duration.ofHours(1));

        Message message = requested("callrail:calls?accountId=*" + ZONE).getMessage();

        assertThat(sources(message.getBody(CallRailRecords.class)))
                .containsExactly(account(0) + " " + first, account(2) + " " + third);
        assertThat(message.getHeaders()).containsEntry(CallRailConstants.REPORT, "calls");
        assertThat(message.getHeaders())
                .doesNotContainKeys(CallRailConstants.SOURCE_ACCOUNT_ID, CallRailConstants.FAILED_SOURCES);
        assertThat(requestsTo("/calls.json")).isEqualTo(3);
        assertThat(requestsTo("/v3/a.json")).isEqualTo(1);
    }

    @Test
    void aStreamHasThemTooAndReadsAnAccountWhenItsTurnComes() {
        call(0, Duration.ofHours(1));
        call(1, Duration.ofHours(1));
        Iterator<?> stream = (Iterator<?>) requested("callrail:calls?accountId=*&outputType=stream" + ZONE)
                .getMessage()
                .getBody();

        assertThat(requestsTo("/calls.json")).isEqualTo(1);
        List<CallRailRecord> records = new ArrayList<>();
        stream.forEachRemaining(record -> records.add((CallRailRecord) record));

        assertThat(records).extracting(CallRailRecord::getSourceAccountId).containsExactly(account(0), account(1));
        assertThat(requestsTo("/calls.json")).isEqualTo(3);
    }

    @Test
    void headersSelectAccountsAndCompaniesToo() {
        List<String> companies = sandbox.data().ids(account(1), "companies", all -> true);
        String call = sandbox.data()
                .add(account(1), "calls", Map.of("start_time", NOW.minusSeconds(60), "company_id", companies.get(1)));

        Message message = context.request(
                        "callrail:calls?accountId=" + account(0) + ZONE,
                        Map.of(
                                CallRailConstants.ACCOUNT_ID,
                                account(1),
                                CallRailConstants.COMPANY_ID,
                                companies.get(1) + "," + companies.get(0)))
                .getMessage();

        assertThat(sources(message.getBody(CallRailRecords.class)))
                .containsExactly(account(1) + " " + companies.get(1) + " " + call);
        assertThat(requestsTo("/companies.json")).isZero();
        assertThat(requestsTo("company_id=" + companies.get(0))).isEqualTo(1);
    }

    @Test
    void ifAnAccountFailsTheMessageFailsWithTheRecordsOfTheOthers() {
        String first = call(0, Duration.ofHours(1));
        call(1, Duration.ofHours(1));
        String third = call(2, Duration.ofHours(1));
        sandbox.faults().inAccount(account(1), Fault.status(403, ""));

        Exchange exchange = context.request("callrail:calls?accountId=*" + ZONE);

        assertThat(exchange.getException()).isInstanceOfSatisfying(CallRailException.class, failure -> {
            assertThat(failure.getKind()).isEqualTo(FailureKind.FORBIDDEN);
            assertThat(failure.getHttpResponseCode()).isEqualTo(403);
            assertThat(failure)
                    .hasMessageStartingWith("1 of 3 accounts or companies could not be read. " + account(1)
                            + ": CallRail answered HTTP 403 to report 'calls'");
        });
        assertThat(exchange.getMessage().getHeader(CallRailConstants.FAILED_SOURCES))
                .isEqualTo(account(1));
        assertThat(sources(exchange.getMessage().getBody(CallRailRecords.class)))
                .containsExactly(account(0) + " " + first, account(2) + " " + third);
    }

    @Test
    void aStreamFailsAtItsEndIfAnAccountFailed() {
        call(0, Duration.ofHours(1));
        call(2, Duration.ofHours(1));
        sandbox.faults().inAccount(account(0), Fault.status(404, ""));
        Iterator<?> stream = (Iterator<?>) requested("callrail:calls?accountId=*&outputType=stream" + ZONE)
                .getMessage()
                .getBody();

        assertThat(((CallRailRecord) stream.next()).getSourceAccountId()).isEqualTo(account(2));
        for (int again = 0; again < 2; again++) {
            assertThat(catchThrowable(stream::hasNext))
                    .isInstanceOf(CallRailException.class)
                    .hasMessageContaining(account(0));
        }
    }

    @Test
    void aWrongKeyFailsAtOnce() {
        sandbox.faults().always("calls", Fault.status(401, ""));

        Exchange exchange = context.request("callrail:calls?accountId=*" + ZONE);

        assertThat(exchange.getException()).hasMessageContaining("The API key is wrong");
        assertThat(requestsTo("/calls.json")).isEqualTo(1);
    }

    @Test
    void anExplanationIsGivenForEachAccount() {
        CallRailRecords records = requested("callrail:calls?accountId=*&operation=explain" + ZONE)
                .getMessage()
                .getBody(CallRailRecords.class);

        assertThat(records)
                .extracting(record -> record.get("accountId"))
                .containsExactly(account(0), account(1), account(2));
    }

    @Test
    void aCheckIsMadeOfEachAccount() {
        CallRailRecords records = requested("callrail:check?accountId=" + account(1) + "," + account(2))
                .getMessage()
                .getBody(CallRailRecords.class);

        assertThat(records).extracting(record -> record.get("accountId")).containsOnly(account(1), account(2));
        assertThat(records)
                .filteredOn(record -> "key".equals(record.get("check")))
                .hasSize(2);
    }

    @Test
    void aRouteCanAskARecordWhereItComesFrom() throws Exception {
        call(2, Duration.ofHours(1));
        List<String> asked = new ArrayList<>();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:ask")
                        .to("callrail:calls?accountId=*" + ZONE)
                        .split(body())
                        .process(exchange ->
                                asked.add(simple("${body.sourceAccountId}").evaluate(exchange, String.class)));
            }
        });

        requested("direct:ask");

        assertThat(asked).containsExactly(account(2));
    }

    private Exchange requested(String uri) {
        Exchange exchange = context.request(uri);
        assertThat(exchange.getException()).isNull();
        return exchange;
    }

    private static List<String> sources(CallRailRecords records) {
        return records.stream()
                .map(record -> record.getSourceAccountId() + " "
                        + (record.getSourceCompanyId() == null ? "" : record.getSourceCompanyId() + " ") + record.id())
                .toList();
    }
}
