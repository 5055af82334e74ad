package io.github.camelcallrail.transport;

import static io.github.camelcallrail.transport.TransportFixture.KEY;
import static io.github.camelcallrail.transport.TransportFixture.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.net.URI;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionSettingsTest {

    private static final URI API = URI.create("https://api.callrail.com");
    private static final Duration SECOND = Duration.ofSeconds(1);

    @ParameterizedTest
    @CsvSource({
        "https://api.callrail.com, https://api.callrail.com",
        "https://api.callrail.com/, https://api.callrail.com",
        "https://api.callrail.com//, https://api.callrail.com",
        "'  https://api.callrail.com\n', https://api.callrail.com",
        "https://proxy.example.com:8443/callrail/, https://proxy.example.com:8443/callrail",
        "http://localhost:8080, http://localhost:8080",
        "http://LOCALHOST:8080, http://LOCALHOST:8080",
        "http://127.0.0.1, http://127.0.0.1",
        "http://127.8.9.10:1/x, http://127.8.9.10:1/x",
        "http://[::1]:8080, http://[::1]:8080",
    })
    void takesHttpsAndPlainHttpToLoopback(String text, String expected) {
        assertThat(ConnectionSettings.checkBaseUrl(text, false)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.callrail.com",
                "HTTP://stub:8080",
                "http://127.0.0.1.nip.io",
                "http://localhost.evil.example",
                "http://[::2]",
                "http://0.0.0.0"
            })
    void refusesPlainHttpToOthersUnlessAllowed(String text) {
        assertThat(refusal(() -> ConnectionSettings.checkBaseUrl(text, false)))
                .contains("baseUrl", "allowPlainHttp=true", text);
        assertThat(ConnectionSettings.checkBaseUrl(text, true)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/v3",
                "api.callrail.com",
                "ftp://x",
                "https:",
                "https://",
                "https:///x",
                "https://a b",
                "https://a:99999",
                "https://a:0",
                "https://under_score",
                "jar:file:/x",
                "https://{{host}}"
            })
    void refusesWhatIsNoBaseUrlQuotingIt(String text) {
        assertThat(refusal(() -> ConnectionSettings.checkBaseUrl(text, true))).contains("baseUrl", "'" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://me:pass@host", "https://host?token=pass", "https://host/#pass", "::pass@"})
    void refusesWhatMayHoldASecretWithoutQuotingIt(String text) {
        assertThat(refusal(() -> ConnectionSettings.checkBaseUrl(text, true)))
                .contains("baseUrl", "apiKey")
                .doesNotContain("pass");
        if (!text.startsWith(":")) {
            refusal(() -> settings(URI.create(text)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "pass word", "pass\nword", "pass\r\nX: y", "pass\"", "pass\\", "passé"})
    void refusesAKeyThatCannotBeSentWithoutQuotingIt(String key) {
        assertThat(refusal(() -> new ConnectionSettings(API, key, null, null, 0, SECOND, SECOND)))
                .contains("apiKey")
                .doesNotContain("pass");
    }

    @Test
    void aKeyIsSentWithoutTheNewlineOfItsFile() {
        assertThat(new ConnectionSettings(API, KEY + "\n", null, null, 0, SECOND, SECOND))
                .isEqualTo(new ConnectionSettings(API, KEY, null, null, 0, SECOND, SECOND))
                .extracting(ConnectionSettings::apiKey)
                .isEqualTo(KEY);
    }

    @ParameterizedTest
    @CsvSource({", 3128", "proxy, 0", "proxy, -1", "proxy, 65536", "http://proxy, 1", "me:pass@proxy, 1", "'', 1"})
    void refusesAnImpossibleProxy(String host, int port) {
        assertThat(refusal(() -> new ConnectionSettings(API, KEY, null, host, port, SECOND, SECOND)))
                .contains("proxyHost")
                .doesNotContain("pass");
    }

    @Test
    void refusesTimeoutsThatMeanForever() {
        Duration zero = Duration.ZERO;
        assertThat(refusal(() -> new ConnectionSettings(API, KEY, null, null, 0, zero, SECOND)))
                .contains("connectTimeout");
        assertThat(refusal(() -> new ConnectionSettings(API, KEY, null, null, 0, SECOND, SECOND.negated())))
                .contains("responseTimeout");
        assertThat(refusal(() -> new ConnectionSettings(API, KEY, null, null, 0, SECOND, Duration.ofDays(100))))
                .contains("responseTimeout");
    }

    @Test
    void refusesNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> new ConnectionSettings(null, KEY, null, null, 0, SECOND, SECOND));
        assertThatNullPointerException()
                .isThrownBy(() -> new ConnectionSettings(API, null, null, null, 0, SECOND, SECOND));
    }

    @Test
    void doesNotShowTheKey() {
        assertThat(settings(API))
                .hasToString("ConnectionSettings[baseUrl=https://api.callrail.com, apiKey=xxxxxx,"
                        + " sslContextParameters=none, proxy=none, connectTimeout=PT2S, responseTimeout=PT5S]");
    }

    @Test
    void aSlashAtTheEndMakesNoOtherConnection() {
        assertThat(settings(URI.create(API + "/"))).isEqualTo(settings(API));
    }

    private static String refusal(ThrowingCallable call) {
        CallRailFailure failure = catchThrowableOfType(CallRailFailure.class, call);
        assertThat(failure.kind()).isEqualTo(FailureKind.CONFIGURATION);
        assertThat(failure).hasNoCause();
        return failure.getMessage();
    }
}
