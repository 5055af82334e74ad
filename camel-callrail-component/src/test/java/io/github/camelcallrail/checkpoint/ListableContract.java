package io.github.camelcallrail.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What places for state promise that list keys. */
abstract class ListableContract extends CompareAndSetContract {

    /** In ascending order, which is that of no language: a hyphen before digits, and these before the underscore. */
    private static final List<String> ASCENDING = List.of(
            "inbox/a/-1",
            "inbox/a/0",
            "inbox/a/00",
            "inbox/a/00-b",
            "inbox/a/000",
            "inbox/a/10",
            "inbox/a/9",
            "inbox/a/_",
            "inbox/a/b",
            "inbox/a/b/c",
            "inbox/a/b_c",
            "inbox/a/bc");

    @Override
    abstract ListableStateRepository repository();

    private ListableStateRepository ready() {
        ListableStateRepository repository = repository();
        repository.start();
        return repository;
    }

    private ListableStateRepository filled(List<String> keys) {
        ListableStateRepository repository = ready();
        List<String> shuffled = new ArrayList<>(keys);
        Collections.shuffle(shuffled, new Random(7));
        shuffled.forEach(key -> repository.setState(key, "value of " + key));
        return repository;
    }

    @Test
    void keysAreListedInAscendingOrder() {
        ListableStateRepository repository = filled(ASCENDING);
        filled(List.of("inbox/other", "inbox/ab/1", "inbox/a", "calls", "calls/1", "inbox", "inboxes/a/1"));

        assertThat(ASCENDING).isSorted();
        assertThat(repository.keys("inbox/a/", 100)).isEqualTo(ASCENDING);
        assertThat(repository.keys("inbox/a/", 3)).isEqualTo(ASCENDING.subList(0, 3));
        assertThat(repository.keys("inbox/a/", "inbox/a/000", 3)).isEqualTo(ASCENDING.subList(5, 8));
        assertThat(repository.keys("inbox/a/", "inbox/a/001", 3)).isEqualTo(ASCENDING.subList(5, 8));
        assertThat(repository.keys("inbox/a/", "inbox/a/bc", 3)).isEmpty();
        assertThat(repository.keys("inbox/none/", 3)).isEmpty();
        assertThat(repository.keys("inbox/", 100))
                .hasSize(15)
                .startsWith("inbox/a")
                .endsWith("inbox/other");
    }

    @Test
    void aPrefixMayEndWithinAPart() {
        ListableStateRepository repository = filled(ASCENDING);

        assertThat(repository.keys("inbox/a/b", 100))
                .containsExactly("inbox/a/b", "inbox/a/b/c", "inbox/a/b_c", "inbox/a/bc");
        assertThat(repository.keys("inbox/a/b_", 100)).as("any character").containsExactly("inbox/a/b_c");
    }

    @Test
    void listedKeysHaveTheirValues() {
        ListableStateRepository repository = filled(ASCENDING);

        assertThat(ASCENDING)
                .allSatisfy(key -> assertThat(repository.getState(key)).isEqualTo("value of " + key));
        assertThat(repository.compareAndSetState("inbox/a/0", "value of inbox/a/0", "new"))
                .isTrue();
        assertThat(repository.compareAndSetState("inbox/x/lease", null, "mine")).isTrue();
        assertThat(ready().getState("inbox/a/0")).isEqualTo("new");
        assertThat(ready().getState("inbox/x/lease")).isEqualTo("mine");
    }

    @Test
    void deletedKeysAreNotListed() {
        ListableStateRepository repository = filled(ASCENDING);

        repository.setState("inbox/a/0", null);
        repository.setState("inbox/never/there", null);

        assertThat(ready().keys("inbox/a/", 2)).containsExactly("inbox/a/-1", "inbox/a/00");
        assertThat(repository.getState("inbox/a/0")).isNull();
    }

    @Test
    void otherKeysAreKeptButNotListed() {
        List<String> others = List.of(
                "inbox/a/B",
                "inbox/a/b.c",
                "inbox/a//b",
                "inbox/a/",
                "inbox/a/../b",
                "inbox/a/é",
                "INBOX/a/b",
                "inbox/" + "k".repeat(201));
        ListableStateRepository repository = filled(others);

        assertThat(repository.keys("inbox/", 100)).isEmpty();
        assertThat(others)
                .allSatisfy(key -> assertThat(repository.getState(key)).isEqualTo("value of " + key));
    }

    @Test
    void theLongestKeysAreListed() {
        List<String> longest = List.of(
                "inbox/" + "a".repeat(48) + "/" + "b".repeat(200), "inbox/" + "a".repeat(48) + "/" + "c".repeat(200));
        ListableStateRepository repository = filled(longest);

        assertThat(repository.keys("inbox/", 100)).isEqualTo(longest);
    }

    @Test
    void aValueMovesToAnotherKey() {
        ListableStateRepository repository = filled(List.of("inbox/a/1", "inbox/a/2", "inbox/a/3"));

        assertThat(repository.renameState("inbox/a/1", "inbox/new/1")).isTrue();
        assertThat(repository.renameState("inbox/a/2", "inbox/a/3")).isTrue();
        assertThat(repository.renameState("inbox/a/3", "inbox/a/3")).isTrue();
        assertThat(repository.renameState("inbox/a/9", "inbox/a/3"))
                .as("no such key")
                .isFalse();

        assertThat(ready().keys("inbox/", 100)).containsExactly("inbox/a/3", "inbox/new/1");
        assertThat(ready().getState("inbox/new/1")).isEqualTo("value of inbox/a/1");
        assertThat(ready().getState("inbox/a/3")).isEqualTo("value of inbox/a/2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "inbox", "calls/", "inbox/A", "inbox//", "inbox/%", "inbox/.."})
    void onlyListableKeysCanBeAskedFor(String prefix) {
        ListableStateRepository repository = ready();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> repository.keys(prefix, 1))
                .withMessage("No listable key begins with '" + prefix + "'.");
    }

    @Test
    void atLeastOneKeyIsAskedFor() {
        ListableStateRepository repository = ready();

        assertThatIllegalArgumentException().isThrownBy(() -> repository.keys("inbox/a/", 0));
    }

    @Test
    void manyMayBeTheFirstToWriteBelowANewName() throws Exception {
        ListableStateRepository one = ready();
        ListableStateRepository another = ready();
        for (int i = 0; i < 10; i++) {
            String prefix = "inbox/" + i + "/pending/";
            inParallel(4, () -> {
                String thread = String.valueOf(Thread.currentThread().getId());
                one.setState(prefix + "one-" + thread, "value");
                another.setState(prefix + "another-" + thread, "value");
                return null;
            });
            assertThat(one.keys(prefix, 100)).hasSizeBetween(2, 8).allMatch(key -> one.getState(key) != null);
        }
        assertThat(IntStream.range(0, 10))
                .allMatch(i -> !another.keys("inbox/" + i, 1).isEmpty());
    }
}
