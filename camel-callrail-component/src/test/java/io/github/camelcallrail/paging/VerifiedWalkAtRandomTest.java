package io.github.camelcallrail.paging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Hundreds of lists in no order that change at random while they are read. A failure names the seed of its list. */
class VerifiedWalkAtRandomTest {

    private static final int LISTS = 1_000;
    private static final int PASSES = 4;

    @Test
    void listsAreReadWholeUnlessTheyKeepChanging() {
        int failed = 0;
        for (int seed = 0; seed < LISTS; seed++) {
            Random random = new Random(seed);
            int pageSize = 1 + random.nextInt(8);
            MovingList list = MovingList.users(0);
            RandomChanges changes = new RandomChanges(list, random, () -> Instant.EPOCH);
            changes.fill(random.nextInt(60));
            changes.begin(random.nextDouble() / 2, random.nextInt(7));
            try {
                assertWhole(seed, list, changes, list.read(pageSize, 1 + seed % 4), pageSize);
            } catch (CallRailFailure failure) {
                failed++;
                assertThat(failure.kind()).as("seed %s", seed).isEqualTo(FailureKind.INCOMPLETE);
                assertThat(changes.changes()).as("seed %s: %s", seed, failure).isGreaterThanOrEqualTo(PASSES);
            }
        }
        assertThat(failed).isBetween(1, LISTS / 5);
    }

    private static void assertWhole(
            int seed, MovingList list, RandomChanges changes, WalkedPages walked, int pageSize) {
        assertThat(walked.ids())
                .as("seed %s", seed)
                .doesNotHaveDuplicates()
                .containsAll(changes.stood())
                .isSubsetOf(changes.everThere().keySet());
        int pages = 1 + changes.everThere().size() / pageSize;
        assertThat(list.requests())
                .as("seed %s", seed)
                .hasSizeLessThanOrEqualTo(Math.min(PASSES, 1 + changes.changes()) * (pages + 1));
    }
}
