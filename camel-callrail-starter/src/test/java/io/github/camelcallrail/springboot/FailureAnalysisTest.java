package io.github.camelcallrail.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.annotation.Bean;

/** What a Spring Boot application that cannot start says on top. */
class FailureAnalysisTest {

    private static final String PREFIX = "camel.component.callrail.";
    private static final String PLATFORM_HTTP = "org.apache.camel.component.platform.http.springboot.";
    private static final String KEY = PREFIX + "api-key=f00dfeedf00dfeed";

    /** Without what receives events, which would need a web server. */
    @SpringBootConfiguration
    @EnableAutoConfiguration(
            excludeName = {
                PLATFORM_HTTP + "SpringBootPlatformHttpAutoConfiguration",
                PLATFORM_HTTP + "SpringBootPlatformWebMvcConfiguration"
            })
    static class Application {
        @Bean
        RouteBuilder route() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("{{endpoint}}").routeId("calls").to("mock:calls");
                }
            };
        }
    }

    @BeforeEach
    void forget() {
        ReportedFailures.take();
    }

    private static Throwable start(String endpoint, String... properties) {
        SpringApplication application = new SpringApplication(Application.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setRegisterShutdownHook(false);
        String[] arguments = Stream.concat(
                        Stream.of("endpoint=" + endpoint, "camel.main.run-controller=false"), Stream.of(properties))
                .map(property -> "--" + property)
                .toArray(String[]::new);
        return catchThrowable(() -> application.run(arguments).close());
    }

    private static List<FailureAnalysis> fail(String endpoint, String... properties) {
        assertThat(start(endpoint, properties)).as("the application fails").isNotNull();
        return ReportedFailures.take();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(
                        "callrail:calls",
                        PREFIX + "acount-id=ACC1",
                        "There is no option 'acount-id' of the callrail component (camel.component.callrail.acount-id);"
                                + " did you mean 'accountId'?",
                        "Correct the property in the application's configuration."),
                Arguments.of(
                        "callrail:calls",
                        PREFIX + "connect-timeout=soon",
                        "Option 'connectTimeout' cannot be 'soon'. It takes milliseconds, or a duration such as 15m",
                        "Correct the property in the application's configuration."),
                Arguments.of(
                        "callrail:calls",
                        PREFIX + "proxy-port=web",
                        "Option 'proxyPort' cannot be 'web'. It takes a number from 1 to 65535.",
                        "Correct the property in the application's configuration."),
                Arguments.of(
                        "callrail:calls",
                        PREFIX + "incremental=perhaps",
                        "camel.component.callrail.incremental cannot be 'perhaps': it takes a value of type boolean.",
                        "Correct the property in the application's configuration."),
                Arguments.of(
                        "callrail:calls",
                        PREFIX + "request-budget=#bean:budgt",
                        "camel.component.callrail.request-budget cannot be '#bean:budgt': ",
                        "Correct the property in the application's configuration."),
                Arguments.of(
                        "callrail:calls",
                        PREFIX + "fields=id",
                        "Route 'calls': Option 'apiKey' is not set. Set it once for all endpoints",
                        "Correct the endpoint of route 'calls', or the property under camel.component.callrail if the"
                                + " option is set for all endpoints."),
                Arguments.of(
                        "callrail:calls?daysBak=7",
                        KEY,
                        "Route 'calls': There is no option 'daysBak'; did you mean 'daysBack'?",
                        "Correct the endpoint of route 'calls'"),
                Arguments.of(
                        "callrail:calls?delay=15 minutes",
                        KEY,
                        "Route 'calls': Option 'delay'",
                        "Correct the endpoint of route 'calls'"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeInTheConfigurationComesFirst(String endpoint, String property, String description, String action) {
        List<FailureAnalysis> reported = fail(endpoint, property);

        assertThat(reported).hasSize(1);
        assertThat(reported.get(0).getDescription()).startsWith(description).doesNotContain("f00dfeed");
        assertThat(reported.get(0).getAction()).startsWith(action);
        assertThat(reported.get(0).getCause()).isNotNull();
    }

    @Test
    void aDirectoryThatCannotBeWrittenComesFirstToo(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("state"), "not a directory");

        List<FailureAnalysis> reported =
                fail("callrail:calls?incremental=true&accountId=ACC1&stateDirectory=" + file, KEY);

        assertThat(reported).hasSize(1);
        assertThat(reported.get(0).getDescription())
                .startsWith("Option 'stateDirectory': ")
                .contains(file.toString());
        assertThat(reported.get(0).getAction()).startsWith("Correct the endpoint, or the property under");
    }

    @Test
    void aVariableThatNobodySetIsNamed() {
        assertThat(start("callrail:calls", PREFIX + "api-key=${NO_SUCH_KEY}"))
                .rootCause()
                .hasMessageContaining("'NO_SUCH_KEY'");
        // Empty with Camel 4.22, which resolves all properties before the component does.
        assertThat(ReportedFailures.take()).allSatisfy(reported -> assertThat(reported.getDescription())
                .startsWith("camel.component.callrail.api-key is ${NO_SUCH_KEY}, but there is no property or"
                        + " environment variable 'NO_SUCH_KEY'. Set it"));
    }

    @Test
    void anotherFailureIsLeftToOthers() {
        assertThat(fail("nowhere:calls", KEY)).isEmpty();
        assertThat(fail("timer:calls?perod=1", KEY)).isEmpty();
    }

    @Test
    void anApplicationThatStartsReportsNothing() {
        try (CallRailSandbox sandbox = CallRailSandbox.builder().empty().start()) {
            SpringApplication application = new SpringApplication(Application.class);
            application.setWebApplicationType(WebApplicationType.NONE);
            application
                    .run(
                            "--endpoint=callrail:calls?initialDelay=1h",
                            "--" + PREFIX + "api-key=" + sandbox.apiKey(),
                            "--" + PREFIX + "base-url=" + sandbox.baseUrl())
                    .close();
        }
        assertThat(ReportedFailures.take()).isEmpty();
    }
}
