package io.github.camelcallrail.paging;

import static io.github.camelcallrail.paging.WalkedPages.names;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.catalogue.Assumption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that CallRail sorts otherwise than assumed, down to the requests. */
class OrderedWalkTest {

    private static final Comparator<MovingList.Item> NEWEST_FIRST =
            Comparator.comparing(MovingList.Item::time).reversed();

    @ParameterizedTest(name = "{0} calls: {1}")
    @CsvSource({"1, 1", "10, 1", "11, 1 2 1", "25, 1 2 3 1"})
    void callsThatComeNewestFirstAreReadBackwards(int calls, String pages) {
        MovingList list = MovingList.calls(calls);
        list.order(NEWEST_FIRST);

        assertThat(list.read(10).ids()).isEqualTo(reversed(calls));
        assertThat(list.requests())
                .extracting(request -> request.replaceAll(".* ", ""))
                .containsExactly(pages.split(" "));
        assertThat(list.deviations()).isEqualTo(calls == 1 ? Set.of() : Set.of(Assumption.SORT));
    }

    @Test
    void aCallThatComesInBetweenDoesNotMatter() {
        MovingList list = MovingList.calls(25);
        list.order(NEWEST_FIRST);
        list.after(1, () -> list.add("new", MovingList.ELEVEN.plusSeconds(7_200)));

        assertThat(list.read(10).ids()).doesNotHaveDuplicates().containsAll(names(1, 25));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void callsThatComeInAnyOrderAreReadAndVerified(int parallel) {
        MovingList list = MovingList.calls(25);
        Collections.shuffle(list.records(), new Random(1));
        list.order(null);

        assertThat(list.read(10, parallel).ids()).containsExactlyInAnyOrderElementsOf(names(1, 25));
        assertThat(list.requests())
                .extracting(request -> request.replaceAll(".* ", ""))
                .containsExactly("1", "2", "3", "1");
        assertThat(list.deviations()).containsExactly(Assumption.SORT);
    }

    @Test
    void conversationsThatComeOldestFirstAreReadAndVerified() {
        MovingList list = MovingList.conversations(25);
        list.order(Comparator.comparing(MovingList.Item::time));

        assertThat(list.read(10).ids()).isEqualTo(names(1, 25));
        assertThat(list.deviations()).containsExactly(Assumption.NEWEST_FIRST);
    }

    @Test
    void conversationsThatComeNewestFirstAreWhatIsAssumed() {
        MovingList list = MovingList.conversations(25);

        assertThat(list.read(10).ids()).isEqualTo(reversed(25));
        assertThat(list.requests())
                .containsExactly(
                        "2026-03-15T12:30 1", "2026-03-15T12:30 2", "2026-03-15T12:30 3", "2026-03-15T12:30 1");
        assertThat(list.deviations()).isEmpty();
    }

    @Test
    void aLongListIsReadInOneSegment() {
        MovingList list = MovingList.conversations(450);

        assertThat(list.read(10).ids()).isEqualTo(reversed(450));
        assertThat(list.requests()).hasSize(45 + 1).allMatch(request -> request.startsWith("2026-03-15T12:30 "));
    }

    @Test
    void whereNumbersEndTheRestEndsAMinuteAfterTheLastRecord() {
        MovingList list = MovingList.conversations(450);
        list.servePages(200);

        assertThat(list.read(10).ids()).isEqualTo(reversed(450));
        // r251 is of 15:11, and an end of 15:11 would leave out 15:11:01.
        assertThat(list.requests()).contains("2026-03-10T15:12 1").hasSize(49);
        assertThat(list.requests().get(list.requests().size() - 1)).isEqualTo("2026-03-15T12:30 1");
    }

    private static List<String> reversed(int last) {
        List<String> names = new ArrayList<>(names(1, last));
        Collections.reverse(names);
        return names;
    }
}
