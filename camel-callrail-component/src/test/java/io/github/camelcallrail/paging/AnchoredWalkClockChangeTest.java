package io.github.camelcallrail.paging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.window.WindowBound;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The hour that clocks show twice, in which a request cannot name the minute that is meant, and records of one local
 * minute lie an hour apart. New York: 2026-11-01 02:00 back to 01:00, at 06:00 UTC; Lord Howe, by half an hour:
 * 2026-04-05 02:00 back to 01:30, at 2026-04-04 15:00 UTC.
 */
class AnchoredWalkClockChangeTest {

    /** Three records every ten minutes, from an hour and a half before the clocks go back until as long after. */
    private static MovingList around(ZoneId zone, Instant change) {
        LocalDate day = LocalDate.ofInstant(change, zone);
        MovingList list = MovingList.calls(WindowBound.of(day.minusDays(1)), WindowBound.of(day.plusDays(1)), zone);
        Duration step = Duration.ofMinutes(10);
        for (Instant time = change.minus(step.multipliedBy(9));
                !time.isAfter(change.plus(step.multipliedBy(9)));
                time = time.plus(step)) {
            for (int second : List.of(0, 20, 40)) {
                list.add(time.plusSeconds(second).toString(), time.plusSeconds(second));
            }
        }
        return list;
    }

    @ParameterizedTest(name = "{0}: {2} begins anew at {3}")
    @CsvSource({
        "America/New_York, 2026-11-01T06:00:00Z, 9, 2026-11-01T00:50",
        "America/New_York, 2026-11-01T06:00:00Z, 17, 2026-11-01T00:59",
        "America/New_York, 2026-11-01T06:00:00Z, 39, 2026-11-01T00:59",
        "America/New_York, 2026-11-01T06:00:00Z, 47, 2026-11-01T02:00",
        "Australia/Lord_Howe, 2026-04-04T15:00:00Z, 17, 2026-04-05T01:20",
        "Australia/Lord_Howe, 2026-04-04T15:00:00Z, 20, 2026-04-05T01:29",
        "Australia/Lord_Howe, 2026-04-04T15:00:00Z, 35, 2026-04-05T01:29",
        "Australia/Lord_Howe, 2026-04-04T15:00:00Z, 38, 2026-04-05T02:00"
    })
    void aWalkThatBeginsAnewThereStartsBeforeAllThatIsShownTwice(ZoneId zone, Instant change, int page, String start) {
        MovingList list = around(zone, change);
        List<String> all = List.copyOf(list.names());
        list.after(1, () -> list.remove(all.get(0)));

        assertThat(list.read(page).ids()).isEqualTo(all);
        assertThat(list.requests()).contains(start + " 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/New_York 2026-11-01T06:00:00Z", "Australia/Lord_Howe 2026-04-04T15:00:00Z"})
    void aChangeAtAnyPageLosesAndDoublesNothing(String zoneAndChange) {
        String[] parts = zoneAndChange.split(" ");
        for (boolean counted : new boolean[] {true, false}) {
            for (int pageSize = 1; pageSize <= 30; pageSize++) {
                for (int request = 1; request <= 56 / pageSize; request++) {
                    MovingList list = around(ZoneId.of(parts[0]), Instant.parse(parts[1]));
                    if (!counted) {
                        list.withoutTotals();
                    }
                    List<String> all = new ArrayList<>(list.names());
                    String last = all.get(all.size() - 1);
                    list.after(request, () -> list.add("new", Instant.parse(last)));
                    all.add("new");

                    assertThat(list.read(pageSize).ids())
                            .as("%s, pages of %s, a record more after request %s", parts[0], pageSize, request)
                            .isEqualTo(all);
                }
            }
        }
    }
}
