package io.github.camelcallrail.paging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Lists that change at random between requests, of which the next is always sent before the page is parsed. */
class EarlyPagesAtRandomTest {

    private static final int LISTS = 1_000;

    @Test
    void listsAreReadWholeUnlessTheyKeepChanging() {
        int failed = 0;
        for (int seed = 0; seed < LISTS; seed++) {
            Random random = new Random(seed);
            int pageSize = 2 + random.nextInt(7);
            MovingList list = random.nextBoolean() ? MovingList.calls(0) : MovingList.users(0);
            int minutes = 20 + random.nextInt(200);
            RandomChanges changes =
                    new RandomChanges(list, random, () -> MovingList.ELEVEN.plusSeconds(60L * random.nextInt(minutes)));
            changes.fill(random.nextInt(120));
            changes.begin(random.nextDouble() / 2, random.nextInt(8));
            FetchPolicy policy = new FetchPolicy(1 + random.nextInt(3), 1, Runnable::run);
            try {
                Walk walk = new WalkFactory(policy).walk(list.query(pageSize), list, DeviationListener.NONE);
                assertThat(WalkedPages.of(walk).ids())
                        .as("seed %s", seed)
                        .doesNotHaveDuplicates()
                        .containsAll(changes.stood())
                        .isSubsetOf(changes.everThere().keySet());
            } catch (CallRailFailure failure) {
                failed++;
                assertThat(failure.kind()).as("seed %s", seed).isEqualTo(FailureKind.INCOMPLETE);
                assertThat(changes.changes()).as("seed %s: %s", seed, failure).isGreaterThanOrEqualTo(4);
            }
            // Each change may waste the request that was sent early.
            int pages = changes.everThere().size() / pageSize + 2;
            assertThat(list.requests())
                    .as("seed %s", seed)
                    .hasSizeLessThanOrEqualTo((pages + 3) * Math.min(4, 1 + changes.changes()) + changes.changes());
        }
        assertThat(failed).isBetween(1, LISTS / 5);
    }
}
