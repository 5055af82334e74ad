package io.github.camelcallrail.paging;

import static io.github.camelcallrail.paging.WalkedPages.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelcallrail.catalogue.Assumption;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists that do not change, and whose counts are wrong or missing: whole within a few requests more, or an error. */
class WrongCountTest {

    private static final int PAGE_SIZE = 10;
    private static final int MOST_MORE = 6;

    static Stream<Arguments> lists() {
        return Stream.of("calls", "conversations", "users").flatMap(report -> Stream.of(0, 1, 5, 9, 10, 11, 25, 30, 455)
                .flatMap(records -> Stream.of(1, 4).map(parallel -> Arguments.of(report, records, parallel))));
    }

    private static MovingList list(String report, int records) {
        return switch (report) {
            case "calls" -> MovingList.calls(records);
            case "conversations" -> MovingList.conversations(records);
            default -> MovingList.users(records);
        };
    }

    private static void assertWhole(MovingList list, int records, int parallel) {
        assertThat(list.read(PAGE_SIZE, parallel).ids()).containsExactlyInAnyOrderElementsOf(names(1, records));
        assertThat(list.requests())
                .hasSizeLessThanOrEqualTo((records + PAGE_SIZE - 1) / PAGE_SIZE + MOST_MORE + parallel - 1);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void moreAreCountedThanListed(String report, int records, int parallel) {
        MovingList list = list(report, records);
        list.miscount(7);
        if (report.equals("users") && records > 0 && records % PAGE_SIZE == 0) {
            // A full page may be the last, or the last that is served by number.
            assertThat(catchThrowableOfType(CallRailFailure.class, () -> list.read(PAGE_SIZE, parallel)))
                    .hasMessageContaining("serves only the first " + records)
                    .hasMessageContaining("assumption 'exact-totals'")
                    .extracting(CallRailFailure::kind)
                    .isEqualTo(FailureKind.REFUSED);
            return;
        }
        assertWhole(list, records, parallel);
        assertThat(list.deviations()).containsExactly(Assumption.EXACT_TOTALS);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void fewerAreCountedThanListed(String report, int records, int parallel) {
        if (records % PAGE_SIZE <= 3) {
            // The count is that of a full page, or of none: then nothing shows that there is more.
            return;
        }
        MovingList list = list(report, records);
        list.miscount(-3);

        assertWhole(list, records, parallel);
        assertThat(list.deviations()).containsExactly(Assumption.EXACT_TOTALS);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void thePageBeyondTheLastRepeatsIt(String report, int records, int parallel) {
        assertEnd(report, records, parallel, () -> null);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void thePageBeyondTheLastIsNotFound(String report, int records, int parallel) {
        assertEnd(report, records, parallel, () -> CallRailFailure.of(FailureKind.NOT_FOUND, "no such page"));
    }

    private static void assertEnd(String report, int records, int parallel, Supplier<RuntimeException> beyond) {
        MovingList counted = list(report, records);
        counted.beyond(beyond);
        assertWhole(counted, records, parallel);
        assertThat(counted.deviations()).isEmpty();

        if (!report.equals("users") || records % PAGE_SIZE != 0 || records == 0) {
            MovingList uncounted = list(report, records);
            uncounted.withoutTotals();
            uncounted.beyond(beyond);
            assertThat(uncounted.read(PAGE_SIZE, parallel).ids())
                    .containsExactlyInAnyOrderElementsOf(names(1, records));
        }
    }

    @Test
    void withoutTotalsAFullLastPageThatRepeatsIsAnError() {
        MovingList list = MovingList.users(20);
        list.withoutTotals();
        list.beyond(() -> null);

        assertThat(catchThrowableOfType(CallRailFailure.class, () -> list.read(PAGE_SIZE)))
                .hasMessageContaining("page 3 holds only records that came before");
        assertThat(list.requests()).hasSize(12);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void timesOfDayAreIgnored(String report, int records, int parallel) {
        MovingList list = list(report, records);
        list.wholeDays();

        assertWhole(list, records, parallel);
        assertThat(list.deviations()).isSubsetOf(List.of(Assumption.TIMES_OF_DAY));
    }
}
