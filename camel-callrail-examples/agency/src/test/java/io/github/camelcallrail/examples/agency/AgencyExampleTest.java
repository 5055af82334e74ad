package io.github.camelcallrail.examples.agency;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the unmodified route against a sandbox with three companies, each with more calls than one page. */
@Timeout(60)
class AgencyExampleTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @TempDir
    Path directory;

    private CallRailSandbox sandbox;
    private List<String> companies;

    @BeforeEach
    void startSandbox() {
        sandbox = CallRailSandbox.builder().empty().start();
        // Also on the last day of the window, at whatever time of day the test runs.
        Instant today = LocalDate.now(NEW_YORK).atStartOfDay(NEW_YORK).toInstant();
        sandbox.data().generate("calls", 1_000, today.minus(Duration.ofDays(4)), today.minus(Duration.ofHours(1)));
        companies = sandbox.data().ids("companies");
    }

    @AfterEach
    void closeSandbox() {
        sandbox.close();
    }

    private List<String> idsOf(String company) {
        return sandbox.data().ids("calls", call -> company.equals(call.get("company_id")));
    }

    private List<String> written(String company) throws Exception {
        JsonNode calls =
                new ObjectMapper().readTree(directory.resolve(company + ".json").toFile());
        List<String> ids = new ArrayList<>();
        calls.forEach(call -> ids.add(call.get("id").asText()));
        return ids;
    }

    @Test
    void everyCompanyGetsAFileOfItsCalls() throws Exception {
        run();

        long pages = 0;
        for (String company : companies) {
            assertThat(idsOf(company)).hasSizeGreaterThan(250);
            assertThat(written(company)).containsExactlyInAnyOrderElementsOf(idsOf(company));
            pages += (idsOf(company).size() + 249) / 250;
        }
        // Also: the account of the key, and the companies, once for their time zones and once for the route.
        assertThat(sandbox.journal().requests("calls")).hasSize((int) pages);
        assertThat(sandbox.journal().requests()).hasSizeLessThanOrEqualTo((int) pages + 3);
    }

    @Test
    void aCompanyThatFailsDoesNotHoldUpTheOthers() throws Exception {
        sandbox.faults().onRequest("calls", 1, Fault.status(403, ""));

        run();

        List<String> missing = companies.stream()
                .filter(company -> !Files.exists(directory.resolve(company + ".json")))
                .toList();
        assertThat(missing).hasSize(1);
        assertThat(sandbox.journal().requests("calls").get(0).rawQuery()).contains("company_id=" + missing.get(0));
        for (String company : companies) {
            if (!missing.contains(company)) {
                assertThat(written(company)).containsExactlyInAnyOrderElementsOf(idsOf(company));
            }
        }
    }

    /** Runs the application until the timer's first run is done. */
    private void run() throws Exception {
        Main main = new Main();
        main.addOverrideProperty("example.api-key", sandbox.apiKey());
        main.addOverrideProperty("example.base-url", sandbox.baseUrl());
        main.addOverrideProperty("example.directory", directory.toString());
        main.init();
        // One exchange per company, and the one that is split.
        NotifyBuilder done = new NotifyBuilder(main.getCamelContext())
                .whenDone(companies.size() + 1)
                .create();
        main.start();
        try {
            assertThat(done.matches(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            main.stop();
        }
    }
}
