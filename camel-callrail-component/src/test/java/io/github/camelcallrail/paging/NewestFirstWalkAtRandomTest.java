package io.github.camelcallrail.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Thousands of lists of conversations that change after every request: a message moves a conversation to the top, a new
 * one comes in, another one goes. A failure names the seed of its list.
 */
class NewestFirstWalkAtRandomTest {

    private static final int LISTS = 10_000;
    private static final int LISTS_THAT_GROW = 2_000;
    private static final int MOST = 80;

    /** The end of the dates: messages after it move a conversation out of the window. */
    private static final Instant END = Instant.parse("2026-03-15T16:30:00Z");

    private final Set<String> stood = new HashSet<>();
    private MovingList list;
    private Random random;
    private int names;

    @Test
    void noneIsIncompleteThoughMessagesArriveBetweenEveryTwoRequests() {
        for (int seed = 0; seed < LISTS; seed++) {
            begin(seed, false);
            // A minute has fewer records than a page, as in any list that can be read while it changes.
            int pageSize = 4 + random.nextInt(7);
            int parallel = 1 + seed % 4;

            List<String> ids = list.read(pageSize, parallel).ids();

            assertThat(ids).as("seed %s", seed).doesNotHaveDuplicates().containsAll(stood);
            assertThat(list.requests())
                    .as("seed %s", seed)
                    .hasSizeLessThanOrEqualTo(parallel * (4 + 2 * MOST / (pageSize - 3)));
        }
    }

    @Test
    void messagesThatStayInTheWindowDoNotMatterEither() {
        for (int seed = 0; seed < LISTS_THAT_GROW; seed++) {
            begin(seed, true);

            assertThat(list.read(12 + random.nextInt(12), 1 + seed % 4).ids())
                    .as("seed %s", seed)
                    .doesNotHaveDuplicates()
                    .containsAll(stood);
        }
    }

    private void begin(int seed, boolean inWindow) {
        random = new Random(seed);
        list = MovingList.conversations(0);
        stood.clear();
        names = 0;
        for (int left = random.nextInt(MOST); left > 0; left--) {
            add(MovingList.ELEVEN.plusSeconds(20L * random.nextInt(60 * MOST)));
        }
        stood.addAll(list.names());
        Instant latest = inWindow ? MovingList.ELEVEN.plusSeconds(20L * 60 * MOST) : END;
        list.afterEach(request -> change(latest.plusSeconds(20L * request)));
    }

    private void change(Instant now) {
        List<MovingList.Item> items = list.records();
        if (!items.isEmpty()) {
            MovingList.Item moved = items.remove(random.nextInt(items.size()));
            list.add(moved.name(), now);
            if (now.isAfter(END)) {
                stood.remove(moved.name());
            }
        }
        if (random.nextInt(3) == 0) {
            add(now);
        }
        if (random.nextInt(4) == 0 && !items.isEmpty()) {
            stood.remove(items.remove(random.nextInt(items.size())).name());
        }
    }

    private void add(Instant time) {
        list.add("r" + ++names, time);
    }
}
