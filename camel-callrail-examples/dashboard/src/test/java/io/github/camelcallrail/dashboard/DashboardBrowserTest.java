package io.github.camelcallrail.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcallrail.charts.ChartResources;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.Fault;
import io.github.camelcallrail.sandbox.Quota;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** The page in a real browser, while the routes read a sandbox. */
@Tag("browser")
@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class DashboardBrowserTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String FIGURE = """
            const value = document.querySelector('[data-figure="' + arguments[0] + '"] .callfigures-value');
            return value && value.textContent;""";
    private static final String ROWS = """
            return [...document.querySelectorAll('[data-chart="' + arguments[0] + '"] tbody tr')].map(
              row => [...row.cells].map(cell => cell.textContent));""";
    private static final String DRAWN = """
            const canvas = document.querySelector('[data-chart="' + arguments[0] + '"] .callchart-canvas');
            return echarts.getInstanceByDom(canvas).getOption().series.map(series => series.data);""";
    private static final String CARD = """
            const card = document.querySelector('#reports [data-key="' + arguments[0] + '"]');
            return card ? card.innerText : '';""";
    private static final String FITS =
            "return document.documentElement.scrollWidth <= document.documentElement.clientWidth";
    private static final String FOCUS = """
            const at = document.activeElement;
            return at.id || at.className || at.tagName;""";

    private Chromium browser;
    private RunningDashboard dashboard;

    @BeforeAll
    void startBrowser() {
        browser = new Chromium().start();
    }

    @BeforeEach
    void startDashboard() throws Exception {
        // More requests than CallRail allows, because it is polled more often.
        CallRailSandbox sandbox = CallRailSandbox.builder()
                .empty()
                .quota(Quota.of(100_000, 1_000_000))
                .start();
        Instant now = Instant.now();
        sandbox.data().generate("calls", 300, now.minus(Duration.ofDays(25)), now.minus(Duration.ofHours(3)));
        sandbox.data().generate("calls", 60, now.minus(Duration.ofDays(80)), now.minus(Duration.ofDays(40)));
        sandbox.data().generate("form-submissions", 12, now.minus(Duration.ofDays(20)), now.minus(Duration.ofDays(1)));
        dashboard = new RunningDashboard(sandbox);
        browser.look(1280, false);
    }

    @AfterEach
    void stopDashboard() {
        browser.open("about:blank");
        dashboard.close();
    }

    @AfterAll
    void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    private void openPage() {
        browser.open(dashboard.url("/"));
        awaitPage(() -> "300".equals(figure("calls")) && "12".equals(figure("form-submissions")));
    }

    private String figure(String id) {
        return browser.run(FIGURE, id);
    }

    private List<List<String>> rows(String chart) {
        return browser.run(ROWS, chart);
    }

    private String card(String report) {
        return browser.run(CARD, report);
    }

    private String text(String id) {
        return browser.run("return document.getElementById(arguments[0]).innerText", id);
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void awaitPage(BooleanSupplier wanted) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(wanted::getAsBoolean);
    }

    private List<String> violations() {
        browser.run(ChartResources.text("axe.min.js"));
        return browser.runAsync("""
                const done = arguments[arguments.length - 1];
                axe.run(document, { resultTypes: ['violations'] }).then(
                  result => done(result.violations.flatMap(violation => violation.nodes.map(
                    node => violation.id + ': ' + node.html.slice(0, 200)))),
                  error => done(['axe failed: ' + error]));""");
    }

    @Test
    void thePageShowsTheNumbersOfTheDatabase() {
        openPage();

        String inbound = "from calls_of_30_days where direction = 'inbound'";
        assertThat(figure("calls"))
                .isEqualTo("" + dashboard.count("select count(*) from calls_of_30_days"))
                .isEqualTo("300");
        assertThat(browser.<String>run("return document.querySelector('[data-figure=answered]').innerText"))
                .contains(dashboard.count("select count(*) " + inbound + " and answered") + " of "
                        + dashboard.count("select count(*) " + inbound) + " incoming calls");
        long good = dashboard.count("select count(*) from calls_of_30_days where lead_status = 'good_lead'");
        assertThat(rows("lead-status")).contains(List.of("Good lead", "" + good));
        List<List<Long>> drawn = browser.run(DRAWN, "lead-status");
        assertThat(drawn.get(0)).contains(good);
        List<List<List<Long>>> cells = browser.run(DRAWN, "missed-by-hour");
        for (int day = 1; day <= 7; day++) {
            int row = day - 1;
            assertThat(cells.get(0).stream()
                            .filter(cell -> cell.get(1) == row)
                            .mapToLong(cell -> cell.get(2))
                            .sum())
                    .isEqualTo(dashboard.count("select count(*) " + inbound + " and not answered and"
                            + " extract(iso_day_of_week from start_time at time zone 'America/New_York') = " + day));
        }
        dashboard
                .counts("select source, count(*) from calls_of_30_days group by source order by 2 desc limit 3")
                .forEach((source, count) ->
                        assertThat(sumOf("calls-per-day", source)).isEqualTo(count));
        assertThat(text("source")).isEqualTo("Invented calls from the sandbox. Days and hours in America/New_York.");
        assertThat(browser.messages()).isEmpty();
    }

    /** The sum of a column of a chart's table. */
    private long sumOf(String chart, String column) {
        return browser.<Long>run("""
                const table = document.querySelector('[data-chart="' + arguments[0] + '"] table');
                const at = [...table.tHead.rows[0].cells].findIndex(cell => cell.textContent === arguments[1]);
                return [...table.tBodies[0].rows].reduce((all, row) => all + Number(row.cells[at].textContent), 0);""", chart, column);
    }

    @Test
    void arrivalsAndEditsMoveTheNumbersWithoutAReload() {
        openPage();
        browser.run("window.sameDocument = true");
        long good = dashboard.count("select count(*) from calls_of_30_days where lead_status = 'good_lead'");

        String call = dashboard
                .sandbox()
                .data()
                .add(
                        "calls",
                        Map.of("start_time", Instant.now().minus(Duration.ofHours(2)), "lead_status", "not_a_lead"));
        awaitPage(() -> "301".equals(figure("calls")));
        dashboard.sandbox().data().edit("calls", call, Map.of("lead_status", "good_lead"));
        awaitPage(() -> rows("lead-status").contains(List.of("Good lead", "" + (good + 1))));

        assertThat(browser.<Boolean>run("return window.sameDocument")).isTrue();
        assertThat(browser.messages()).isEmpty();
    }

    @Test
    void itShowsConsumersAndBudget() {
        openPage();
        awaitPage(() -> card("calls").contains("Everything read up to"));

        assertThat(card("calls")).contains("Records read", "Latest poll", "Next poll");
        assertThat(card("form-submissions"))
                .contains("Form submissions", "✓", "Up to date", "Next poll", "in 15 minutes");
        assertThat(card("companies")).contains("Companies", "in 6 hours");
        assertThat(text("budgets"))
                .contains(dashboard.sandbox().accountId(), "of 1,000 used in the last hour", "of 10,000");
    }

    @Test
    void aFailureSaysInWordsWhatToDoAndThatItIsOver() {
        openPage();
        dashboard.sandbox().faults().always("calls", Fault.status(401, ""));

        // While the next poll runs, the card says "Reading" above the failure.
        awaitPage(() -> Stream.of("You have to act.", "✕", "Failed", "UNAUTHORIZED", "HTTP 401")
                .allMatch(card("calls")::contains));
        assertThat(violations()).isEmpty();
        awaitPage(() -> browser.<String>run("return document.getElementById('announcement').textContent")
                .contains("Calls: Failed."));

        dashboard.sandbox().faults().clear();
        awaitPage(() -> card("calls").contains("Latest failure, over:"));
        assertThat(card("calls")).doesNotContain("✕");
    }

    @Test
    void everythingCanBeReachedWithTheKeyboard() {
        openPage();

        browser.type(Keys.TAB);
        assertThat(browser.<String>run(FOCUS)).isEqualTo("skip");
        assertThat(browser.<Boolean>run("return document.activeElement.getBoundingClientRect().top >= 0"))
                .isTrue();
        browser.type(Keys.TAB);
        assertThat(browser.<String>run(FOCUS)).isEqualTo("days");
        browser.type(Keys.ARROW_DOWN);
        awaitPage(() -> "360".equals(figure("calls")));
        assertThat(browser.<String>run("return location.search")).isEqualTo("?days=90");
        assertThat(text("calls-heading")).isEqualTo("Calls of the last 90 days");

        browser.type(Keys.TAB);
        assertThat(browser.<String>run("return document.activeElement.tagName")).isEqualTo("SUMMARY");
        browser.type(Keys.ENTER);
        assertThat(browser.<Boolean>run("return document.activeElement.parentElement.open"))
                .isTrue();
        dashboard
                .sandbox()
                .data()
                .add("calls", Map.of("start_time", Instant.now().minus(Duration.ofHours(2))));
        awaitPage(() -> "361".equals(figure("calls")));
        assertThat(browser.<Boolean>run("return document.activeElement.parentElement.open"))
                .as("focus and what is open stay when numbers change")
                .isTrue();
        assertThat(browser.<String>run("return getComputedStyle(document.activeElement).outlineStyle"))
                .isEqualTo("solid");
    }

    @ParameterizedTest
    @CsvSource({
        "360, false",
        "360, true",
        "768, false",
        "768, true",
        "1280, false",
        "1280, true",
        "1920, false",
        "1920, true"
    })
    void itFitsWorksAndIsAccessible(int width, boolean dark) {
        browser.look(width, dark);
        openPage();

        assertThat(browser.<Boolean>run(FITS)).as("no sideways scrolling").isTrue();
        assertThat(browser.<String>run("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo(dark ? "rgb(18, 22, 26)" : "rgb(245, 246, 248)");
        browser.run("document.querySelectorAll('details').forEach(numbers => numbers.open = true)");
        assertThat(browser.<Boolean>run(FITS))
                .as("no sideways scrolling with the numbers open")
                .isTrue();
        assertThat(violations()).isEmpty();
        assertThat(browser.messages()).isEmpty();
        assertThat(browser.requests()).isNotEmpty().allMatch(address -> address.startsWith(dashboard.url("/")));
    }

    @Test
    void itConnectsAgainAfterTheServerHasRestarted() throws Exception {
        openPage();
        assertThat(text("connection")).contains("Live");

        dashboard.stop();
        awaitPage(() -> text("connection").contains("Connection lost. Trying again"));
        assertThat(violations()).isEmpty();
        dashboard
                .sandbox()
                .data()
                .add("calls", Map.of("start_time", Instant.now().minus(Duration.ofHours(2))));
        dashboard.start();

        awaitPage(() -> text("connection").contains("Live") && "301".equals(figure("calls")));
        assertThat(browser.messages()).allMatch(message -> message.contains("net::ERR_"));
    }

    @Test
    void tenThousandCallsWithinAMinuteDoNotOverwhelmIt() {
        openPage();
        browser.run("""
                window.events_ = [];
                window.longest = 0;
                new PerformanceObserver(list => list.getEntries().forEach(
                  task => window.longest = Math.max(window.longest, task.duration))).observe({ entryTypes: ['longtask'] });
                new MutationObserver(() => window.events_.push(Date.now())).observe(
                  document.documentElement, { attributeFilter: ['data-calls'] });""");
        Instant minute = Instant.now().minus(Duration.ofMinutes(30));
        long began = System.nanoTime();

        dashboard.sandbox().data().generate("calls", 10_000, minute, minute.plusSeconds(60));
        awaitPage(() -> "10,300".equals(figure("calls")));

        long millis = (System.nanoTime() - began) / 1_000_000;
        List<Long> events = browser.run("return window.events_");
        Number longest = browser.run("return window.longest");
        System.out.println("10,000 calls are on the page after " + millis + " ms and " + events.size()
                + " changes of the page; its longest task took " + longest + " ms");
        assertThat(dashboard.count("select count(*) from calls_of_30_days")).isEqualTo(10_300);
        assertThat(events).as("it moves while calls arrive").hasSizeGreaterThan(2);
        assertThat(events.size())
                .as("at most two a second")
                .isLessThanOrEqualTo((int) (millis / Application.MILLIS_BETWEEN_EVENTS) + 1);
        assertThat(longest.longValue()).isLessThan(5_000);
        assertThat(browser.messages()).isEmpty();
    }

    @Test
    void aBackfillShowsItsProgress() throws Exception {
        dashboard.stop();
        Instant now = Instant.now();
        dashboard
                .sandbox()
                .data()
                .generate("calls", 5_000, now.minus(Duration.ofDays(20)), now.minus(Duration.ofDays(1)));
        CountDownLatch looked = new CountDownLatch(1);
        dashboard.sandbox().faults().afterRequest("calls", 8, () -> awaitLatch(looked));
        dashboard.start();
        browser.open(dashboard.url("/"));

        awaitPage(() -> card("calls").matches("(?s).*Reading for the first time.* of 5,360 records, .* left.*"));
        assertThat(browser.<Boolean>run("""
                        const bar = document.querySelector('#reports [data-key=calls] progress');
                        return bar.max === 5360 && bar.value > 0 && bar.value < 5360 && bar.getAttribute('aria-label') === 'Backfill of calls';""")).isTrue();
        assertThat(violations()).isEmpty();
        looked.countDown();
        awaitPage(() -> "5,300".equals(figure("calls")) && card("calls").contains("Everything read up to"));
        assertThat(browser.<Boolean>run("return document.querySelector('#reports [data-key=calls] progress').hidden"))
                .isTrue();
    }
}
