package io.github.camelcallrail.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The text in which an event is stored. */
class ReceivedEventTest {

    private static final byte[] EVERY_BYTE = new byte[256];

    static {
        for (int i = 0; i < EVERY_BYTE.length; i++) {
            EVERY_BYTE[i] = (byte) i;
        }
    }

    private static ReceivedEvent event(String contentType, byte[] body, String time) {
        return new ReceivedEvent(EventKind.POST_CALL, Optional.of("COM1"), contentType, body, Instant.parse(time));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "",
                "application/json; charset=\"utf-8\"",
                "application/json;\tcharset=utf-8 ",
                "application/json\r\nx: y",
                "\n",
                "application/json\u2028\u0085\u00e9"
            })
    void theSameEventComesBack(String contentType) {
        ReceivedEvent event = event(contentType, EVERY_BYTE, "2026-03-15T12:00:00.123456789Z");

        assertThat(ReceivedEvent.parse(event.text())).isEqualTo(event).hasSameHashCodeAs(event);
        assertThat(event.contentType()).isEqualTo(contentType.replace('\n', ' '));
    }

    @ParameterizedTest
    @EnumSource(EventKind.class)
    void ofEveryKindWithOrWithoutACompany(EventKind kind) {
        Instant time = Instant.parse("2026-03-15T12:00:00Z");
        ReceivedEvent without = new ReceivedEvent(kind, Optional.empty(), "application/json", new byte[0], time);

        assertThat(ReceivedEvent.parse(without.text())).isEqualTo(without);
        assertThat(without)
                .isNotEqualTo(new ReceivedEvent(kind, Optional.of("COM1"), "application/json", new byte[0], time));
    }

    /** Events that were stored by an earlier release must be read by every later one. */
    @Test
    void theTextStaysAsItIs() {
        assertThat(event("application/json", "{}".getBytes(StandardCharsets.UTF_8), "2026-03-15T12:00:00Z")
                        .text())
                .isEqualTo("post-call\nCOM1\napplication/json\n2026-03-15T12:00:00Z\ne30=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "post-call",
                "post-cal\nCOM1\napplication/json\n2026-03-15T12:00:00Z\ne30=",
                "post-call\nCOM1\napplication/json\nsoon\ne30=",
                "post-call\nCOM1\napplication/json\n2026-03-15T12:00:00Z\n{}",
                "post-call\nCOM1\napplication/json\n2026-03-15T12:00:00Z\ne30=\n"
            })
    void otherTextIsRejected(String text) {
        assertThatThrownBy(() -> ReceivedEvent.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itsBodyCannotBeChangedFromOutside() {
        byte[] body = {1, 2};
        ReceivedEvent event = event("application/json", body, "2026-03-15T12:00:00Z");
        body[0] = 9;
        event.body()[1] = 9;

        assertThat(event.body()).containsExactly(1, 2);
        assertThat(event).hasToString("post-call of 2 bytes");
    }
}
