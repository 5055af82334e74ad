package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.PropertyBindingSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Names of options in Turkish, where the small letter of I is no i, and digits in Persian. The build runs all other
 * tests in these locales as well.
 */
class LocaleTest extends SandboxTest {

    private JvmDefaults changed;

    @AfterEach
    void restore() {
        changed.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "az-AZ", "lt-LT", "fa-IR"})
    void everyOptionHasItsName(String locale) {
        changed = JvmDefaults.locale(locale);
        Set<String> options = setters(CallRailConfiguration.class);
        assertThat(options).contains("accountId", "companyId", "ignoreChangesIn");
        Set<String> ofEndpoints =
                context.getCamelContextExtension().getEndpointUriFactory("callrail").propertyNames().stream()
                        .filter(name -> !name.equals("report"))
                        .collect(Collectors.toSet());

        assertKnown("callrail-endpoint", ofEndpoints);
        assertKnown("callrail-component", options);
        assertKnown(CallRailConfiguration.class.getName(), options);
    }

    private void assertKnown(String configurer, Set<String> options) {
        PropertyConfigurerGetter known = (PropertyConfigurerGetter)
                PluginHelper.getConfigurerResolver(context).resolvePropertyConfigurer(configurer, context);
        assertThat(options).allSatisfy(option -> {
            assertThat(known.getOptionType(option, true)).as(option).isNotNull();
            assertThat(known.getOptionType(option.toUpperCase(Locale.ROOT), true))
                    .as(option)
                    .isNotNull();
        });
    }

    private static Set<String> setters(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .map(Method::getName)
                .filter(name -> name.startsWith("set"))
                .map(name -> name.substring(3, 4).toLowerCase(Locale.ROOT) + name.substring(4))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "fa-IR"})
    void aRequestAsksWhatItsUriSays(String locale) {
        changed = JvmDefaults.locale(locale);
        requested(
                uri("calls", "companyId=" + company() + "&pageSize=20&filter.direction=inbound&daysBack=1"), Map.of());

        assertThat(latestQuery())
                .containsEntry("company_id", company())
                .containsEntry("per_page", "20")
                .containsEntry("start_date", "2026-03-14")
                .containsEntry("page", "1");
    }

    /** As camel-main and the Spring Boot starter do. */
    @ParameterizedTest
    @ValueSource(strings = {"accountId", "account-id", "ACCOUNTID"})
    void theComponentTakesItsDefaults(String name) {
        changed = JvmDefaults.locale("tr-TR");
        PropertyBindingSupport.build()
                .withCamelContext(context)
                .withTarget(context.callrail())
                .withConfigurer(context.callrail().getComponentPropertyConfigurer())
                .withIgnoreCase(true)
                .withReflection(false)
                .withMandatory(true)
                .withProperties(new HashMap<>(Map.of(name, "ACC1")))
                .bind();

        assertThat(context.callrail().getConfiguration().getAccountId()).isEqualTo("ACC1");
    }

    /** As the beans of a YAML or XML route do. */
    @Test
    void aConfigurationThatIsABeanTakesItsProperties() {
        changed = JvmDefaults.locale("tr-TR");
        CallRailConfiguration configuration = new CallRailConfiguration();
        PropertyBindingSupport.build()
                .withCamelContext(context)
                .withTarget(configuration)
                .withIgnoreCase(true)
                .withReflection(false)
                .withMandatory(true)
                .withProperties(new HashMap<>(Map.of("companyId", "COM1")))
                .bind();

        assertThat(configuration.getCompanyId()).isEqualTo("COM1");
    }
}
