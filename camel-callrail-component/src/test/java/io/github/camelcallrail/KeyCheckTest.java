package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.catalogue.Assumption;
import io.github.camelcallrail.catalogue.ReportCatalogue;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.report.CallRailRecords;
import io.github.camelcallrail.sandbox.ContraryBehavior;
import java.io.Closeable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code callrail:check} tells what a key can do, without telling anything about people. */
class KeyCheckTest extends KeyCheckTesting {

    private static final Pattern PERSONAL =
            Pattern.compile(".*(name|number|phone|email|address|ip|note|city|zip|transcription|content|url|keyword"
                    + "|explanation|summary|highlights|code|id|title|notes)s?");

    /** The sandbox's names of people, companies and so on never have fewer letters; words such as "all" do. */
    private static final int SHORTEST = 5;

    @Test
    void everythingIsAsAssumedInTheSandbox() {
        CallRailRecords records = check();

        assertThat(records)
                .allSatisfy(record -> assertThat(record).as("%s", record).containsEntry("outcome", "ok"));
        assertThat(records).allSatisfy(record -> assertThat(record.keySet())
                .containsExactly("check", "outcome", "detail", "advice", "requests"));
        List<String> expected = new ArrayList<>(List.of("key", "accounts", "companies"));
        ReportCatalogue.names().forEach(report -> expected.add("report-" + report));
        Arrays.stream(Assumption.values()).map(Assumption::id).forEach(expected::add);
        expected.addAll(List.of("rate-headers", "clock", "webhooks"));
        assertThat(records).extracting(record -> record.get("check")).containsExactlyElementsOf(expected);
        assertFound(records, "accounts", "ok", "The key can see one account: ACC…");
        assertFound(records, "companies", "ok", "3 companies; time zone America/New_York.");
    }

    @Test
    void requestsAreFewAndOnlyRead() {
        CallRailRecords records = check();

        assertThat(sandbox.journal().requests())
                .hasSizeLessThanOrEqualTo(60)
                .hasSize(requests(records))
                .hasSize(28)
                .allSatisfy(request -> assertThat(request.method()).isEqualTo("GET"));
        assertThat(sandbox.journal().lines()).doesNotHaveDuplicates();
    }

    @Test
    void nothingPersonalIsTold() {
        String plain = check().toString();
        sandbox.contrary(EnumSet.allOf(ContraryBehavior.class));
        String contrary = check().toString();

        Set<String> texts = personalTexts();
        assertThat(texts).hasSizeGreaterThan(2_000).contains("Bluebell Roofing", "+15125550101");
        assertThat(texts).allSatisfy(text -> {
            assertThat(plain).doesNotContain(text);
            assertThat(contrary).doesNotContain(text);
        });
    }

    private Set<String> personalTexts() {
        Set<String> texts = new TreeSet<>();
        for (String report : ReportCatalogue.names()) {
            if (ReportCatalogue.of(report).paged()) {
                sandbox.data().rows(report).forEach(row -> collect("", row, texts));
            }
        }
        return texts;
    }

    private static void collect(String name, Object value, Collection<String> texts) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> collect(name.equals("form_data") ? "note" : String.valueOf(key), inner, texts));
        } else if (value instanceof List<?> list) {
            list.forEach(inner -> collect(name, inner, texts));
        } else if (value != null
                && PERSONAL.matcher(name).matches()
                && value.toString().strip().length() >= SHORTEST) {
            texts.add(value.toString().strip());
        }
    }

    @Test
    void aStreamTellsWhatIsKnownSoFar() throws Exception {
        Exchange exchange = context.request("callrail:check?outputType=stream");
        Iterator<?> records = exchange.getMessage().getBody(Iterator.class);

        // The first record is there, as with any report.
        assertThat(sandbox.journal().lines()).hasSize(1);
        assertThat(((CallRailRecord) records.next()).get("check")).isEqualTo("key");
        records.next();
        records.next();
        assertThat(sandbox.journal().lines()).hasSize(2);
        ((Closeable) records).close();
    }

    @Test
    void theMessageIsThatOfAReport() {
        Exchange exchange = context.request("callrail:check", Map.of(CallRailConstants.PAGE, 7));

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(CallRailConstants.REPORT)).isEqualTo("check");
        assertThat(exchange.getMessage().getHeader(CallRailConstants.PAGE)).isNull();
        assertThat(exchange.getMessage().getBody(String.class)).startsWith("[{\"check\":\"key\",\"outcome\":\"ok\"");
    }

    @Test
    void theAccountMayBeNamed() {
        CallRailRecords records = check("callrail:check?accountId=" + sandbox.accountId());

        assertFound(records, "accounts", "ok", "Option 'accountId' names the one that is checked: ACC…");
        assertThat(outcomes(records)).containsOnlyKeys("ok");
        assertThat(requests(records)).isEqualTo(28);

        Exchange byHeader = context.request(
                "callrail:check", Map.of(CallRailConstants.ACCOUNT_ID, "ACC0000000000000000000000000000beef"));
        assertFound(
                byHeader.getMessage().getBody(CallRailRecords.class),
                "accounts",
                "refused",
                "The key can see one account, but not the one that option 'accountId' names: ACC…beef.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            daysBack=7          | Option 'daysBack' is not supported by report 'check'. Reports that accept it: calls,
            timeZone=UTC        | Option 'timeZone' is not supported by report 'check'.
            fields=default      | Option 'fields' is not supported by report 'check'.
            companyId=COM1      | Option 'companyId' is not supported by report 'check'.
            pageSize=10         | Option 'pageSize' is not supported by report 'check'.
            maxRecords=10       | Option 'maxRecords' is not supported by report 'check'.
            filter.direction=in | Report 'check' has no filters, so 'filter.direction' cannot be used.
            operation=explain   | Option 'operation' of report 'check' cannot be 'explain'. It takes: list.
            """)
    void optionsOfReportsAreRefused(String option, String message) {
        assertThatThrownBy(() -> context.getEndpoint("callrail:check?" + option))
                .hasRootCauseInstanceOf(CallRailException.class)
                .rootCause()
                .hasMessageStartingWith(message);
        assertThat(sandbox.journal().lines()).isEmpty();
    }

    @Test
    void defaultsForReportsAreIgnored() {
        context.callrail().getConfiguration().setDaysBack("3");
        context.callrail().getConfiguration().setFields("-transcription");

        assertThat(outcomes(check())).containsOnlyKeys("ok");
    }

    @ParameterizedTest
    @CsvSource({"callrail:check", "callrail:check?incremental=true"})
    void aConsumerIsRefusedAtStart(String uri) {
        assertThatThrownBy(() -> context.consume(uri))
                .hasRootCauseMessage("Report 'check' cannot be read by a consumer, only by a producer: send a message"
                        + " to callrail:check, for example from timer:check?repeatCount=1.");
        assertThatThrownBy(() -> context.getEndpoint("callrail:check").createPollingConsumer())
                .isInstanceOfSatisfying(CallRailException.class, failure -> assertThat(failure.getKind())
                        .isEqualTo(FailureKind.CONFIGURATION))
                .hasMessageStartingWith("Report 'check' cannot be read by pollEnrich, only by a producer");
        assertThat(sandbox.journal().lines()).isEmpty();
    }

    @Test
    void aMisspeltNameIsRecognized() {
        assertThatThrownBy(() -> context.getEndpoint("callrail:chek"))
                .rootCause()
                .hasMessageStartingWith("There is no report 'chek'; did you mean 'check'?");
    }
}
