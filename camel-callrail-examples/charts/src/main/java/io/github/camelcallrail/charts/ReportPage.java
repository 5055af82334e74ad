package io.github.camelcallrail.charts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One HTML page of the charts in a single file: it opens from disk and loads nothing, neither from the network nor from
 * files beside it. Its size depends on the charts, not on the number of calls.
 *
 * <p>Texts from CallRail cannot become markup: data is embedded as JSON without {@code <}, and the page's security
 * policy runs only the scripts that this class embeds.
 *
 * @param title the heading
 * @param facts sentences below the heading: where the calls come from, for example
 */
public record ReportPage(String title, List<String> facts, Overview overview) {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String WORDS = "A missed call is an incoming call that nobody answered, with or without a"
            + " voicemail. Outgoing calls are neither answered nor missed. The page contains totals only: no name and no"
            + " number of a caller.";

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="%s">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>
            %s</style>
            </head>
            <body>
            <header>
            <h1>%s</h1>
            %s
            </header>
            <main>
            <noscript><p>This page draws its charts with JavaScript, which is switched off.</p></noscript>
            </main>
            <footer>
            <p>%s</p>
            <p>Charts drawn with Apache ECharts %s, licensed under the Apache License 2.0.</p>
            </footer>
            <!--
            %s-->
            <script type="application/json" id="report-data">%s</script>
            %s
            </body>
            </html>
            """;

    public ReportPage {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(overview, "overview");
        facts = List.copyOf(facts);
    }

    /** Writes the page, replacing an earlier one. */
    public void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        // A page that is open in a browser is never seen half written.
        Path written = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(written, html());
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /** The page as text. */
    public String html() {
        List<String> scripts = Stream.of(ChartResources.ECHARTS, ChartResources.CHARTS_JS, ChartResources.REPORT_JS)
                .map(ChartResources::text)
                .toList();
        return PAGE.formatted(
                policy(scripts),
                escaped(title),
                ChartResources.text(ChartResources.CHARTS_CSS) + ChartResources.text(ChartResources.REPORT_CSS),
                escaped(title),
                facts.stream().map(fact -> "<p>" + escaped(fact) + "</p>").collect(Collectors.joining("\n")),
                WORDS,
                ChartResources.echartsVersion(),
                ChartResources.text(ChartResources.ECHARTS_NOTICE),
                json(),
                scripts.stream()
                        .map(script -> "<script>" + script + "</script>")
                        .collect(Collectors.joining("\n")));
    }

    private String json() {
        try {
            // Within a script element, only "<" can end or change it. In JSON it occurs in texts only.
            return JSON.writeValueAsString(overview).replace("<", "\\u003c");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Failed to write the charts as JSON", e);
        }
    }

    /** No network, and no script but the given ones. ECharts sets styles, and draws patterns as images of its own. */
    private static String policy(List<String> scripts) {
        return "default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src "
                + scripts.stream().map(ReportPage::hash).collect(Collectors.joining(" "));
    }

    private static String hash(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
