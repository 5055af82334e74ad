package io.github.camelcallrail.paging;

import static io.github.camelcallrail.paging.MovingList.ELEVEN;
import static io.github.camelcallrail.paging.WalkedPages.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lists sorted by time whose records CallRail does not count: every page begins where the last one ended. */
class AnchoredWalkWithoutTotalsTest {

    private static MovingList uncounted(int count) {
        MovingList list = MovingList.calls(count);
        list.withoutTotals();
        return list;
    }

    @Test
    void everyPageBeginsAtTheLastRecord() {
        MovingList list = uncounted(25);

        WalkedPages walked = list.read(10);

        assertThat(walked.ids()).isEqualTo(names(1, 25));
        assertThat(walked.totals()).containsOnly(-1L);
        assertThat(list.requests())
                .containsExactly(
                        "2026-03-08 1",
                        "2026-03-10T11:10 1",
                        "2026-03-10T11:19 1",
                        "2026-03-10T11:25 1",
                        "2026-03-10T11:25 2");
    }

    @Test
    void anEmptyListIsOneRequest() {
        MovingList list = uncounted(0);

        assertThat(list.read(10).ids()).isEmpty();
        assertThat(list.requests()).containsExactly("2026-03-08 1");
    }

    @Test
    void rowsMayComeAndGoAtEveryRequest() {
        MovingList list = uncounted(60);
        list.afterEach(request -> {
            list.remove("r" + request);
            list.add("new" + request, ELEVEN.plusSeconds(request));
        });

        assertThat(list.read(10).ids()).isEqualTo(names(1, 60));
    }

    @Test
    void aMinuteOfMoreRecordsThanAPageIsReadByNumberUntilAnEmptyPage() {
        MovingList list = uncounted(0);
        names(1, 20).forEach(name -> list.add(name, ELEVEN));

        assertThat(list.read(10).ids()).isEqualTo(names(1, 20));
        assertThat(list.requests())
                .containsExactly("2026-03-08 1", "2026-03-10T11:00 1", "2026-03-10T11:00 2", "2026-03-10T11:00 3");
    }

    @Test
    void behindSuchAMinuteEveryPageBeginsAtTheLastRecordAgain() {
        MovingList list = uncounted(0);
        names(1, 25).forEach(name -> list.add(name, ELEVEN));
        names(26, 40).forEach(name -> list.add(name, ELEVEN.plusSeconds(60)));

        assertThat(list.read(20).ids()).isEqualTo(names(1, 40));
        assertThat(list.requests())
                .containsExactly(
                        "2026-03-08 1",
                        "2026-03-10T11:00 1",
                        "2026-03-10T11:00 2",
                        "2026-03-10T11:01 1",
                        "2026-03-10T11:01 2");
    }

    @Test
    void aListThatAnswersEveryPageWithTheSameRecordsEnds() {
        MovingList list = uncounted(0);
        names(1, 10).forEach(name -> list.add(name, ELEVEN));
        Page[] first = new Page[1];
        list.fault(1, page -> first[0] = page);
        IntStream.range(2, 20).forEach(request -> list.fault(request, page -> first[0]));

        assertThatThrownBy(() -> list.read(10)).hasMessageContaining("page 2 holds a record that came before");
        assertThat(list.requests()).hasSize(9);
    }
}
