package io.github.camelcallrail.charts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPageTest {

    private static final String EVIL = "</script><script>alert('1')</script><!--<img src=x onerror=alert(2)>&\u2028";

    @TempDir
    Path directory;

    private static Overview overview(TableOfCalls table) throws SQLException {
        return new CallStatistics(table.database(), "calls", ZoneId.of("UTC")).overview();
    }

    /** Its script mentions markup and addresses. */
    private static String withoutECharts(String html) {
        String script = ChartResources.text(ChartResources.ECHARTS);
        assertThat(html.contains(script)).as("ECharts is embedded").isTrue();
        return html.replace(script, "");
    }

    private static JsonNode data(String html) throws IOException {
        Matcher data = Pattern.compile("(?s)<script type=\"application/json\" id=\"report-data\">(.*?)</script>")
                .matcher(html);
        assertThat(data.find()).isTrue();
        return new ObjectMapper().readTree(data.group(1));
    }

    @Test
    void aNameWithMarkupStaysText() throws Exception {
        try (TableOfCalls table = new TableOfCalls()) {
            table.call("2026-03-02T10:00:00Z", "inbound", false, false, true, EVIL, EVIL, EVIL);

            String html = withoutECharts(new ReportPage(EVIL, List.of(EVIL), overview(table)).html());

            assertThat(html).doesNotContain("<script>alert", "<img");
            assertThat(data(html).at("/charts/0/series/0/name").asText()).isEqualTo(EVIL);
            assertThat(data(html).at("/charts/5/categories/0").asText()).isEqualTo(EVIL);
        }
    }

    @Test
    void itEmbedsWhatItNeedsAndNamesTheLicence() throws Exception {
        try (TableOfCalls table = new TableOfCalls()) {
            String html = new ReportPage("Calls", List.of(), overview(table)).html();

            assertThat(withoutECharts(html)).doesNotContain("<link", "<script src", "<img", "@import", "url(");
            assertThat(html)
                    .contains("Licensed to the Apache Software Foundation", "Copyright 2017-2022 The Apache Software")
                    .contains("Apache ECharts 5.3.1, licensed under the Apache License 2.0");
        }
    }

    @Test
    void theChartsAreTheJsonThatTheScriptDraws() throws Exception {
        try (TableOfCalls table = new TableOfCalls()) {
            table.call("2026-03-02T10:00:00Z", "Direct", false);

            JsonNode chart = data(new ReportPage("Calls", List.of(), overview(table)).html())
                    .at("/charts/1");

            assertThat(chart.fieldNames())
                    .toIterable()
                    .containsExactly("id", "title", "question", "kind", "categories", "series", "note");
            assertThat(chart.get("kind").asText()).isEqualTo("heat-map");
            assertThat(chart.at("/series/0/values/10").asLong()).isOne();
        }
    }

    @Test
    void theSizeDoesNotDependOnTheNumberOfCalls() throws Exception {
        Path file = directory.resolve("new/calls.html");
        try (TableOfCalls table = new TableOfCalls()) {
            table.generate(100_000, Instant.parse("2024-11-01T00:00:00Z"), Duration.ofDays(760));

            new ReportPage("Calls", List.of(), overview(table)).write(file);
        }

        assertThat(Files.size(file)).isLessThan(2_000_000);
        assertThat(Files.readString(file)).contains("100,000");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void itReplacesAnEarlierPage() throws Exception {
        Path file = Files.writeString(directory.resolve("calls.html"), "old");
        try (TableOfCalls table = new TableOfCalls()) {
            new ReportPage("Calls", List.of(), overview(table)).write(file);
        }

        assertThat(Files.readString(file)).startsWith("<!DOCTYPE html>").doesNotContain("old\n");
    }
}
