package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A Pipe from {@code callrail-source}: how its values arrive, and what becomes of a record that fails at its sink. */
@Tag("needs-4.18-artifacts")
@Timeout(60)
class PipeTest extends KameletTesting {

    /** The beginning of a Pipe, up to the first property of its source. */
    private static final String PIPE = """
            apiVersion: camel.apache.org/v1
            kind: Pipe
            metadata:
              name: calls
            spec:
              source:
                ref:
                  kind: Kamelet
                  apiVersion: camel.apache.org/v1
                  name: callrail-source
                properties:
                  report: calls
            """;

    @ParameterizedTest
    @CsvSource({"'none: {}', true", "'log: {}', true", "'sink: {endpoint: {uri: \"log:dead\"}}', false"})
    void itComesAgainUnlessTheErrorHandlerTakesIt(String errorHandler, boolean again) throws Exception {
        List<String> calls = calls(3);
        failing = calls.get(1);
        context.getRegistry().bind("state", new RecordingStateRepository());
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:sink").process(exchange -> take(exchange));
            }
        });
        load("pipe.yaml", PIPE + """
                      accountId: %s
                      timeZone: America/New_York
                      incremental: true
                      stateRepository: "#bean:state"
                      stateKey: calls
                      delay: 100
                  sink:
                    uri: direct:sink
                  errorHandler:
                    %s
                """.formatted(account(), errorHandler));
        context.start();
        receive(3);

        String added = sandbox.data().add("calls", Map.of("start_time", NOW.plusSeconds(60)));
        CLOCK.advance(Duration.ofMinutes(15));

        assertThat(recordIds(receive(again ? 2 : 1)))
                .containsExactlyInAnyOrderElementsOf(again ? List.of(calls.get(1), added) : List.of(added));
    }

    @Test
    void valuesArePassedOnAsTheyAre(@TempDir Path directory) throws Exception {
        context.getPropertiesComponent().addInitialProperty("key", "a+b");
        context.getPropertiesComponent().addInitialProperty("account", account());
        context.getPropertiesComponent().addInitialProperty("device", "mobile");
        context.setAutoStartup(false);
        load("pipe.yaml", PIPE + """
                      apiKey: "{{key}}"
                      accountId: "{{account}}"
                      baseUrl: %s
                      timeZone: America/New_York
                      startDate: 2026-03-10T10:00+05:30
                      fields: id,start_time
                      search: Tom & Ada
                      filter.tags: Repeat caller
                      filter.device: "{{device}}"
                      incremental: true
                      lookback: 2h,2d@1h
                      stateDirectory: %s/a + b
                      stateKey: calls+forms
                  sink:
                    uri: log:sink
                """.formatted(sandbox.baseUrl(), directory));
        context.start();

        CallRailConfiguration configuration = context.getEndpoints().stream()
                .filter(CallRailEndpoint.class::isInstance)
                .map(endpoint -> ((CallRailEndpoint) endpoint).getConfiguration())
                .findFirst()
                .orElseThrow();
        assertThat(configuration.getApiKey()).isEqualTo("a+b");
        assertThat(configuration.getAccountId()).isEqualTo(account());
        assertThat(configuration.getBaseUrl()).isEqualTo(sandbox.baseUrl());
        assertThat(configuration.getTimeZone()).isEqualTo("America/New_York");
        assertThat(configuration.getStartDate()).isEqualTo("2026-03-10T10:00+05:30");
        assertThat(configuration.getFields()).isEqualTo("id,start_time");
        assertThat(configuration.getSearch()).isEqualTo("Tom & Ada");
        assertThat(configuration.getFilters()).isEqualTo(Map.of("tags", "Repeat caller", "device", "mobile"));
        assertThat(configuration.getLookback()).isEqualTo("2h,2d@1h");
        assertThat(configuration.getStateDirectory()).isEqualTo(directory + "/a + b");
        assertThat(configuration.getStateKey()).isEqualTo("calls+forms");
    }

    private static List<Object> recordIds(Iterable<Message> messages) {
        List<Object> ids = new ArrayList<>();
        messages.forEach(message -> ids.add(message.getHeader(CallRailConstants.RECORD_ID)));
        return ids;
    }
}
