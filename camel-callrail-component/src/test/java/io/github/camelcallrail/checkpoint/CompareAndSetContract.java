package io.github.camelcallrail.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What places for state promise that let one writer at a time replace a value. */
abstract class CompareAndSetContract extends StateRepositoryContract {

    @Override
    abstract CompareAndSetStateRepository repository();

    private CompareAndSetStateRepository ready() {
        CompareAndSetStateRepository repository = repository();
        repository.start();
        return repository;
    }

    @Test
    void aValueIsReplacedOnlyWhereItIsKnown() {
        CompareAndSetStateRepository repository = ready();

        assertThat(repository.compareAndSetState("key", "other", "1")).isFalse();
        assertThat(repository.getState("key")).isNull();
        assertThat(repository.compareAndSetState("key", null, "1")).isTrue();
        assertThat(repository.compareAndSetState("key", null, "2")).isFalse();
        assertThat(repository.compareAndSetState("key", "other", "2")).isFalse();
        assertThat(ready().getState("key")).isEqualTo("1");
        assertThat(ready().compareAndSetState("key", "1", "2")).isTrue();
        assertThat(repository.getState("key")).isEqualTo("2");
        assertThatNullPointerException().isThrownBy(() -> repository.compareAndSetState("key", "2", null));
    }

    @Test
    void ofManyThatReplaceTheSameValueOneSucceeds() throws Exception {
        AtomicInteger counted = new AtomicInteger();
        CompareAndSetStateRepository one = ready();
        CompareAndSetStateRepository another = ready();
        inParallel(4, () -> {
            for (CompareAndSetStateRepository repository : new CompareAndSetStateRepository[] {one, another}) {
                for (int done = 0; done < 10; ) {
                    String before = repository.getState("counter");
                    String after = String.valueOf(before == null ? 1 : Integer.parseInt(before) + 1);
                    if (repository.compareAndSetState("counter", before, after)) {
                        counted.incrementAndGet();
                        done++;
                    }
                }
            }
            return null;
        });

        assertThat(counted).hasValue(80);
        assertThat(one.getState("counter")).isEqualTo("80");
    }
}
