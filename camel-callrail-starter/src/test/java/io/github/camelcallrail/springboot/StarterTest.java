package io.github.camelcallrail.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcallrail.CallRailComponent;
import io.github.camelcallrail.CallRailConfiguration;
import io.github.camelcallrail.quota.CountedRequestBudget;
import io.github.camelcallrail.quota.RequestBudget;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The effect of {@code camel.component.callrail.*} in a Spring Boot application. */
class StarterTest {

    private static final String PREFIX = "camel.component.callrail.";

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(CamelAutoConfiguration.class, CallRailAutoConfiguration.class))
            .withPropertyValues("camel.main.name=starter");

    private static CallRailComponent component(ApplicationContext application) {
        return application.getBean(CamelContext.class).getComponent("callrail", CallRailComponent.class);
    }

    private static CallRailConfiguration options(ApplicationContext application) {
        return component(application).getConfiguration();
    }

    @Test
    void propertiesReachTheComponent() {
        runner.withPropertyValues(
                        PREFIX + "api-key=a key",
                        PREFIX + "accountId=ACC1",
                        PREFIX + "page-size=100",
                        PREFIX + "connect-timeout=3s",
                        PREFIX + "response-timeout=4000",
                        PREFIX + "split-results=false",
                        PREFIX + "proxy-host=${where}.example.com",
                        PREFIX + "proxy-port=8080",
                        PREFIX + "state-directory={{place}}",
                        PREFIX + "filters.direction=inbound",
                        PREFIX + "filters[lead_status]=good_lead",
                        PREFIX + "lazy-start-producer=true",
                        "where=proxy",
                        "place=state")
                .run(application -> {
                    CallRailConfiguration options = options(application);
                    assertThat(options.getApiKey()).isEqualTo("a key");
                    assertThat(options.getAccountId()).isEqualTo("ACC1");
                    assertThat(options.getPageSize()).isEqualTo("100");
                    assertThat(options.getConnectTimeout()).isEqualTo(3_000);
                    assertThat(options.getResponseTimeout()).isEqualTo(4_000);
                    assertThat(options.isSplitResults()).isFalse();
                    assertThat(options.getProxyHost()).isEqualTo("proxy.example.com");
                    assertThat(options.getProxyPort()).isEqualTo(8080);
                    assertThat(options.getStateDirectory()).isEqualTo("state");
                    assertThat(options.getFilters())
                            .isEqualTo(Map.of("direction", "inbound", "lead_status", "good_lead"));
                    assertThat(component(application).isLazyStartProducer()).isTrue();
                });
    }

    /** In Turkish the lower case of I is not i. */
    @ParameterizedTest
    @ValueSource(strings = {"accountId", "account-id", "ACCOUNT_ID"})
    void optionsHaveTheirNamesInTurkishToo(String option) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            runner.withPropertyValues(PREFIX + option + "=ACC1")
                    .run(application ->
                            assertThat(options(application).getAccountId()).isEqualTo("ACC1"));
        } finally {
            Locale.setDefault(before);
        }
    }

    private static ApplicationContextInitializer<ConfigurableApplicationContext> variables(
            Map<String, Object> variables) {
        String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        return application -> application
                .getEnvironment()
                .getPropertySources()
                .replace(name, new SystemEnvironmentPropertySource(name, variables));
    }

    @Test
    void variablesOfTheEnvironmentReachItToo() {
        runner.withInitializer(variables(Map.of(
                        "CAMEL_COMPONENT_CALLRAIL_APIKEY", "a key", "CAMEL_COMPONENT_CALLRAIL_ACCOUNT_ID", "ACC1")))
                .run(application -> {
                    assertThat(options(application).getApiKey()).isEqualTo("a key");
                    assertThat(options(application).getAccountId()).isEqualTo("ACC1");
                });
    }

    @Test
    void filtersAreThoseOfCallRailHoweverTheyAreSpelt() {
        runner.withPropertyValues(
                        PREFIX + "filters.lead-status=good_lead",
                        PREFIX + "filters.tags[0]=A",
                        PREFIX + "filters.tags[1]=B, C")
                .run(application -> assertThat(options(application).getFilters())
                        .isEqualTo(Map.of("lead_status", "good_lead", "tags", List.of("A", "B, C"))));
        runner.withInitializer(variables(Map.of("CAMEL_COMPONENT_CALLRAIL_FILTERS_LEAD_STATUS", "good_lead")))
                .run(application ->
                        assertThat(options(application).getFilters()).isEqualTo(Map.of("lead_status", "good_lead")));
    }

    @Test
    void aFilterThatNoReportHasIsRefused() {
        runner.withPropertyValues(PREFIX + "api-key=k", PREFIX + "filters.lead_staus=good_lead")
                .run(application -> assertThatThrownBy(
                                () -> application.getBean(CamelContext.class).getEndpoint("callrail:calls"))
                        .rootCause()
                        .hasMessageContaining("'lead_staus'")
                        .hasMessageContaining("did you mean 'lead_status'?"));
    }

    @ParameterizedTest
    @CsvSource({
        "RAW(f00dfeedf00dfeed), is wrapped in RAW()",
        "Bearer f00dfeedf00dfeed, is a whole Authorization header",
        "'\"f00dfeedf00dfeed\"', is in quotes",
        "'', is empty"
    })
    void whatCannotBeAKeyIsRefusedWithoutShowingIt(String key, String mistake) {
        runner.withPropertyValues(PREFIX + "api-key=" + key).run(application -> assertThatThrownBy(
                        () -> application.getBean(CamelContext.class).getEndpoint("callrail:calls"))
                .rootCause()
                .hasMessageStartingWith("Option 'apiKey' " + mistake)
                .hasMessageNotContaining("f00dfeed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"configuration.api-key", "page-size.x", "fields[0]"})
    void whatIsNestedInAnOptionIsRefusedBecauseNobodyReadsIt(String property) {
        runner.withPropertyValues(PREFIX + property + "=7")
                .run(application -> assertThatThrownBy(() -> component(application))
                        .rootCause()
                        .hasMessageStartingWith(PREFIX + property + " cannot be set"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"api-key", "apiKey", "api_key", "API_KEY"})
    void anySpellingThatSpringAllowsWillDo(String property) {
        runner.withPropertyValues(PREFIX + property + "=k")
                .run(application -> assertThat(options(application).getApiKey()).isEqualTo("k"));
    }

    @Test
    void aComponentOfAnotherNameIsLeftAlone() {
        CallRailComponent other = new CallRailComponent();
        other.getConfiguration().setApiKey("own");
        runner.withBean("callrail-two", CallRailComponent.class, () -> other)
                .withPropertyValues(PREFIX + "api-key=global")
                .run(application -> {
                    CallRailComponent two = application
                            .getBean(CamelContext.class)
                            .getComponent("callrail-two", CallRailComponent.class);
                    assertThat(two.getConfiguration().getApiKey()).isEqualTo("own");
                    assertThat(options(application).getApiKey()).isEqualTo("global");
                });
    }

    @Test
    void beansAreNamed() {
        runner.withBean("budget", RequestBudget.class, CountedRequestBudget::new)
                .withPropertyValues(PREFIX + "request-budget=#bean:budget")
                .run(application ->
                        assertThat(options(application).getRequestBudget()).isSameAs(application.getBean("budget")));
    }

    @Test
    void whatIsNotSetKeepsItsDefault() {
        runner.run(application ->
                assertThat(options(application)).usingRecursiveComparison().isEqualTo(new CallRailConfiguration()));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyOptionBinds(String option, String value) {
        runner.withPropertyValues(ConfigurationMetadata.property(option) + "=" + value)
                .run(application ->
                        assertThat(read(application, option)).isEqualTo(value.equals("7s") ? "7000" : value));
    }

    private static String read(ApplicationContext application, String option) {
        CamelContext camel = application.getBean(CamelContext.class);
        CallRailComponent component = component(application);
        PropertyConfigurerGetter getter = (PropertyConfigurerGetter)
                PluginHelper.getConfigurerResolver(camel).resolvePropertyConfigurer("callrail-component", camel);
        return String.valueOf(getter.getOptionValue(component, option, false));
    }

    /** Every option with a simple value, such as a text or a number, with a value that differs from its default. */
    static Stream<Arguments> texts() throws IOException {
        return ConfigurationMetadata.options().properties().stream()
                .filter(option -> !option.getValue().get("type").asText().equals("object"))
                .map(option -> Arguments.of(option.getKey(), value(option.getValue())));
    }

    private static String value(JsonNode option) {
        return switch (option.get("type").asText()) {
            case "boolean" -> String.valueOf(!option.path("defaultValue").asBoolean());
            case "duration" -> "7s";
            case "enum" -> option.get("enum").get(1).asText();
            default -> "7";
        };
    }

    @Test
    void aCustomizerOfTheApplicationHasTheLastWord() {
        runner.withPropertyValues(PREFIX + "page-size=100")
                .withBean("own", ComponentCustomizer.class, () -> ComponentCustomizer.builder(CallRailComponent.class)
                        .build(component -> component.getConfiguration().setPageSize("50")))
                .run(application ->
                        assertThat(options(application).getPageSize()).isEqualTo("50"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camel.component.callrail.enabled",
                "camel.component.callrail.customizer.enabled",
                "camel.component.customizer.enabled",
                "camel.component.enabled"
            })
    void itCanBeSwitchedOff(String property) {
        runner.withPropertyValues(PREFIX + "page-size=100", property + "=false")
                .run(application ->
                        assertThat(options(application).getPageSize()).isNull());
    }

    @ParameterizedTest
    @CsvSource({
        "acount-id, There is no option 'acount-id' of the callrail component",
        "nothing.like.it, There is no option 'nothing' of the callrail component"
    })
    void aPropertyThatIsNoOptionIsRefused(String property, String message) {
        runner.withPropertyValues(PREFIX + property + "=1")
                .run(application -> assertThatThrownBy(() -> component(application))
                        .rootCause()
                        .hasMessageContaining(message));
    }

    @Test
    void theNearestOptionIsNamed() {
        runner.withPropertyValues(PREFIX + "accountid2=1")
                .run(application -> assertThatThrownBy(() -> component(application))
                        .rootCause()
                        .hasMessageContaining("did you mean 'accountId'?"));
    }

    @Test
    void aRouteReadsTwoPagesWithWhatIsSet() {
        try (CallRailSandbox sandbox = CallRailSandbox.builder().empty().start()) {
            Instant now = Instant.now();
            sandbox.data().generate("calls", 300, now.minus(Duration.ofDays(2)), now.minus(Duration.ofHours(1)));
            runner.withPropertyValues(PREFIX + "api-key=" + sandbox.apiKey(), PREFIX + "base-url=" + sandbox.baseUrl())
                    .run(application -> {
                        List<?> calls = application
                                .getBean(CamelContext.class)
                                .createFluentProducerTemplate()
                                .to("callrail:calls")
                                .request(List.class);
                        assertThat(calls).hasSize(300);
                        assertThat(sandbox.journal().requests("calls")).hasSize(2);
                    });
        }
    }
}
