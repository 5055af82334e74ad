package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcallrail.agency.AgencyConsumer;
import io.github.camelcallrail.catalogue.Parameter;
import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.catalogue.ReportCatalogue;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.report.CallRailRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every report of an account can be read in all accounts, and for every company where CallRail lists it for one. */
class AgencyReportsTest extends AgencyTesting {

    static Stream<Report> reports() {
        return ReportCatalogue.all().stream().filter(Report::ofAccount);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void aMessageGetsWhatASeparateMessageForEachAccountGets(Report report) {
        List<String> separately = new ArrayList<>();
        for (String account : sandbox.accountIds()) {
            separately.addAll(texts(read(report, account)));
        }

        CallRailRecords records = read(report, "*");

        assertThat(texts(records)).isEqualTo(separately);
        assertThat(records).extracting(CallRailRecord::getSourceAccountId).isSubsetOf(sandbox.accountIds());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void aConsumerPollsEveryAccount(Report report) throws Exception {
        String path = ReportCatalogue.of(report.name()).path().replace("/a/{account}", "");

        AgencyConsumer consumer = agency(report.name(), options(report, "*") + "&repeatCount=1");

        await().until(() -> sandbox.accountIds().stream()
                .allMatch(account -> requestsTo(account + path) >= (needsCompany(report) ? 3 : 1)));
        await().untilAsserted(() -> assertThat(consumer.isComplete()).isTrue());
    }

    private CallRailRecords read(Report report, String account) {
        Exchange exchange = context.request("callrail:" + report + "?" + options(report, account));
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(CallRailRecords.class);
    }

    private static String options(Report report, String account) {
        return "accountId=" + account + (needsCompany(report) ? "&companyId=*" : "")
                + (report.precision().isPresent() ? "&timeZone=America/New_York" : "");
    }

    private static boolean needsCompany(Report report) {
        return report.parameters().stream().anyMatch(Parameter::required);
    }

    private static List<String> texts(CallRailRecords records) {
        return records.stream().map(CallRailRecord::toString).toList();
    }
}
