package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.catalogue.Assumption;
import io.github.camelcallrail.catalogue.Parameter;
import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.catalogue.ReportCatalogue;
import io.github.camelcallrail.catalogue.SortOrder;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.sandbox.ContraryBehavior;
import io.github.camelcallrail.sandbox.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every list report, read in every way from a sandbox that differs from what is assumed. Either all records arrive,
 * each once and within a few requests, or the reading fails with an error that names the assumption. {@code
 * assumptions.csv} has the outcomes, which the documentation shows; {@code -Dassumptions.write=true} writes it anew.
 */
class AssumptionsTest extends SandboxTest {

    private static final Path OUTCOMES = Path.of("src/test/resources/assumptions.csv");
    private static final int RECORDS = 230;
    private static final int PAGE_SIZE = 110;
    private static final int PAGE_SIZE_CLAMPED = 100;
    private static final int MOST_MORE_REQUESTS = 6;
    private static final Instant START = Instant.parse("2026-03-09T04:00:00Z");
    private static final Instant END = Instant.parse("2026-03-14T03:59:59Z");

    /** How a report is read. */
    enum Way {
        LIST,
        STREAM,
        POLL,
        LINKS,
        INCREMENTAL
    }

    @TempDir
    Path directory;

    private Report report;
    private List<String> ids;

    @AfterEach
    void behaveAsAssumed() {
        sandbox.contrary(Set.of());
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLostOrRepeated(ContraryBehavior behavior) throws Exception {
        List<String> outcomes = new ArrayList<>();
        for (Report list : ReportCatalogue.all().stream().filter(Report::paged).toList()) {
            report = list;
            fill();
            List<String> line = new ArrayList<>(List.of(behavior.id(), list.name()));
            for (Way way : Way.values()) {
                line.add(way == Way.LINKS && !list.relativePaging() ? "not applicable" : outcome(behavior, way));
            }
            outcomes.add(String.join(",", line));
        }
        if (Boolean.getBoolean("assumptions.write")) {
            write(behavior, outcomes);
            return;
        }
        assertThat(known(behavior)).isEqualTo(outcomes);
    }

    @Test
    void whereCallRailBehavesAsAssumedNoRequestIsAdded() throws Exception {
        for (Report list : ReportCatalogue.all().stream().filter(Report::paged).toList()) {
            report = list;
            fill();
            for (Way way : Way.values()) {
                if (way == Way.LINKS && !list.relativePaging()) {
                    continue;
                }
                int before = sandbox.journal().requests(list.name()).size();
                try (CallRailContext reading = new CallRailContext(sandbox, CLOCK)) {
                    assertThat(read(reading, way)).as("%s by %s", list, way).hasSameSizeAs(ids);
                }
                // A list that does not come oldest first may have changed: its first page is read again.
                boolean verified = way != Way.LINKS
                        && list.order().filter(SortOrder::chronological).isEmpty();
                assertThat(sandbox.journal().requests(list.name()).size() - before)
                        .as("requests of %s by %s", list, way)
                        .isEqualTo((RECORDS + PAGE_SIZE - 1) / PAGE_SIZE + (verified ? 1 : 0));
            }
        }
    }

    @Test
    void aPollThatFailsInTheMiddleOfAListThatComesNewestFirstLosesNothing() throws Exception {
        report = ReportCatalogue.of("calls");
        fill();
        sandbox.contrary(Set.of(ContraryBehavior.SORT_IGNORED));
        sandbox.faults().onRequest("calls", 3, Fault.status(503, "{}"));
        List<String> read = new ArrayList<>();
        try (CallRailContext failing = new CallRailContext(sandbox, CLOCK)) {
            assertThatThrownBy(() -> failing.poll(uriOf(Way.INCREMENTAL))).isInstanceOf(CallRailException.class);
            read.addAll(idsOf(failing.received()));
            assertThat(read).hasSizeBetween(PAGE_SIZE, 2 * PAGE_SIZE);
        }
        try (CallRailContext restarted = new CallRailContext(sandbox, CLOCK)) {
            read.addAll(idsOf(restarted.poll(uriOf(Way.INCREMENTAL))));
        }
        assertThat(read).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void everyDifferenceHasAnOutcomeForEveryReport() throws IOException {
        assertThat(known().stream().map(line -> line.replaceAll(",.*", "")).distinct())
                .containsExactlyElementsOf(Arrays.stream(ContraryBehavior.values())
                        .map(ContraryBehavior::id)
                        .toList());
    }

    private static List<String> known() throws IOException {
        try (InputStream file = AssumptionsTest.class.getResourceAsStream("/assumptions.csv")) {
            return file == null
                    ? List.of()
                    : new String(file.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList();
        }
    }

    private static List<String> known(ContraryBehavior behavior) throws IOException {
        return known().stream()
                .filter(line -> line.startsWith(behavior.id() + ","))
                .toList();
    }

    private static void write(ContraryBehavior behavior, List<String> outcomes) throws IOException {
        List<String> all = Files.exists(OUTCOMES) ? new ArrayList<>(Files.readAllLines(OUTCOMES)) : new ArrayList<>();
        all.removeIf(line -> line.startsWith(behavior.id() + ","));
        all.addAll(outcomes);
        List<String> order = Arrays.stream(ContraryBehavior.values())
                .map(ContraryBehavior::id)
                .toList();
        all.sort(Comparator.comparingInt(line -> order.indexOf(line.replaceAll(",.*", ""))));
        Files.createDirectories(OUTCOMES.getParent());
        Files.write(OUTCOMES, all);
    }

    private String outcome(ContraryBehavior behavior, Way way) throws Exception {
        sandbox.contrary(Set.of(behavior));
        int before = sandbox.journal().requests(report.name()).size();
        int perPage = behavior == ContraryBehavior.PAGES_CLAMPED ? PAGE_SIZE_CLAMPED : PAGE_SIZE;
        try (CallRailContext reading = new CallRailContext(sandbox, CLOCK)) {
            List<String> read = read(reading, way);
            assertWhole(behavior, way, ids, read);
            assertThat(sandbox.journal().requests(report.name()).size() - before)
                    .as("requests of %s with %s by %s", report, behavior, way)
                    .isLessThanOrEqualTo((ids.size() + perPage - 1) / perPage + MOST_MORE_REQUESTS);
            if (way == Way.INCREMENTAL) {
                assertLaterPolls(behavior, reading);
            }
            return "complete";
        } catch (CallRailException failure) {
            return "rejected " + failure.getKind() + " " + named(failure);
        }
    }

    private void assertLaterPolls(ContraryBehavior behavior, CallRailContext reading) throws Exception {
        CLOCK.advance(Duration.ofMinutes(15));
        ids = List.of(add(ids.size(), NOW.plusSeconds(300)));
        reading.received().clear();
        ((CallRailConsumer) reading.getRoute("polled").getConsumer()).poll();
        assertWhole(behavior, Way.INCREMENTAL, ids, idsOf(reading.received()));
        try (CallRailContext restarted = new CallRailContext(sandbox, CLOCK)) {
            CLOCK.advance(Duration.ofMinutes(15));
            assertThat(idsOf(restarted.poll(uriOf(Way.INCREMENTAL))))
                    .as("%s with %s after a restart", report, behavior)
                    .isEmpty();
        }
    }

    private void assertWhole(ContraryBehavior behavior, Way way, List<String> expected, List<String> read) {
        assertThat(read)
                .as("%s with %s by %s", report, behavior, way)
                .doesNotHaveDuplicates()
                .hasSameSizeAs(expected);
        if (behavior != ContraryBehavior.NUMERIC_IDS) {
            assertThat(read).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private List<String> read(CallRailContext reading, Way way) throws Exception {
        if (way == Way.POLL || way == Way.INCREMENTAL) {
            return idsOf(reading.poll(uriOf(way)));
        }
        Exchange exchange = reading.request(uriOf(way));
        if (exchange.getException() instanceof CallRailException failure) {
            throw failure;
        }
        assertThat(exchange.getException()).isNull();
        List<String> read = new ArrayList<>();
        Iterator<?> records = way != Way.STREAM
                ? exchange.getMessage().getBody(List.class).iterator()
                : exchange.getMessage().getBody(Iterator.class);
        try {
            records.forEachRemaining(record -> read.add(((CallRailRecord) record).id()));
        } catch (RuntimeException e) {
            throw e.getCause() instanceof CallRailException failure ? failure : e;
        }
        return read;
    }

    private static List<String> idsOf(List<Exchange> exchanges) {
        return exchanges.stream()
                .map(exchange -> exchange.getMessage().getHeader(CallRailConstants.RECORD_ID, String.class))
                .toList();
    }

    private static String named(CallRailException failure) {
        String named = Arrays.stream(Assumption.values())
                .map(Assumption::id)
                .filter(id -> failure.getMessage().contains("assumption '" + id + "'"))
                .collect(Collectors.joining(" "));
        assertThat(named).as("the assumption in: %s", failure.getMessage()).isNotEmpty();
        return named;
    }

    private String uriOf(Way way) {
        String dates = "";
        if (report.precision().isPresent()) {
            dates = "&timeZone=America/New_York&startDate=2026-03-09"
                    + (way == Way.INCREMENTAL ? "" : "&endDate=2026-03-13");
        }
        return "callrail:" + report + "?pageSize=" + PAGE_SIZE
                + (report.ofAccount() ? "&accountId=" + account() : "")
                + dates
                + (ofCompany() ? "&companyId=" + company() : "")
                + (way == Way.STREAM ? "&outputType=stream" : "")
                + (way == Way.LINKS ? "&pagination=relative" : "")
                + (way == Way.INCREMENTAL ? "&incremental=true&stateKey=k&stateDirectory=" + directory : "");
    }

    private boolean ofCompany() {
        return report.parameter("companyId").map(Parameter::required).orElse(false);
    }

    /** Records of the five days, and of the hours before and after them. */
    private void fill() throws IOException {
        CLOCK.set(NOW);
        sandbox.reset();
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .filter(file -> !file.equals(directory))
                    .forEach(file -> file.toFile().delete());
        }
        boolean dated = report.timeField().isPresent();
        ids = new ArrayList<>(ofCompany() || dated ? List.of() : sandbox.data().ids(report.name()));
        for (int record = ids.size(); record < RECORDS; record++) {
            ids.add(add(
                    record,
                    START.plus(Duration.between(START, END).multipliedBy(record).dividedBy(RECORDS))));
        }
        for (int record = 0; dated && record < 8; record++) {
            add(RECORDS + record, START.minusSeconds(900L * (record + 1)));
        }
    }

    private String add(int number, Instant time) {
        Map<String, Object> given = new HashMap<>();
        if (!report.name().equals("accounts")) {
            given.put("id", "new" + number);
        }
        if (ofCompany()) {
            given.put("company_id", company());
        }
        report.timeField().ifPresent(field -> given.put(field, time));
        if (report.name().equals("summary-emails")) {
            given.putAll(SummaryEmails.scope(sandbox));
        }
        return sandbox.data().add(report.name(), given);
    }
}
