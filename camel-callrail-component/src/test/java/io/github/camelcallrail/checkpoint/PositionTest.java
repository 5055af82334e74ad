package io.github.camelcallrail.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Where the next walk begins, for each state that the one before may have left. Times are hours and minutes of one day.
 */
class PositionTest {

    private static final Instant ORIGIN = at("06:00");
    private static final Lookback LOOKBACK = Lookback.of("1h,3h@2h");

    private static Instant at(String time) {
        return Instant.parse("2026-03-15T" + time + ":00Z");
    }

    private static Optional<Instant> maybe(String time) {
        return Optional.ofNullable(time).map(PositionTest::at);
    }

    private static Optional<TimeAnchor> anchorAt(String time) {
        return maybe(time).map(minute -> new TimeAnchor(minute, Set.of("CAL1")));
    }

    @ParameterizedTest
    @CsvSource({
        // read up to, deep look at, now, walk begins
        ",      ,      12:00, 06:00",
        "12:00, 12:00, 12:15, 11:00",
        "12:00, 10:16, 12:15, 11:00",
        "12:00, 10:15, 12:15, 09:00",
        "12:00, ,      12:15, 09:00",
        "07:00, ,      12:15, 06:00",
        "06:30, 06:30, 06:45, 06:00",
        // A look in the future was at a wrong clock, and is not believed.
        "12:00, 13:00, 12:15, 09:00"
    })
    void aWalkLooksBackAsFarAsIsDue(String read, String deepLook, String now, String from) {
        Map<Duration, Instant> lastLooked = deepLook == null
                ? Map.of()
                : Map.of(Duration.ofHours(1), at(deepLook), Duration.ofHours(3), at(deepLook));
        Position position = new Position(ORIGIN, maybe(read), Optional.empty(), lastLooked, Optional.empty());

        WalkProgress walk = position.begin(LOOKBACK, at(now)).progress().orElseThrow();
        assertThat(walk.start()).isEqualTo(at(from));
        assertThat(walk.began()).isEqualTo(at(now));
        assertThat(walk.anchor()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10:00, 10:00", ", 09:00"})
    void aWalkThatDidNotEndResumes(String anchor, String from) {
        WalkProgress half = new WalkProgress(at("09:00"), at("12:00"), anchorAt(anchor), Instant.EPOCH);
        Position position =
                new Position(ORIGIN, Optional.of(at("11:00")), Optional.empty(), Map.of(), Optional.of(half));

        assertThat(position.begin(LOOKBACK, at("12:30")).progress()).contains(half);
        assertThat(half.from()).isEqualTo(at(from));
    }

    @ParameterizedTest
    @CsvSource({
        // read up to, newest record, now, believed to be read up to
        "12:00, 11:00, 12:00, 12:00",
        "12:00, 11:00, 11:30, 11:00",
        "12:00, 11:59, 11:30, 11:30",
        "12:00, ,      11:30, 11:30"
    })
    void whatWasReadBeyondNowIsBelievedUpToTheNewestRecord(String read, String newest, String now, String believed) {
        Position position = new Position(ORIGIN, maybe(read), maybe(newest), Map.of(), Optional.empty());

        assertThat(position.begin(LOOKBACK, at(now)).watermark()).isEqualTo(maybe(believed));
    }

    @ParameterizedTest
    @CsvSource({
        // walk starts at, read up to before, ends at, read up to after, looked 1h, looked 3h
        "06:00, ,      12:00, 12:00, 12:05, 12:05",
        "11:00, 12:00, 12:10, 12:10, 12:05, 08:00",
        "09:00, 12:00, 12:10, 12:10, 12:05, 12:05",
        "11:30, 12:00, 12:10, 12:10, 08:00, 08:00",
        // The walk of a clock that went back takes nothing back.
        "11:00, 12:00, 11:50, 12:00, 12:05, 08:00"
    })
    void theEndOfAWalkCountsForEachDepthThatItReached(
            String start, String readBefore, String end, String readAfter, String shallow, String deep) {
        Map<Duration, Instant> lastLooked = Map.of(Duration.ofHours(1), at("08:00"), Duration.ofHours(3), at("08:00"));
        WalkProgress walk = new WalkProgress(at(start), at("12:05"), Optional.empty(), Instant.EPOCH);
        Position position = new Position(ORIGIN, maybe(readBefore), Optional.empty(), lastLooked, Optional.of(walk));

        Position ended = position.end(LOOKBACK, at(end));
        assertThat(ended.watermark()).contains(at(readAfter));
        assertThat(ended.lastLooked())
                .isEqualTo(Map.of(Duration.ofHours(1), at(shallow), Duration.ofHours(3), at(deep)));
        assertThat(ended.progress()).isEmpty();
    }

    @Test
    void theNewestRecordOnlyGetsNewer() {
        Position position = Position.startingAt(ORIGIN, at("12:00")).seen(at("10:00"));

        assertThat(position.seen(at("09:00")).newest()).contains(at("10:00"));
        assertThat(position.seen(at("11:00")).newest()).contains(at("11:00"));
    }
}
