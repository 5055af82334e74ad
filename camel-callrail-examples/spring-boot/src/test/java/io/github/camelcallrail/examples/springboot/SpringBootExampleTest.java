package io.github.camelcallrail.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.NotifyBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Runs the unmodified application against a sandbox with more forms than one page. */
@Timeout(60)
class SpringBootExampleTest {

    private static final int FORMS = 300;

    @TempDir
    Path directory;

    @Test
    void everyFormIsALineOfTheFile() throws Exception {
        try (CallRailSandbox sandbox = CallRailSandbox.builder().empty().start()) {
            Instant now = Instant.now();
            sandbox.data()
                    .generate("form-submissions", FORMS, now.minus(Duration.ofDays(2)), now.minus(Duration.ofHours(1)));

            run(sandbox);

            List<String> lines = Files.readAllLines(directory.resolve("forms.jsonl"));
            assertThat(lines).hasSize(FORMS);
            assertThat(sandbox.data().ids("form-submissions"))
                    .allMatch(id -> lines.stream().anyMatch(line -> line.contains("\"id\":\"" + id + '"')));
            assertThat(sandbox.journal().requests("form-submissions")).hasSize(2);
        }
    }

    private void run(CallRailSandbox sandbox) {
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(Application.class)
                .run(
                        "--example.api-key=" + sandbox.apiKey(),
                        "--example.base-url=" + sandbox.baseUrl(),
                        "--example.directory=" + directory,
                        "--camel.main.run-controller=false")) {
            NotifyBuilder done = new NotifyBuilder(application.getBean(CamelContext.class))
                    .whenDone(FORMS)
                    .create();
            assertThat(done.matches(30, TimeUnit.SECONDS)).isTrue();
        }
    }
}
