package io.github.camelcallrail.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelcallrail.CallRailRecordConverter;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.paging.Page;
import io.github.camelcallrail.query.ReportQuery;
import io.github.camelcallrail.report.CallRailRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * Damages good answers at random, and holds what comes of each against an independent reading of it: the same records,
 * or a failure that says so and quotes nothing. {@code -Dcallrail.fuzz.cases=1000000} tries longer,
 * {@code -Dcallrail.fuzz.seed=…} others; a failure names the seed of its case, which with one case is tried alone.
 */
@Timeout(3_600)
class MutatedAnswersTest {

    private static final int CASES = Integer.getInteger("callrail.fuzz.cases", 5_000);
    private static final long SEED = Long.getLong("callrail.fuzz.seed", 20_260_315);

    /** In every text of the answers, and in some names and numbers. */
    private static final String MARKER = "5125550142";

    private static final ObjectReader INDEPENDENT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(10_000)
                            .maxNumberLength(10_000)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .readerFor(Map.class);

    /** No BigDecimal can have it. That is no matter outside of the records, where nobody looks. */
    private static final String GIANT_EXPONENT = "(?<=[:,\\[]-?[0-9.]{1,9})[eE][+-]?\\d{10,}";

    private record Good(String name, ReportQuery query, String list, String answer) {}

    private static final List<Good> ANSWERS = List.of(
            new Good("calls", Answered.query("calls"), "calls", """
                    {"page":1,"per_page":100,"total_pages":1,"total_records":3,"calls":[{"id":"CAL1","answered":true,
                    "customer_name":"Ann +15125550142","customer_phone_number":"+15125550142","duration":184,"value":"250.00",
                    "start_time":"2026-03-14T09:26:53.000-05:00","tags":["New Client"],"note":null,"zip_code":[],
                    "milestones":{"first_touch":{"landing":"https://example.com/?p=+15125550142","url_utm_params":{}}},
                    "keypad_entries":[{"name":"Account Number","value":"15125550142"}]},
                    {"id":"CAL2","answered":false,"latitude":30.2672,"note":"call +15125550142 back, \\u00e9\\ud83d\\ude00"},
                    {"id":15125550142,"+15125550142":1.50,"transcription":"hello é 😀 +15125550142"}]}"""),
            new Good("calls by links", Answered.query("calls", "pagination=relative"), "calls", """
                    {"per_page":100,"has_next_page":true,"next_page":"https://api.callrail.com/v3/a/ACC1/calls.json?q=5125550142",
                    "calls":[{"id":"CAL1","customer_phone_number":"+15125550142"},{"id":"CAL2","source":"Google +15125550142"}]}"""),
            new Good("users", Answered.query("users", "fields=id,email"), "users", """
                    {"page":1,"per_page":250,"total_pages":1,"total_records":2,"users":[{"id":"USR1","email":"5125550142@x.example",
                    "name":"+15125550142","companies":[{"id":"COM1"},{"id":"COM2"}]},{"id":"USR2","email":null}]}"""),
            new Good("summary", Answered.query("calls-summary", "groupBy=source"), "grouped_results", """
                    {"start_date":"2026-03-01T00:00:00-06:00","total_results":{"total_calls":57,"missed_calls":9},"grouped_by":"source",
                    "grouped_results":[{"key":"Google +15125550142","total_calls":31,"missed_calls":4},
                    {"key":null,"total_calls":26,"average_duration":15125550142}]}"""),
            new Good("totals", Answered.query("calls-summary"), "grouped_results", """
                    {"start_date":"2026-03-01T00:00:00-06:00","time_zone":"+15125550142","total_results":{"total_calls":57}}"""),
            new Good("time series", Answered.query("calls-timeseries"), "data", """
                    {"total_results":{"total_calls":12,"leads":3},"data":[{"key":"2026-03-13","date":"2026-03-13","total_calls":5},
                    {"date":"2026-03-14","total_calls":7,"leads":3,"note":"+15125550142"}]}"""));

    private final Map<FailureKind, Integer> failures = new EnumMap<>(FailureKind.class);
    private int pages;

    @TestFactory
    Stream<DynamicTest> comeOutRightOrFail() {
        return ANSWERS.stream().map(good -> DynamicTest.dynamicTest(good.name, () -> tryAll(good)));
    }

    private void tryAll(Good good) throws IOException {
        assertThat(Answered.page(good.query, good.answer).records()).isNotEmpty();
        failures.clear();
        pages = 0;
        for (int i = 0; i < CASES; i++) {
            byte[] answer = new Mutation(SEED + i).of(good.answer);
            try {
                tryOne(good, answer);
            } catch (Throwable e) {
                throw new AssertionError(
                        "-Dcallrail.fuzz.cases=1 -Dcallrail.fuzz.seed=%s, report %s: %s\n%s"
                                .formatted(SEED + i, good.name, e, new String(answer, StandardCharsets.UTF_8)),
                        e);
            }
        }
        if (CASES > 1_000) {
            assertThat(pages).as("pages, beside %s", failures).isGreaterThan(CASES / 10);
            assertThat(failures.get(FailureKind.MALFORMED)).isGreaterThan(CASES / 10);
            assertThat(failures.get(FailureKind.NETWORK)).isGreaterThan(CASES / 100);
        }
    }

    private void tryOne(Good good, byte[] answer) throws IOException {
        Page page;
        try {
            page = Answered.page(good.query, answer);
        } catch (CallRailFailure failure) {
            assertThat(failure.kind()).isIn(FailureKind.MALFORMED, FailureKind.NETWORK);
            assertThat(failure.errorText()).isEmpty();
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                assertThat(cause.toString()).doesNotContain(MARKER);
                assertThat(cause.getSuppressed()).isEmpty();
            }
            failures.merge(failure.kind(), 1, Integer::sum);
            return;
        }
        pages++;
        assertSame(good, page, independently(answer));
    }

    /** As strictly as it can be read: one document of UTF-8. */
    private static Map<?, ?> independently(byte[] answer) throws IOException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(answer))
                .toString();
        String json = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return INDEPENDENT.readValue(json.replaceAll(GIANT_EXPONENT, ""));
    }

    private static void assertSame(Good good, Page page, Map<?, ?> answer) throws IOException {
        boolean isTotals = good.name.equals("totals") && answer.get(good.list) == null;
        List<?> expected = isTotals ? List.of(answer.get("total_results")) : (List<?>) answer.get(good.list);
        assertThat(page.records()).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            Map<?, ?> members = (Map<?, ?>) expected.get(i);
            CallRailRecord record = page.records().get(i);
            if (good.query.report().paged()) {
                assertThat(record.id()).isNotBlank().isEqualTo(String.valueOf(members.get("id")));
            }
            // Half a character is not read as it came.
            if (!CallRailRecordConverter.toString(record).contains("\uFFFD")) {
                record.forEach((name, value) -> assertThat(value).isEqualTo(members.get(name)));
            }
            if (good.query.fields().kept().isEmpty()) {
                assertThat(record).hasSizeGreaterThanOrEqualTo(members.size());
            }
            assertThat(CallRailRecordConverter.toBytes(record)).hasSizeLessThan(100_000);
        }
        assertThat(page.totalRecords().isPresent() ? page.totalRecords().getAsLong() : null)
                .isEqualTo(number(answer.get("total_records")));
        assertThat(page.totalPages().isPresent() ? (long) page.totalPages().getAsInt() : null)
                .isEqualTo(number(answer.get("total_pages")));
        boolean more = good.query.linked() && Boolean.TRUE.equals(answer.get("has_next_page"));
        assertThat(page.next().isPresent()).isEqualTo(more);
        page.next().filter(link -> !link.contains("\uFFFD")).ifPresent(link -> assertThat(link)
                .isEqualTo(answer.get("next_page")));
    }

    private static Long number(Object value) {
        return value == null ? null : ((Number) value).longValue();
    }
}
