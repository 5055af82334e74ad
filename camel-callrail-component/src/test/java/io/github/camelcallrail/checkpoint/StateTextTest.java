package io.github.camelcallrail.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.failure.CallRailFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts that are saved: what is read back is what was written, or an error. */
class StateTextTest {

    private static final Instant TIME = Instant.parse("2026-03-15T16:30:20.123Z");
    private static final String COLUMNS = "0123456789abcdef";

    @Test
    void aHeaderIsReadBackAsItWasWritten() throws Exception {
        Position full = new Position(
                TIME,
                Optional.of(TIME.plusSeconds(1)),
                Optional.of(TIME.plusSeconds(2)),
                Map.of(Duration.ofDays(7), TIME.plusSeconds(3)),
                Optional.of(new Progress(
                        TIME.plusSeconds(4),
                        TIME.plusSeconds(5),
                        Optional.of(new Anchor(TIME.plusSeconds(6), Set.of("CAL1", "7"))),
                        TIME.plusSeconds(7))));
        StateHeader header = new StateHeader(
                12,
                Map.of("report", "aa", "filter.direction", "bb"),
                full,
                Map.of("CAL\"2", new FailedRecord("CAL\"2", TIME.plusSeconds(8), Change.Kind.UPDATED, true)),
                new LedgerIndex(38, Optional.of(TIME.plusSeconds(9)), Map.of(3, new Slot(20000, 11, 250))));

        assertThat(HeaderJson.read(HeaderJson.write(header))).isEqualTo(header);
    }

    @Test
    void anEmptyHeaderIsReadBackAsItWasWritten() throws Exception {
        StateHeader header =
                new StateHeader(1, Map.of(), Position.startingAt(TIME, TIME), Map.of(), LedgerIndex.empty(0));

        assertThat(HeaderJson.read(HeaderJson.write(header))).isEqualTo(header);
    }

    @Test
    void aBucketIsReadBackAsItWasWritten() {
        Bucket bucket = new Bucket(20527);
        bucket.put(1, 11, 20526);
        bucket.put(Long.MIN_VALUE, Long.MAX_VALUE, 20527);
        Bucket.Saved saved = Bucket.of(bucket.text(7, COLUMNS), COLUMNS);

        assertThat(saved.generation()).isEqualTo(7);
        assertThat(saved.bucket().day()).isEqualTo(20527);
        assertThat(saved.bucket().size()).isEqualTo(2);
        assertThat(saved.bucket().find(1)).isEqualTo(11);
        assertThat(saved.bucket().find(Long.MIN_VALUE)).isEqualTo(Long.MAX_VALUE);
        assertThat(saved.bucket().find(2)).isNull();
        assertThat(saved.bucket().olderThan(20527)).isEqualTo(1);
    }

    @Test
    void fingerprintsOfOtherColumnsAreUnknown() {
        Bucket bucket = new Bucket(0);
        bucket.put(1, 11, 0);

        assertThat(Bucket.of(bucket.text(7, COLUMNS), "fedcba9876543210")
                        .bucket()
                        .find(1))
                .isEqualTo(Bucket.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1 2 0123456789abcdef 1\n", "1 2 0123456789abcdef 0\nAAAA", "1 2 short 0\n"})
    void whatIsNoBucketIsRefused(String text) {
        assertThatThrownBy(() -> Bucket.of(text, COLUMNS)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSealShowsEveryChange() {
        String sealed = Sealed.seal("{\"a\": \"ä\"}\n");
        assertThat(Sealed.open("key", sealed)).isEqualTo("{\"a\": \"ä\"}\n");

        for (int index = 0; index < sealed.length(); index++) {
            char other = sealed.charAt(index) == 'x' ? 'y' : 'x';
            String changed = sealed.substring(0, index) + other + sealed.substring(index + 1);
            assertThatThrownBy(() -> Sealed.open("key", changed)).isInstanceOf(CallRailFailure.class);
            String cut = sealed.substring(0, index);
            assertThatThrownBy(() -> Sealed.open("key", cut)).isInstanceOf(CallRailFailure.class);
        }
    }

    @Test
    void stateOfALaterFormatIsRefusedAsSuch() {
        assertThatThrownBy(() -> Sealed.open("key", Sealed.seal("x").replace("state 1", "state 2")))
                .hasMessageContaining("written by a later version of camel-callrail, in format 2");
    }
}
