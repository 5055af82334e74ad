package io.github.camelcallrail.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DispatchTimesTest {

    @ParameterizedTest
    @CsvSource({"1, PT1S", "2, PT2S", "3, PT4S", "9, PT4M16S", "10, PT5M", "11, PT5M", "1000000, PT5M"})
    void retriesAreFurtherAndFurtherApart(int failures, Duration wait) {
        assertThat(DispatchTimes.DEFAULT.retryAfter(failures)).isEqualTo(wait);
    }

    @Test
    void aLeaseIsRenewedBeforeItIsTakenOver() {
        Duration second = Duration.ofSeconds(1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DispatchTimes(second, second, second.multipliedBy(2), second, second))
                .withMessage("takeOver must be longer than look and renewal together, but is PT2S and these are PT1S"
                        + " and PT1S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DispatchTimes(Duration.ZERO, second, second.multipliedBy(2), second, second))
                .withMessage("look must be positive, but is PT0S");
    }
}
