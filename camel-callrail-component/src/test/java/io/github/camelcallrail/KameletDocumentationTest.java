package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.spi.PropertiesFunction;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page on Kamelets says what they do. */
@Timeout(60)
class KameletDocumentationTest extends KameletTesting {

    private static final String PAGE = Documents.read("docs/modules/ROOT/pages/kamelets.adoc");

    @ParameterizedTest
    @Tag("needs-4.18-artifacts")
    @CsvSource({
        "0, calls, calls, key-of-the-component",
        "1, nightly, calls-summary, key-of-the-component",
        "2, calls, calls, key-of-the-environment",
        "3, yesterday, calls, key-of-the-environment"
    })
    void itsYamlStarts(int block, String route, String report, String key) throws Exception {
        context.callrail().getConfiguration().setApiKey("key-of-the-component");
        context.getPropertiesComponent().addPropertiesFunction(new KeyOfTheEnvironment());
        // Made, but not started: some would write files.
        context.setAutoStartup(false);
        List<String> blocks = Documents.blocks(PAGE, "yaml");
        load("block.yaml", blocks.get(block));
        context.start();

        assertThat(blocks).hasSize(4);
        assertThat(context.getRoute(route)).isNotNull();
        assertThat(context.getEndpoints())
                .filteredOn(CallRailEndpoint.class::isInstance)
                .singleElement(InstanceOfAssertFactories.type(CallRailEndpoint.class))
                .satisfies(endpoint -> {
                    assertThat(endpoint.getReport()).isEqualTo(report);
                    assertThat(endpoint.getConfiguration().getApiKey()).isEqualTo(key);
                });
    }

    @Test
    void itsTableIsComplete() {
        assertThat(propertiesOnThePage(2))
                .isEqualTo(KameletFile.of("callrail-source").properties().keySet());
        assertThat(propertiesOnThePage(3))
                .isEqualTo(KameletFile.of("callrail-action").properties().keySet());
    }

    private static Set<String> propertiesOnThePage(int column) {
        Set<String> properties = new LinkedHashSet<>();
        for (List<String> row : Documents.rows(PAGE)) {
            if (row.get(column).equals("yes")) {
                properties.addAll(Documents.codes(row.get(0)));
            }
        }
        return properties;
    }

    /** Stands in for the environment, which has no key. */
    private static final class KeyOfTheEnvironment implements PropertiesFunction {
        @Override
        public String getName() {
            return "env";
        }

        @Override
        public String apply(String variable) {
            assertThat(variable).isEqualTo("CALLRAIL_API_KEY");
            return "key-of-the-environment";
        }
    }
}
