package io.github.camelcallrail.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.CallRailComponent;
import java.util.Locale;
import org.apache.camel.main.Main;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Properties of the component in camel-main, in Turkish, where the small letter of I is no i. */
class LocaleOfMainTest {

    @ParameterizedTest
    @ValueSource(strings = {"accountId", "account-id"})
    void optionsOfTheComponentHaveTheirNames(String option) throws Exception {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        Main main = new Main();
        try {
            main.addInitialProperty("camel.component.callrail." + option, "ACC1");
            main.start();

            assertThat(main.getCamelContext()
                            .getComponent("callrail", CallRailComponent.class)
                            .getConfiguration()
                            .getAccountId())
                    .isEqualTo("ACC1");
        } finally {
            main.stop();
            Locale.setDefault(before);
        }
    }
}
