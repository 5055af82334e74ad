package io.github.camelcallrail.paging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Hundreds of lists sorted by time that change at random while they are read. A failure names the seed of its list. */
class AnchoredWalkAtRandomTest {

    private static final int LISTS = 600;
    private static final int MOST_ROWS = 120;

    @Test
    void listsWithoutCrowdedMinutesAreReadWholeHoweverTheyChange() {
        for (int seed = 0; seed < LISTS; seed++) {
            Random random = new Random(seed);
            int pageSize = 2 + random.nextInt(7);
            MovingList list = MovingList.calls(0);
            if (random.nextInt(3) == 0) {
                list.withoutTotals();
            }
            RandomChanges changes = new RandomChanges(list, random, sparse(random, pageSize - 1)::next);
            changes.fill(random.nextInt(MOST_ROWS));
            changes.begin(random.nextDouble(), Integer.MAX_VALUE);

            int parallel = 1 + seed % 4;
            WalkedPages walked = list.read(pageSize, parallel);

            assertWhole(seed, list, changes, walked, pageSize, parallel);
            assertThat(list.requests())
                    .as("seed %s", seed)
                    .noneMatch(request -> Integer.parseInt(request.replaceAll(".* ", "")) > 20 * parallel);
        }
    }

    @Test
    void listsWithCrowdedMinutesAreReadWholeUnlessTheyKeepChanging() {
        int failed = 0;
        for (int seed = 0; seed < LISTS; seed++) {
            Random random = new Random(seed);
            int pageSize = 1 + random.nextInt(7);
            int minutes = 1 + random.nextInt(8);
            MovingList list = MovingList.calls(0);
            RandomChanges changes =
                    new RandomChanges(list, random, () -> MovingList.ELEVEN.plusSeconds(60L * random.nextInt(minutes)));
            changes.fill(random.nextInt(MOST_ROWS));
            changes.begin(0.1 + random.nextDouble() / 2, random.nextInt(8));
            try {
                assertWhole(seed, list, changes, list.read(pageSize, 1 + seed % 4), pageSize, 1 + seed % 4);
            } catch (CallRailFailure failure) {
                failed++;
                assertThat(failure.kind()).as("seed %s", seed).isEqualTo(FailureKind.INCOMPLETE);
                // One before the first of three attempts, and one in each.
                assertThat(changes.changes()).as("seed %s: %s", seed, failure).isGreaterThanOrEqualTo(4);
            }
        }
        assertThat(failed).isBetween(1, LISTS / 5);
    }

    @Test
    void listsWithRecordsWithoutATimeAreReadWholeUnlessTheyKeepChanging() {
        int failed = 0;
        for (int seed = 0; seed < LISTS; seed++) {
            Random random = new Random(seed);
            int pageSize = 2 + random.nextInt(7);
            MovingList list = MovingList.calls(0);
            int share = 2 + random.nextInt(4);
            list.untimed(name -> name.hashCode() % share == 0);
            RandomChanges changes = new RandomChanges(list, random, sparse(random, pageSize - 1)::next);
            changes.fill(random.nextInt(MOST_ROWS));
            changes.begin(random.nextDouble() / 2, random.nextInt(8));
            try {
                List<String> ids = list.read(pageSize, 1 + seed % 4).ids();
                assertThat(ids)
                        .as("seed %d", seed)
                        .doesNotHaveDuplicates()
                        .containsAll(changes.stood())
                        .isSubsetOf(changes.everThere().keySet());
            } catch (CallRailFailure failure) {
                failed++;
                assertThat(failure.kind()).as("seed %d", seed).isEqualTo(FailureKind.INCOMPLETE);
                assertThat(changes.changes()).as("seed %d: %s", seed, failure).isGreaterThanOrEqualTo(4);
            }
        }
        assertThat(failed).isLessThan(LISTS / 20);
    }

    @Test
    void listsWithALimitOfPagesAreReadWholeHoweverTheyChange() {
        for (int seed = 0; seed < LISTS; seed++) {
            Random random = new Random(seed);
            int pageSize = 2 + random.nextInt(7);
            int parallel = 1 + seed % 4;
            MovingList list = MovingList.calls(0);
            list.servePages(pageSize * (3 + random.nextInt(5)));
            RandomChanges changes = new RandomChanges(list, random, sparse(random, pageSize - 1)::next);
            changes.fill(random.nextInt(MOST_ROWS));
            changes.begin(random.nextDouble(), Integer.MAX_VALUE);

            assertWhole(seed, list, changes, list.read(pageSize, parallel), pageSize, parallel);
        }
    }

    private static void assertWhole(
            int seed, MovingList list, RandomChanges changes, WalkedPages walked, int pageSize, int parallel) {
        List<String> ids = walked.ids();
        assertThat(ids)
                .as("seed %s", seed)
                .doesNotHaveDuplicates()
                .containsAll(changes.stood())
                .isSubsetOf(changes.everThere().keySet());
        assertThat(ids)
                .as("seed %s", seed)
                .extracting(id -> changes.everThere().get(id).truncatedTo(ChronoUnit.MINUTES))
                .isSorted();
        long total = walked.totals().get(walked.totals().size() - 1);
        assertThat(total).as("seed %s", seed).isIn(-1L, (long) ids.size());
        int anew = (int) list.requests().stream()
                        .filter(request -> request.endsWith(" 1"))
                        .count()
                - 1;
        // What was given of a minute comes again, and each time the pages of one go may have been asked for in vain.
        int again = Math.max(1, pages(changes.mostOfAMinute(), pageSize));
        assertThat(list.requests())
                .as("seed %s", seed)
                .hasSizeLessThanOrEqualTo(pages(ids.size(), pageSize) + 3 + (parallel + again) * anew);
    }

    private static int pages(int records, int pageSize) {
        return (records + pageSize - 1) / pageSize;
    }

    /** Minutes at random, none of them more often than so many times. */
    private static Minutes sparse(Random random, int mostOfAMinute) {
        return new Minutes(random, mostOfAMinute, new HashMap<>());
    }

    private record Minutes(Random random, int mostOfAMinute, Map<Instant, Integer> given) {
        Instant next() {
            Instant minute;
            do {
                minute = MovingList.ELEVEN.plusSeconds(60L * random.nextInt(4 * MOST_ROWS));
            } while (given.merge(minute, 1, Integer::sum) > mostOfAMinute);
            return minute;
        }
    }
}
