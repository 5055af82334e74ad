package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelcallrail.catalogue.Parameter;
import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.catalogue.ReportCatalogue;
import io.github.camelcallrail.catalogue.SortOrder;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.report.CallRailRecords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every list report, read while records come and go at random. Whatever stood all the time comes once, or the reading
 * fails because the list kept changing. A failure names the seed of its list.
 */
class MovingListsTest extends SandboxTest {

    private static final int LISTS = 60;
    private static final int REQUESTS = 200;
    private static final Instant END = Instant.parse("2026-03-15T16:30:00Z");
    private static final String ACCOUNTS = "accounts";
    private static final String CALLS = "calls";

    /** Records that come in after the end of the dates, so that they need not be read. */
    private final Set<String> late = new HashSet<>();

    private Report report;
    private Random random;
    private Set<String> stood;
    private Set<String> everThere;
    private int changes;

    static Stream<Report> lists() {
        return ReportCatalogue.all().stream().filter(Report::paged);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aProducerReadsThemWhole(Report list) {
        report = list;
        for (int seed = 0; seed < LISTS; seed++) {
            fill(seed);
            Exchange exchange = context.request(uriOf(list, 1 + random.nextInt(7)));
            if (exchange.getException() instanceof CallRailException failure) {
                assertKeptChanging(seed, failure);
                continue;
            }
            assertThat(exchange.getException()).as("seed %s", seed).isNull();
            List<String> read = ids(exchange.getMessage().getBody(CallRailRecords.class));
            assertWhole(seed, read);
            if (chronological()) {
                assertThat(exchange.getMessage().getHeader(CallRailConstants.TOTAL_RECORDS))
                        .as("seed %s", seed)
                        .isEqualTo((long) read.size());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aPollReadsThemWhole(Report list) throws Exception {
        report = list;
        CallRailConsumer consumer = context.consume(uriOf(list, 4));
        for (int seed = LISTS; seed < 2 * LISTS; seed++) {
            fill(seed);
            context.received().clear();
            CallRailException failure = catchThrowableOfType(CallRailException.class, consumer::poll);
            if (failure != null) {
                assertKeptChanging(seed, failure);
                continue;
            }
            assertWhole(
                    seed,
                    context.received().stream()
                            .map(exchange -> exchange.getMessage().getHeader(CallRailConstants.RECORD_ID, String.class))
                            .toList());
        }
    }

    private void assertWhole(int seed, List<String> read) {
        assertThat(read)
                .as("seed %s", seed)
                .doesNotHaveDuplicates()
                .containsAll(stood)
                .isSubsetOf(everThere);
    }

    private void assertKeptChanging(int seed, CallRailException failure) {
        assertThat(failure.getKind()).as("seed %s: %s", seed, failure).isEqualTo(FailureKind.INCOMPLETE);
        // The first attempt and three more.
        assertThat(changes).as("seed %s: %s", seed, failure).isGreaterThanOrEqualTo(4);
    }

    private boolean chronological() {
        return report.order().map(SortOrder::chronological).orElse(false);
    }

    private boolean ofCompany() {
        return report.parameter("companyId").map(Parameter::required).orElse(false);
    }

    private String uriOf(Report list, int pageSize) {
        return "callrail:" + list + "?pageSize=" + pageSize + "&readAhead=" + pageSize % 3
                + (list.ofAccount() ? "&accountId=" + account() : "")
                + (list.precision().isPresent() ? "&timeZone=America/New_York" : "")
                + (ofCompany() ? "&companyId=" + company() : "");
    }

    /**
     * Begins with the sandbox as it was, records that the seed decides, and changes after some of the requests to come.
     */
    private void fill(int seed) {
        sandbox.reset();
        random = new Random(seed);
        everThere = new HashSet<>(sandbox.data().ids(report.name()));
        late.clear();
        add(random.nextInt(report.name().equals(ACCOUNTS) ? 10 : 30));
        stood = new HashSet<>(everThere);
        stood.removeAll(late);
        changes = 0;
        double likelihood = random.nextDouble() / 2;
        int most = random.nextInt(7);
        for (int request = 1; request <= REQUESTS; request++) {
            sandbox.faults().afterRequest(report.name(), request, () -> {
                if (changes < most && random.nextDouble() < likelihood) {
                    change();
                }
            });
        }
    }

    /** Some records more or some fewer, never both: that a walk may overlook. */
    private void change() {
        changes++;
        int some = 1 + random.nextInt(2);
        List<String> there = new ArrayList<>(sandbox.data().ids(report.name()));
        // The account that is read stays.
        there.remove(account());
        if (random.nextBoolean() || there.size() < some) {
            add(some);
            return;
        }
        for (int record = 0; record < some; record++) {
            String id = there.remove(random.nextInt(there.size()));
            stood.remove(id);
            if (report.name().equals(CALLS) && random.nextBoolean()) {
                sandbox.data().edit(CALLS, id, Map.of("spam", true));
            } else {
                sandbox.data().remove(report.name(), id);
            }
        }
    }

    private void add(int records) {
        for (int record = 0; record < records; record++) {
            Map<String, Object> given = new HashMap<>();
            if (!report.name().equals(ACCOUNTS)) {
                given.put("id", "new" + everThere.size());
            }
            if (ofCompany()) {
                given.put("company_id", company());
            }
            // Few different minutes, so that records of one minute fill more than a page; some after the end of the
            // dates.
            Instant time = NOW.minusSeconds(3_600 - 60L * random.nextInt(62) + random.nextInt(3) * 15L);
            report.timeField().ifPresent(field -> given.put(field, time));
            if (report.name().equals("summary-emails")) {
                given.putAll(SummaryEmails.scope(sandbox));
            }
            String id = sandbox.data().add(report.name(), given);
            everThere.add(id);
            if (time.isAfter(END)) {
                late.add(id);
            }
        }
    }
}
