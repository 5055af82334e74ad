package io.github.camelcallrail.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventUrlTest {

    private static final EventMark MARK = new EventMark(EventKind.POST_CALL, "COM1");
    private static final EventUrl PLAIN = EventUrl.of("https://hooks.example.com/callrail", MARK);

    @ParameterizedTest
    @CsvSource({
        "https://hooks.example.com/callrail,        https://hooks.example.com/callrail?event=post-call&company=COM1",
        "https://hooks.example.com,                 https://hooks.example.com?event=post-call&company=COM1",
        "https://hooks.example.com/a%20b?,          https://hooks.example.com/a%20b?event=post-call&company=COM1",
        "http://localhost:8080/h?token=a%26b&x,     http://localhost:8080/h?token=a%26b&x&event=post-call&company=COM1",
    })
    void aMarkIsAddedAndFoundAgain(String external, String marked) {
        EventUrl url = EventUrl.of(external, MARK);

        assertThat(url.text()).isEqualTo(marked);
        assertThat(EventUrl.find(marked)).contains(url);
    }

    @Test
    void anIdIsEncoded() {
        EventUrl url = EventUrl.of("https://hooks.example.com/", new EventMark(EventKind.PRE_CALL, "A&B ä"));

        assertThat(url.text()).isEqualTo("https://hooks.example.com/?event=pre-call&company=A%26B%20%C3%A4");
        assertThat(EventUrl.find(url.text())).contains(url);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "null,                                                  none",
                "'',                                                    none",
                "event=post-call,                                       none",
                "company=COM1,                                          none",
                "event=post-call&company=,                              none",
                "event=post-calls&company=COM1,                         none",
                "Event=post-call&company=COM1,                          none",
                "event=post-call&company=COM1,                          COM1",
                "x=1&company=COM1&&y&event=post-call,                   COM1",
                "event=post%2Dcall&company=COM%31&datetime=2026+03,     COM1",
                "event=post-call&company=COM1&event=x&company=COM2,     COM1",
                "event=post-call&company=COM1&callernum=%,              COM1",
                "event=%zz&company=COM1,                                none",
            })
    void aMarkIsFoundAmongOtherParameters(String query, String company) {
        assertThat(EventMark.find(query).map(EventMark::companyId).orElse("none"))
                .isEqualTo(company);
    }

    @ParameterizedTest
    @CsvSource({
        // the registered URL, whether it has the same receiver, whether it is equivalent
        "https://hooks.example.com/callrail?event=post-call&company=COM1,          true,  true",
        "HTTPS://Hooks.Example.com:443/callrail?event=post%2Dcall&company=COM1,    true,  true",
        "https://hooks.example.com/callrail?token=old&event=post-call&company=COM1, true, false",
        "https://hooks.example.com/callrail?company=COM1&event=post-call,          true,  false",
        "http://hooks.example.com/callrail?event=post-call&company=COM1,           false, false",
        "https://hooks.example.com:8443/callrail?event=post-call&company=COM1,     false, false",
        "https://hooks.example.com/CallRail?event=post-call&company=COM1,          false, false",
        "https://hooks.example.com/callrail/?event=post-call&company=COM1,         false, false",
        "https://other.example.com/callrail?event=post-call&company=COM1,          false, false",
        "https://hooks.example.com/callrail?event=post-call&company=COM2,          false, false",
        "https://hooks.example.com/callrail?event=pre-call&company=COM1,           false, false",
        "https://hooks.example.com/callrail?event=post-call,                       false, false",
        "https://hooks.example.com/callrail,                                       false, false",
        "/callrail?event=post-call&company=COM1,                                   false, false",
        "not a URL?event=post-call&company=COM1,                                   false, false",
        "mailto:someone@example.com,                                               false, false",
    })
    void oursIsKnownByPlaceAndMark(String registered, boolean same, boolean equivalent) {
        assertThat(EventUrl.find(registered).filter(PLAIN::hasSameReceiver))
                .matches(found -> found.isPresent() == same);
        assertThat(EventUrl.find(registered).filter(PLAIN::isEquivalentTo))
                .matches(found -> found.isPresent() == equivalent);
    }

    @Test
    void aPathIsNotNeeded() {
        EventUrl url = EventUrl.of("https://hooks.example.com", MARK);

        assertThat(EventUrl.find("https://hooks.example.com/?event=post-call&company=COM1")
                        .filter(url::isEquivalentTo))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hooks.example.com",
                "/callrail?token=secret",
                "ftp://hooks.example.com/secret",
                "https:secret",
                "https:///secret",
                "https://hooks.example.com/a secret",
                "https://secret@hooks.example.com/",
                "https://hooks.example.com/#secret",
                "https://hooks.example.com/?event=secret",
                "https://hooks.example.com/?x=1&company=secret",
            })
    void otherUrlsAreRejectedWithoutShowingThem(String external) {
        assertThatThrownBy(() -> EventUrl.of(external, MARK))
                .isInstanceOfSatisfying(CallRailFailure.class, failure -> assertThat(failure.kind())
                        .isEqualTo(FailureKind.CONFIGURATION))
                .hasMessageContaining("'webhookExternalUrl'")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aSecretInTheQueryIsNotShown() {
        assertThat(EventUrl.of("https://hooks.example.com/h?token=abc&x", MARK))
                .hasToString("https://hooks.example.com/h?token=xxxxxx&x=xxxxxx&event=post-call&company=COM1");
        assertThat(PLAIN).hasToString(PLAIN.text());
    }

    @Test
    void aUrlHasItsMark() {
        assertThatThrownBy(
                        () -> new EventUrl(URI.create("https://hooks.example.com/?event=pre-call&company=COM1"), MARK))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
