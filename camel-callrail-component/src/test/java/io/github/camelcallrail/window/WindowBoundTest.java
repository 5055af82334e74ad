package io.github.camelcallrail.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowBoundTest {

    @Test
    void isWrittenAsTheApiTakesIt() {
        assertThat(WindowBound.of(LocalDate.of(2026, 3, 8)).text()).isEqualTo("2026-03-08");
        assertThat(WindowBound.of(LocalDateTime.of(2026, 3, 8, 14, 5)).text()).isEqualTo("2026-03-08T14:05");
        assertThat(WindowBound.of(LocalDateTime.of(2026, 3, 8, 0, 0)).text()).isEqualTo("2026-03-08T00:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-08T14:05:01", "2026-03-08T14:05:00.001"})
    void isNeverFinerThanAMinute(LocalDateTime time) {
        assertThatThrownBy(() -> WindowBound.of(time)).isInstanceOf(IllegalArgumentException.class);
    }
}
