package io.github.camelcallrail.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.checkpoint.SentRecord.Basis;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What both ledgers of sent records keep, for how long, and what the next process finds. */
class FingerprintLedgerTest {

    private static final Instant NOON = Instant.parse("2026-03-15T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final FingerprintBasis BASIS = new FingerprintBasis("0123456789abcdef", "0000000000000000");

    private final MemoryStates states = new MemoryStates();

    private StateStore store() {
        return new StateStore(states, "key");
    }

    private DayLedger days(LedgerIndex index, int lookbackDays, long generation) {
        return new DayLedger(store(), BASIS, index, DAY.multipliedBy(lookbackDays), NOON, generation);
    }

    private ListLedger list(LedgerIndex index, Optional<Duration> lookback, long generation) {
        return new ListLedger(store(), BASIS, index, lookback, generation);
    }

    private static LedgerIndex index(FingerprintLedger ledger) {
        return new LedgerIndex(ledger.ringSize(), Optional.empty(), ledger.entries());
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, true", "7, true", "8, false", "400, false"})
    void daysOfTheLookBackAreKept(int daysAgo, boolean kept) {
        DayLedger ledger = days(LedgerIndex.empty(0), 7, 0);
        Instant time = NOON.minus(DAY.multipliedBy(daysAgo));

        ledger.put("CAL1", time, 11);
        assertThat(ledger.changed()).isEqualTo(kept);
        ledger.save(1);

        SentRecord found = days(index(ledger), 7, 1).find("CAL1", time);
        assertThat(found).isEqualTo(kept ? SentRecord.now(11, 0) : null);
    }

    @Test
    void aNewDayTakesThePlaceOfTheOldest() {
        DayLedger ledger = days(LedgerIndex.empty(0), 2, 0);
        for (int day = 0; day < 5; day++) {
            ledger.put("CAL" + day, NOON.plus(DAY.multipliedBy(day)), day);
        }
        ledger.save(1);
        int ringSize = ledger.ringSize();
        Instant later = NOON.plus(DAY.multipliedBy(ringSize));

        DayLedger next = new DayLedger(store(), BASIS, index(ledger), DAY.multipliedBy(2), later, 1);
        next.put("CAL9", later, 9);
        next.save(2);

        assertThat(next.find("CAL9", later)).isEqualTo(SentRecord.now(9, 0));
        assertThat(next.find("CAL0", NOON)).isNull();
        assertThat(states.values).hasSize(ringSize);
    }

    @ParameterizedTest
    @CsvSource({"3, 30", "30, 3", "3, 4"})
    void anotherLookBackMovesTheDays(int before, int after) {
        DayLedger ledger = days(LedgerIndex.empty(0), before, 0);
        for (int day = 0; day <= 3; day++) {
            ledger.put("CAL" + day, NOON.minus(DAY.multipliedBy(day)), day + 1);
        }
        ledger.save(1);

        DayLedger moved = days(index(ledger), after, 1);
        moved.save(2);
        DayLedger next = days(index(moved), after, 2);
        for (int day = 0; day <= 3; day++) {
            assertThat(next.find("CAL" + day, NOON.minus(DAY.multipliedBy(day))))
                    .isEqualTo(SentRecord.now(day + 1, 0));
        }
    }

    @Test
    void whatAProcessMovedBeforeItDiedIsNotMovedAgain() {
        DayLedger ledger = days(LedgerIndex.empty(0), 3, 0);
        ledger.put("CAL1", NOON, 1);
        ledger.save(1);
        LedgerIndex saved = index(ledger);
        DayLedger died = days(saved, 30, 1);
        died.put("CAL2", NOON, 2);
        died.save(2);

        DayLedger next = days(saved, 30, 1);
        assertThat(next.find("CAL1", NOON)).isNotNull();
        assertThat(next.find("CAL2", NOON)).isNotNull();
    }

    @Test
    void aBucketThatIsOlderThanTheHeaderSaysIsAnError() {
        DayLedger ledger = days(LedgerIndex.empty(0), 7, 0);
        ledger.put("CAL1", NOON, 11);
        ledger.save(1);
        String old = states.values.values().iterator().next();
        ledger.put("CAL1", NOON, 12);
        ledger.save(2);
        LedgerIndex index = index(ledger);

        states.values.replaceAll((key, value) -> old);
        assertThatThrownBy(() -> days(index, 7, 2).find("CAL1", NOON))
                .isInstanceOfSatisfying(CallRailFailure.class, failure -> assertThat(failure.kind())
                        .isEqualTo(FailureKind.STATE))
                .hasMessageContaining("it is older than the header 'key' says (1, not 2)");
        states.values.clear();
        assertThatThrownBy(() -> days(index, 7, 2).find("CAL1", NOON)).hasMessageContaining("it is missing");
    }

    @Test
    void aBucketOfAProcessThatDiedBeforeItsHeaderCounts() {
        DayLedger ledger = days(LedgerIndex.empty(0), 7, 0);
        ledger.put("CAL1", NOON, 11);
        ledger.save(1);

        assertThat(days(LedgerIndex.empty(ledger.ringSize()), 7, 0).find("CAL1", NOON))
                .isNotNull();
        assertThat(days(LedgerIndex.empty(ledger.ringSize()), 7, 1).find("CAL1", NOON))
                .as("one that the header, written later, does not know")
                .isNull();
    }

    @Test
    void aListKeepsWhatItStillLists() {
        ListLedger ledger = list(LedgerIndex.empty(0), Optional.empty(), 0);
        ledger.put("TAG1", NOON, 1);
        ledger.put("TAG2", NOON, 2);
        ledger.endWalk(NOON);
        ledger.save(1);

        ListLedger next = list(index(ledger), Optional.empty(), 1);
        assertThat(next.find("TAG1", NOON)).isEqualTo(SentRecord.now(1, 20527));
        next.endWalk(NOON);
        next.save(2);

        ListLedger last = list(index(next), Optional.empty(), 2);
        assertThat(last.find("TAG1", NOON)).isNotNull();
        assertThat(last.find("TAG2", NOON)).as("no longer listed").isNull();
    }

    @Test
    void aListWithTimesForgetsWhatIsOlderThanTheLookBack() {
        Optional<Duration> week = Optional.of(DAY.multipliedBy(7));
        ListLedger ledger = list(LedgerIndex.empty(0), week, 0);
        ledger.put("CNV1", NOON.minus(DAY.multipliedBy(9)), 1);
        ledger.put("CNV2", NOON, 2);
        ledger.save(1);
        ledger.endWalk(NOON);
        ledger.save(2);

        ListLedger next = list(index(ledger), week, 2);
        assertThat(next.find("CNV1", NOON)).isNull();
        assertThat(next.find("CNV2", NOON)).isNotNull();
        next.endWalk(NOON.plus(DAY.multipliedBy(30)));
        assertThat(next.changed())
                .as("a poll that sends nothing writes nothing")
                .isFalse();
    }

    @Test
    void aLongListIsSavedInParts() {
        ListLedger ledger = list(LedgerIndex.empty(0), Optional.empty(), 0);
        for (int number = 0; number < 2500; number++) {
            ledger.put("TAG" + number, NOON, number + 1);
        }
        ledger.save(1);
        assertThat(states.values).containsOnlyKeys("key/list.0", "key/list.1", "key/list.2");

        ListLedger next = list(index(ledger), Optional.empty(), 1);
        next.put("TAG1500", NOON, 7);
        String first = states.values.get("key/list.0");
        next.save(2);
        assertThat(states.values.get("key/list.0")).isSameAs(first);
        assertThat(list(index(next), Optional.empty(), 2).find("TAG1500", NOON)).isEqualTo(SentRecord.now(7, 20527));
    }

    @Test
    void anIdThatWasSavedAsAHashIsFoundAndNamed() {
        FingerprintBucket old = new FingerprintBucket(0);
        old.add(RecordKey.unnamed(Hash64.of("TAG1")), new SentRecord(1, 20527, Basis.UNNAMED));
        old.add(RecordKey.unnamed(Hash64.of("TAG2")), new SentRecord(2, 20527, Basis.UNNAMED));
        store().write("list.0", old, 1, BASIS);
        LedgerIndex index = new LedgerIndex(0, Optional.empty(), Map.of(0, new BucketEntry(0, 1, 2)));

        ListLedger ledger = list(index, Optional.empty(), 1);
        assertThat(ledger.find("TAG1", NOON)).isEqualTo(new SentRecord(1, 20527, Basis.UNNAMED));
        ledger.put("TAG1", NOON, 5);
        ledger.endWalk(NOON);
        ledger.save(2);

        assertThat(states.values.get("key/list.0"))
                .contains("TAG1 0000000000000005")
                .doesNotContain("#");
    }
}
