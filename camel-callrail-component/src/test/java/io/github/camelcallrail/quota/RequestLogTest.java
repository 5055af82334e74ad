package io.github.camelcallrail.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class RequestLogTest {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void holdsNoMoreMinutesThanADayHas() {
        RequestLog log = new RequestLog();
        for (int second = 0; second < 3 * 86_400; second += 30) {
            log.take(new Limits(200, 5_000), START.plusSeconds(second));
        }
        assertThat(log.sent()).hasSize(1_441);
        assertThat(RequestLogText.of(log, 20)).hasSizeLessThan(1_441 * 7 + 100);
    }

    @Test
    void isReadAsItWasWritten() {
        for (int seed = 0; seed < 200; seed++) {
            RequestLog log = random(seed);
            RequestLog read = RequestLogText.read(RequestLogText.of(log, 0));

            assertThat(read.sent()).as("seed %s", seed).isEqualTo(log.sent());
            assertThat(read.latest()).isEqualTo(log.latest());
            assertThat(read.undated()).isZero();
        }
        assertThat(RequestLogText.read(RequestLogText.of(new RequestLog(), 0)).sent())
                .isEmpty();
    }

    @Test
    void whatIsReservedIsReadAsUndatedAndStaysSoUntilATimeIsTold() {
        RequestLog read = RequestLogText.read(RequestLogText.of(new RequestLog(), 20));
        RequestLog again = RequestLogText.read(RequestLogText.of(read, 3));
        assertThat(again.undated()).isEqualTo(23);

        again.advanceTo(START);
        assertThat(again.undated()).isZero();
        assertThat(again.sent()).containsExactly(Map.entry(START.getEpochSecond() / 60, 23L));
    }

    @Test
    void theTextIsAsDocumented() {
        RequestLog log = new RequestLog();
        log.take(Limits.CALLRAILS_OWN, START);
        log.take(Limits.CALLRAILS_OWN, START.plusSeconds(150));
        log.take(Limits.CALLRAILS_OWN, START.plusSeconds(170));

        assertThat(RequestLogText.of(log, 20))
                .matches("camel-callrail requests 1 [0-9a-f]{8}\n" + (START.getEpochSecond() / 60 + 2) + " 20 0:2 2:1");
    }

    @Test
    void everyChangeOfTheTextIsNoticed() {
        String text = RequestLogText.of(random(1), 20);
        for (int i = 0; i < text.length(); i++) {
            String without = text.substring(0, i) + text.substring(i + 1);
            String changed = text.substring(0, i) + (char) (text.charAt(i) ^ 1) + text.substring(i + 1);
            String cut = text.substring(0, i);
            for (String damaged : new String[] {without, changed, cut}) {
                assertThatIllegalArgumentException()
                        .as("place %s", i)
                        .isThrownBy(() -> RequestLogText.read(damaged))
                        .withMessageMatching("it .*|its .*");
            }
        }
    }

    @Test
    void aLaterFormatIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequestLogText.read(
                        RequestLogText.of(new RequestLog(), 0).replace("requests 1", "requests 2")))
                .withMessage("it was written by a later version of camel-callrail, in format 2");
    }

    @Test
    void aCheckedTextOfNonsenseIsRefused() {
        for (String nonsense : new String[] {"", "1", "1 x", "1 2 3", "1 2 1441:1", "1 2 -1:1", "1 2 3:x"}) {
            CRC32C sum = new CRC32C();
            sum.update(nonsense.getBytes(StandardCharsets.UTF_8));
            String text = "camel-callrail requests 1 %08x\n%s".formatted(sum.getValue(), nonsense);

            assertThatIllegalArgumentException().as(nonsense).isThrownBy(() -> RequestLogText.read(text));
        }
    }

    private static RequestLog random(int seed) {
        Random random = new Random(seed);
        RequestLog log = new RequestLog();
        Instant now = START;
        for (int i = 0; i < 100; i++) {
            now = now.plus(Duration.ofSeconds(random.nextInt(2_000)));
            log.take(Limits.CALLRAILS_OWN, now);
        }
        return log;
    }
}
