package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.SettableClock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose days are meant when nobody says. */
class ZonesTest {

    private static final SettableClock CLOCK = new SettableClock(SandboxTest.NOW);

    private CallRailSandbox sandbox;
    private CallRailContext context;

    @BeforeEach
    void start() {
        start("America/New_York", "Asia/Kolkata");
    }

    private void start(String... zones) {
        stop();
        sandbox = CallRailSandbox.builder()
                .clock(CLOCK)
                .empty()
                .companyZones(Arrays.stream(zones).map(ZoneId::of).toArray(ZoneId[]::new))
                .start();
        context = new CallRailContext(sandbox, CLOCK);
    }

    @AfterEach
    void stop() {
        if (context != null) {
            context.close();
            sandbox.close();
        }
    }

    private String uri(String report, String options) {
        return "callrail:" + report + "?accountId=" + sandbox.accountId() + options;
    }

    private List<String> asked() {
        return sandbox.journal().requests().stream()
                .map(request ->
                        request.report() + " " + request.parameter("time_zone").orElse("-"))
                .toList();
    }

    @Test
    void theZoneOfTheCompanyAskedFor() {
        String indian = sandbox.data()
                .ids("companies", record -> record.get("time_zone").equals("Asia/Kolkata"))
                .get(0);

        context.request(uri("calls", "&companyId=" + indian));

        assertThat(asked()).containsExactly("companies -", "calls Asia/Kolkata");
    }

    @Test
    void theZoneThatAllCompaniesShare() {
        start("Asia/Kolkata", "Asia/Kolkata");

        context.request(uri("calls-summary", ""));
        context.request(uri("calls", ""));

        assertThat(asked()).containsExactly("companies -", "calls-summary Asia/Kolkata", "calls Asia/Kolkata");
    }

    @Test
    void disabledCompaniesHaveNoSay() {
        String indian = sandbox.data()
                .ids("companies", record -> record.get("time_zone").equals("Asia/Kolkata"))
                .get(0);
        sandbox.data().edit("companies", indian, Map.of("status", "disabled"));

        context.request(uri("calls", ""));

        assertThat(asked()).containsExactly("companies -", "calls America/New_York");
    }

    @Test
    void listsUseUtcWhereZonesDiffer() {
        context.request(uri("calls", ""));

        assertThat(asked()).containsExactly("companies -", "calls UTC");
    }

    @Test
    void summariesRefuseWhereZonesDiffer() {
        Exchange exchange = context.request(uri("calls-summary", ""));

        assertThat(exchange.getException()).isInstanceOfSatisfying(CallRailException.class, failure -> {
            assertThat(failure.getKind()).isEqualTo(FailureKind.CONFIGURATION);
            assertThat(failure)
                    .hasMessageContaining("report 'calls-summary' needs option 'timeZone' (or 'companyId')")
                    .hasMessageContaining("[America/New_York, Asia/Kolkata]");
        });
    }

    @Test
    void theNamesThatCallRailDisplaysAreUnderstood() {
        start("America/New_York", "America/New_York");
        sandbox.data()
                .edit(
                        "companies",
                        sandbox.data().ids("companies").get(0),
                        Map.of("time_zone", "Eastern Time (US & Canada)"));

        context.request(uri("calls-summary", ""));

        assertThat(asked()).containsExactly("companies -", "calls-summary America/New_York");
    }

    @Test
    void summariesRefuseAZoneThatIsNotKnown() {
        start("America/New_York");
        sandbox.data().edit("companies", sandbox.data().ids("companies").get(0), Map.of("time_zone", "Middle Earth"));

        assertThat(context.request(uri("calls-summary", "")).getException()).hasMessageContaining("[Middle Earth]");
        assertThat(context.request(uri("calls", "")).getException()).isNull();
        assertThat(asked()).containsExactly("companies -", "calls UTC");
    }

    @Test
    void theOptionSparesTheLookUp() {
        context.request(uri("calls-summary", "&timeZone=Europe/Paris"));

        assertThat(asked()).containsExactly("calls-summary Europe/Paris");
    }

    @Test
    void manyMessagesAtOnceAskOnce() throws Exception {
        context.start();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Exchange>> requests = IntStream.range(0, 24)
                    .mapToObj(message -> threads.submit(() -> context.request(uri("calls", "&maxRecords=1"))))
                    .toList();
            for (Future<Exchange> request : requests) {
                assertThat(request.get(20, TimeUnit.SECONDS).getException()).isNull();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(asked()).filteredOn(line -> line.startsWith("companies")).hasSize(1);
        assertThat(asked()).hasSize(25);
    }

    @Test
    void momentsWithOffsetNeedNoZone() {
        context.request(uri("calls", "&startDate=2026-03-10T10:00:00-04:00"));
        context.request(uri("calls", "&startDate=2026-03-10T10:00Z&endDate=2026-03-10T12:00Z"));

        assertThat(asked()).containsExactly("calls UTC", "calls UTC");
        assertThat(sandbox.journal().requests().get(0).parameter("start_date")).contains("2026-03-10T14:00");
        assertThat(sandbox.journal().requests().get(0).parameter("end_date")).contains("2026-03-15T16:30");
        assertThat(sandbox.journal().requests().get(1).parameter("end_date")).contains("2026-03-10T12:00");
    }
}
