package io.github.camelcallrail.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcallrail.charts.CallStatistics;
import io.github.camelcallrail.charts.ReportPage;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Takes the pictures of the documentation, when it is told to. CONTRIBUTING has the command. */
@Tag("browser")
@ExtendWith(Chromium.class)
@EnabledIfSystemProperty(named = "pictures.write", matches = "true")
@Timeout(300)
class PicturesTest {

    private static final Path IMAGES = Path.of("../../docs/modules/ROOT/images");
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    @TempDir
    Path directory;

    @Test
    void theReportAndTheDashboardOfTheSandbox() throws Exception {
        try (Chromium browser = new Chromium().start();
                RunningDashboard dashboard =
                        new RunningDashboard(CallRailSandbox.builder().seed(7).start())) {
            browser.look(1040, false);
            browser.open(dashboard.url("/"));
            await().atMost(Duration.ofMinutes(2)).until(() -> browser.<String>run("return document.body.innerText")
                    .contains("Everything read up to"));
            // The charts are drawn once more with the last numbers, and the animation ends.
            await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
            write(browser, "dashboard.png");

            Path page = directory.resolve("calls.html");
            new ReportPage(
                            "Calls report",
                            List.of("Invented calls from the sandbox.", "Days and hours are in " + ZONE.getId() + "."),
                            new CallStatistics(
                                            dashboard.application().database().dataSource(), "calls", ZONE)
                                    .overview())
                    .write(page);
            browser.open(page.toUri().toString());
            await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
            write(browser, "report.png");
        }
    }

    private static void write(Chromium browser, String name) throws Exception {
        byte[] picture = browser.picture();
        Files.write(IMAGES.resolve(name), picture);
        assertThat(picture).hasSizeLessThan(300_000);
    }
}
