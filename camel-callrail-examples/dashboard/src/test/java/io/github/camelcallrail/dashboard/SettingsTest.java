package io.github.camelcallrail.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    private static final Path DIRECTORY = Path.of("target");

    @Test
    void onlyThisMachineSeesItUnlessAnotherAddressIsGiven() {
        Settings settings = Settings.of(Map.of("CALLRAIL_API_KEY", " "), DIRECTORY);
        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.local()).isTrue();
        assertThat(settings.ofSandbox()).isTrue();
        assertThat(settings.eventsUrl()).isEmpty();
        assertThat(settings.address()).isEqualTo("http://127.0.0.1:8088/");

        Settings open = Settings.of(Map.of("DASHBOARD_HOST", "0.0.0.0", "DASHBOARD_PORT", "9000"), DIRECTORY);
        assertThat(open.local()).isFalse();
        assertThat(open.address()).isEqualTo("http://localhost:9000/");
    }

    @Test
    void anAccountIsReadWithItsKeyWhichIsNeverPrinted() {
        Settings settings = Settings.of(
                Map.of(
                        "CALLRAIL_API_KEY", "not-a-real-key",
                        "CALLRAIL_ACCOUNT_ID", "ACC1",
                        "CALLRAIL_TIME_ZONE", "America/Denver",
                        "DASHBOARD_DELAY", "1m30s",
                        "DASHBOARD_EVENTS_URL", "https://hooks.example.com"),
                DIRECTORY);

        assertThat(settings.ofSandbox()).isFalse();
        assertThat(settings.accountId()).isEqualTo("ACC1");
        assertThat(settings.timeZone()).contains(ZoneId.of("America/Denver"));
        assertThat(settings.delay()).isEqualTo("1m30s");
        assertThat(settings.eventsUrl()).isEqualTo("https://hooks.example.com");
        assertThat(settings.source()).isEqualTo("Calls from https://api.callrail.com");
        assertThat(settings.toString()).doesNotContain("not-a-real-key");
    }

    @ParameterizedTest
    @CsvSource({
        "DASHBOARD_PORT, 0, a number from 1 to 65535",
        "DASHBOARD_PORT, 65536, a number from 1 to 65535",
        "DASHBOARD_PORT, http, a number from 1 to 65535",
        "DASHBOARD_DELAY, soon, 'a duration such as 30s, 5m or 1h'",
        "DASHBOARD_DELAY, 0s, 'a duration such as 30s, 5m or 1h'",
        "CALLRAIL_TIME_ZONE, Middle Earth, an IANA time zone such as America/New_York",
    })
    void aValueThatCannotBeUsedIsNamed(String name, String value, String expected) {
        assertThatThrownBy(() -> Settings.of(Map.of(name, value), DIRECTORY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(name + " is '" + value + "', but must be " + expected);
    }
}
