package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.sandbox.PagesBeyond;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that serves only so many records of a list by page number: here 100, in pages of ten. */
class PageCapTest extends SandboxTest {

    private static final int CAP = 100;

    private int asked;

    // Once it is learned how far the pages go, each segment is as long as that.
    private void asksFew() {
        assertThat(sandbox.journal().lines().size() - asked).isBetween(46, 46 + 3 + 2 * 4 + 9);
    }

    private void cap(PagesBeyond beyond) {
        sandbox.faults().servePages(CAP, beyond);
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSED, readAhead=0",
        "REFUSED, parallelRequests=4",
        "REFUSED, parallelRequests=10&readAhead=3",
        "REFUSED, sort=start_time&order=asc",
        "NOT_FOUND, parallelRequests=4",
        "EMPTY, parallelRequests=4",
        "REPEATED, parallelRequests=4",
        "EMPTY, readAhead=0",
        "REPEATED, readAhead=0"
    })
    void allCallsArriveByAnchoring(PagesBeyond beyond, String options) throws Exception {
        List<String> ids = calls(455);
        cap(beyond);

        assertThat(ids(records(uri("calls", "pageSize=10&" + options)))).isEqualTo(ids);
        asksFew();
        asked = sandbox.journal().lines().size();
        List<String> streamed = new ArrayList<>();
        Iterator<?> stream = requested(uri("calls", "pageSize=10&outputType=stream&" + options), Map.of())
                .getMessage()
                .getBody(Iterator.class);
        stream.forEachRemaining(record -> streamed.add(((CallRailRecord) record).id()));
        assertThat(streamed).isEqualTo(ids);
        asksFew();
        asked = sandbox.journal().lines().size();
        List<Exchange> polled = context.poll(uri("calls", "pageSize=10&" + options));
        assertThat(polled)
                .extracting(exchange -> exchange.getMessage().getHeader(CallRailConstants.RECORD_ID))
                .isEqualTo(ids);
        asksFew();
    }

    @ParameterizedTest
    @EnumSource
    void anotherSortFailsAndSaysWhichOptionToDrop(PagesBeyond beyond) {
        calls(255);
        cap(beyond);

        CallRailException failure = failure(uri("calls", "pageSize=10&sort=duration&order=desc"));

        assertThat(failure.getKind()).isEqualTo(FailureKind.REFUSED);
        assertThat(failure)
                .hasMessageStartingWith(
                        "Report 'calls' counts 255 records, and CallRail serves only the first 100 of them by"
                                + " page number")
                .hasMessageContaining("Remove options 'sort' and 'order'")
                .hasMessageContaining("'startDate'");
        assertThat(sandbox.journal().lines()).hasSizeBetween(11, 12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"conversations", "sms-threads"})
    void textMessagesArriveByAnchoringToo(String report) {
        sandbox.data().generate(report, 205, Instant.parse("2026-03-09T05:00:00Z"), NOW.minusSeconds(3600));
        cap(PagesBeyond.REFUSED);

        assertThat(ids(records(uri(report, "pageSize=10&parallelRequests=4"))))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(sandbox.data().ids(report));
        assertThat(sandbox.journal().lines()).hasSizeLessThanOrEqualTo(40);
    }

    @Test
    void aMinuteOfMoreRecordsThanAreServedFails() {
        for (int call = 0; call < 130; call++) {
            sandbox.data().add("calls", Map.of("start_time", "2026-03-10T11:00:" + (10 + call % 50) + ".000-04:00"));
        }
        cap(PagesBeyond.REFUSED);

        assertThat(failure(uri("calls", "pageSize=10")))
                .hasMessageContaining("counts 130 records, and CallRail serves only the first 100 of them")
                .hasMessageContaining("'companyId'")
                .hasMessageContaining("'trackerId'");
        assertThat(sandbox.journal().lines()).hasSizeLessThanOrEqualTo(24);
    }

    @Test
    void aReportOfConfigurationSaysWhatNarrowsIt() {
        sandbox.data().generate("tags", 105, NOW.minusSeconds(9000), NOW);
        cap(PagesBeyond.REFUSED);

        assertThat(failure("callrail:tags?accountId=" + account() + "&pageSize=10"))
                .hasMessageContaining("serves only the first 100 of them by page number")
                .hasMessageContaining("'companyId'")
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContain("'startDate'", "'sort'");
    }
}
