package io.github.camelcallrail.examples.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.main.Main;

/** The application, while it reads a sandbox and archives into a folder of the test. */
final class RunningExample {

    /** What a test does in the meantime. */
    interface Actions {
        void perform(RunningExample example) throws Exception;
    }

    private final Main main = new Main();
    private final NotifyBuilder failed;

    private RunningExample(Map<String, String> properties) throws Exception {
        properties.forEach(main::addOverrideProperty);
        main.init();
        failed = new NotifyBuilder(main.getCamelContext()).whenFailed(1).create();
    }

    /**
     * Runs the application until the actions are done.
     *
     * @param changes to the properties of the application
     */
    static void with(CallRailSandbox sandbox, Path directory, Map<String, String> changes, Actions actions)
            throws Exception {
        Map<String, String> properties = new HashMap<>(Map.of(
                "example.api-key", sandbox.apiKey(),
                "example.base-url", sandbox.baseUrl(),
                "archive.directory", directory.toString(),
                "archive.delay", "1s",
                "archive.conversations-delay", "1s"));
        properties.putAll(changes);
        RunningExample example = new RunningExample(properties);
        example.main.start();
        try {
            actions.perform(example);
        } finally {
            example.main.stop();
        }
    }

    void awaitFailure() {
        assertThat(failed.matches(30, TimeUnit.SECONDS)).isTrue();
    }
}
