package io.github.camelcallrail.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page in a real browser, opened from disk. */
@Tag("browser")
@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportPageBrowserTest {

    private static final String EVIL = "<img src=http://example.com/x onerror=\"document.title='attacked'\">";
    private static final String CHART_TEXTS = """
            const chart = document.querySelector('[data-chart="' + arguments[0] + '"]');
            return [...chart.querySelectorAll('.callchart-canvas svg text')].map(text => text.textContent);""";
    private static final String TABLE_ROWS = """
            const chart = document.querySelector('[data-chart="' + arguments[0] + '"]');
            return [...chart.querySelectorAll('table tr')].map(row => [...row.cells].map(cell => cell.textContent));""";
    private static final String TEXT_COLOURS = """
            return [...document.querySelectorAll('[data-chart=missed-by-hour] svg text')].map(
              text => text.getAttribute('fill'));""";
    /** The values of each series that ECharts draws. */
    private static final String DRAWN = """
            const canvas = document.querySelector('[data-chart="' + arguments[0] + '"] .callchart-canvas');
            return echarts.getInstanceByDom(canvas).getOption().series.map(series => series.data);""";

    private Chromium browser;
    private TableOfCalls table;
    private Overview overview;
    private Path page;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        table = new TableOfCalls().generate(600, Instant.parse("2026-03-02T00:00:00Z"), Duration.ofDays(28));
        for (int i = 0; i < 200; i++) {
            table.call("2026-03-05T09:00:00Z", "inbound", false, false, true, EVIL, EVIL, EVIL);
        }
        overview = overview(table);
        page = directory.resolve("calls.html");
        new ReportPage("Calls report", List.of("Invented calls."), overview).write(page);
        browser = new Chromium().start();
    }

    @AfterAll
    void close() throws SQLException {
        if (browser != null) {
            browser.close();
        }
        if (table != null) {
            table.close();
        }
    }

    private static Overview overview(TableOfCalls table) throws SQLException {
        return new CallStatistics(table.database(), "calls", ZoneId.of("UTC")).overview();
    }

    @Test
    void theChartsAndTheTablesShowTheNumbersOfTheDatabase() throws SQLException {
        browser.look(1280, false);
        browser.open(page);

        String missed = "direction = 'inbound' and not answered and extract(iso_day_of_week from"
                + " start_time at time zone 'UTC') = ";
        List<String> weekdays = List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
        List<String> texts = browser.run(CHART_TEXTS, "missed-by-hour");
        List<List<String>> rows = browser.run(TABLE_ROWS, "missed-by-hour");
        for (int day = 0; day < 7; day++) {
            long count = table.count(missed + (day + 1));
            assertThat(texts).contains(weekdays.get(day) + "  " + count + " missed");
            assertThat(rows.get(day + 1)).startsWith(weekdays.get(day)).endsWith("" + count);
            for (int hour = 0; hour < 24; hour++) {
                assertThat(rows.get(day + 1).get(hour + 1))
                        .isEqualTo(""
                                + table.count(missed + (day + 1)
                                        + " and extract(hour from start_time at time zone 'UTC') = " + hour));
            }
        }
        List<List<List<Long>>> cells = browser.run(DRAWN, "missed-by-hour");
        assertThat(cells.get(0)).hasSize(7 * 24).allSatisfy(cell -> assertThat(cell.get(2))
                .isEqualTo(Long.valueOf(
                        rows.get(cell.get(1).intValue() + 1).get(cell.get(0).intValue() + 1))));

        assertThat(rows("lead-status"))
                .contains(
                        List.of("Good lead", "" + table.count("lead_status = 'good_lead'")),
                        List.of("Not scored", "" + table.count("lead_status is null")),
                        List.of(EVIL, "200"));
        assertThat(browser.<List<String>>run(CHART_TEXTS, "lead-status"))
                .contains("" + table.count("lead_status = 'good_lead'"), "200");
        assertThat(rows("answered-share").get(1).get(1))
                .isEqualTo(""
                        + table.count("direction = 'inbound' and answered and extract(iso_day_of_week from"
                                + " start_time at time zone 'UTC') = 1"));
    }

    /** Each table, and each chart that draws counts, against the computed chart; those are tested against the table. */
    @Test
    void everyChartShowsItsSeries() {
        browser.look(1280, false);
        browser.open(page);

        for (Chart chart : overview.charts()) {
            List<List<String>> expected = new ArrayList<>();
            boolean turned = chart.kind() == ChartKind.HEAT_MAP;
            List<String> names =
                    turned ? chart.series().stream().map(Series::name).toList() : chart.categories();
            for (int row = 0; row < names.size(); row++) {
                int index = row;
                List<Long> values = turned
                        ? chart.series().get(row).values()
                        : chart.series().stream()
                                .map(s -> s.values().get(index))
                                .toList();
                List<String> line = new ArrayList<>(List.of(names.get(row)));
                values.forEach(value -> line.add("" + value));
                if (values.size() > 1) {
                    line.add("" + values.stream().mapToLong(Long::longValue).sum());
                }
                expected.add(line);
            }
            List<List<String>> rows = rows(chart.id());
            assertThat(rows.subList(1, rows.size())).as(chart.id()).isEqualTo(expected);
            if (chart.kind() == ChartKind.BARS || chart.kind() == ChartKind.COLUMNS) {
                assertThat(browser.<List<List<Long>>>run(DRAWN, chart.id()))
                        .as(chart.id())
                        .isEqualTo(chart.series().stream().map(Series::values).toList());
            }
        }
    }

    @Test
    void theAnswerStandsAboveTheChart() {
        browser.look(1280, false);
        browser.open(page);

        assertThat(browser.<String>run("return document.querySelector('[data-figure=most-missed]').innerText"))
                .startsWith("Most missed on\nThursday\n");
        assertThat(browser.<String>run("return document.querySelector('[data-chart=missed-by-hour]').innerText"))
                .contains("On which weekday are most calls missed?", "Most calls were missed on Thursday: ");
        // In the first screen of a laptop.
        assertThat(browser.<Long>run("return Math.ceil("
                        + "document.querySelector('[data-figure=most-missed]').getBoundingClientRect().bottom)"))
                .isLessThan(700);
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
        "1920, true",
    })
    void itFitsWorksAndIsAccessible(int width, boolean dark) {
        browser.look(width, dark);
        browser.open(page);

        assertThat(browser.messages()).isEmpty();
        assertThat(browser.<Boolean>run(
                        "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("no sideways scrolling")
                .isTrue();
        assertThat(browser.<List<String>>run("""
                        return [...document.querySelectorAll('.callchart-canvas')].filter(canvas => {
                          const svg = canvas.querySelector('svg');
                          return !svg || svg.getBoundingClientRect().width > canvas.clientWidth;
                        }).map(canvas => canvas.parentElement.dataset.chart);"""))
                .as("charts that are wider than their place, or not there")
                .isEmpty();
        assertThat(browser.<String>run("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo(dark ? "rgb(18, 22, 26)" : "rgb(245, 246, 248)");
        assertThat(browser.<List<String>>run(TEXT_COLOURS))
                .contains(dark ? "#e6e9ed" : "#1f2933")
                .doesNotContain(dark ? "#1f2933" : "#e6e9ed");
        browser.run("document.querySelectorAll('details').forEach(numbers => numbers.open = true)");
        assertThat(browser.<Boolean>run(
                        "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("no sideways scrolling with the numbers open")
                .isTrue();
        assertThat(violations()).isEmpty();
        assertThat(browser.messages()).isEmpty();
        assertThat(browser.requests())
                .as("requests")
                .allMatch(address -> address.equals(page.toUri().toString()));
        assertThat(browser.<String>run("return document.title")).isEqualTo("Calls report");
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
    void seriesDifferWithoutColour() {
        browser.look(1280, false);
        browser.open(page);

        List<Object> patterns = browser.run("""
                const canvas = document.querySelector('[data-chart=calls-per-day] .callchart-canvas');
                return echarts.getInstanceByDom(canvas).getOption().series.map(
                  series => JSON.stringify(series.itemStyle.decal));""");

        assertThat(patterns).hasSize(6).doesNotHaveDuplicates();
        assertThat(browser.<Long>run(
                        "return document.querySelectorAll('[data-chart=calls-per-day] svg pattern').length"))
                .isGreaterThanOrEqualTo(5);
        assertThat(browser.<List<String>>run("""
                        return [...document.querySelectorAll('.callchart-canvas')].map(canvas =>
                          canvas.getAttribute('role') + ' ' + canvas.getAttribute('aria-label'));""")).hasSize(6).allSatisfy(label -> assertThat(label)
                .startsWith("img ")
                .endsWith("The numbers are in the table below."));
    }

    @Test
    void anUpdateKeepsTheElementsAndWhatIsOpen() {
        browser.look(1280, false);
        browser.open(page);

        List<Object> after = browser.run("""
                const element = document.querySelector('[data-chart=lead-status]');
                const details = element.querySelector('details');
                details.open = true;
                element.querySelector('summary').focus();
                CallCharts.update(element, { id: 'lead-status', title: 'Lead status', question: '?', kind: 'bars',
                  categories: ['Good lead'], series: [{ name: 'Calls', values: [12345] }], note: 'New.' });
                return [details === element.querySelector('details') && details.open,
                  document.activeElement === element.querySelector('summary'),
                  element.querySelector('td').textContent,
                  element.querySelector('.callchart-note').textContent];""");

        assertThat(after).isEqualTo(List.of(true, true, "12,345", "New."));
        assertThat(browser.<List<String>>run(CHART_TEXTS, "lead-status")).contains("12,345", "Good lead");
        assertThat(browser.messages()).isEmpty();
    }

    @Test
    void itFollowsAChangeOfWidthAndOfColours() {
        browser.look(1280, false);
        browser.open(page);
        browser.look(360, true);

        assertThat(browser.<Boolean>runAsync("""
                        const done = arguments[0];
                        const canvas = document.querySelector('[data-chart=missed-by-hour] .callchart-canvas');
                        const dark = () => [...canvas.querySelectorAll('svg text')]
                            .some(text => text.getAttribute('fill') === '#e6e9ed');
                        const wait = left => canvas.querySelector('svg').clientWidth <= canvas.clientWidth && dark() ? done(true) : left ? setTimeout(wait, 20, left - 1) : done(false);
                        wait(200);""")).isTrue();
    }

    @Test
    void printedItIsLightAndHasTheNumbers() {
        browser.look(360, true);
        browser.open(page);
        browser.run("window.dispatchEvent(new Event('beforeprint'))");

        assertThat(browser.<Boolean>run("return [...document.querySelectorAll('details')].every(each => each.open)"))
                .isTrue();
        assertThat(browser.<List<String>>run(TEXT_COLOURS)).contains("#1f2933").doesNotContain("#e6e9ed");
        assertThat(browser.command("Page.printToPDF", Map.of("printBackground", false)))
                .containsKey("data");
        browser.run("window.dispatchEvent(new Event('afterprint'))");
        assertThat(browser.<Boolean>run("return [...document.querySelectorAll('details')].some(each => each.open)"))
                .isFalse();
    }

    @Test
    void withoutCallsItSaysSo(@TempDir Path other) throws Exception {
        Path empty = other.resolve("empty.html");
        try (TableOfCalls none = new TableOfCalls()) {
            new ReportPage("Calls report", List.of(), overview(none)).write(empty);
        }
        browser.look(768, false);
        browser.open(empty);

        assertThat(browser.<String>run("return document.body.innerText"))
                .contains("There are no calls.", "No call was missed.");
        assertThat(browser.messages()).isEmpty();
        assertThat(violations()).isEmpty();
    }

    @Test
    void aHundredThousandCallsOpenInLessThanTwoSeconds(@TempDir Path other) throws Exception {
        Path large = other.resolve("large.html");
        try (TableOfCalls many = new TableOfCalls()) {
            many.generate(100_000, Instant.parse("2024-11-01T00:00:00Z"), Duration.ofDays(760));
            new ReportPage("Calls report", List.of(), overview(many)).write(large);
        }
        browser.look(1280, false);

        // The time of the page's own thread, so that other work on the machine does not count.
        browser.command("Performance.enable", Map.of("timeDomain", "threadTicks"));
        double before = browser.busySeconds();
        browser.open(large);
        double seconds = browser.busySeconds() - before;

        // The charts are drawn before the load event.
        Number millis = browser.run("return performance.getEntriesByType('navigation')[0].loadEventStart");
        System.out.printf(
                Locale.ROOT,
                "The page of 100,000 calls has %,d bytes and opens in %.2f s, %.2f s of its own%n",
                Files.size(large),
                millis.doubleValue() / 1_000,
                seconds);
        assertThat(browser.<Long>run("return document.querySelectorAll('.callchart-canvas svg').length"))
                .isEqualTo(6);
        assertThat(seconds).isBetween(0.01, 2.0);
        assertThat(Files.size(large)).isLessThan(2_000_000);
    }

    private List<List<String>> rows(String chart) {
        return browser.run(TABLE_ROWS, chart);
    }
}
