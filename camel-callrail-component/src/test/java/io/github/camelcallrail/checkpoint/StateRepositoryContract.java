package io.github.camelcallrail.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.camel.spi.StateRepository;
import org.junit.jupiter.api.Test;

/** What everything that keeps state promises, whatever it keeps it in. */
abstract class StateRepositoryContract {

    static final List<String> SIMILAR_KEYS = List.of(
            "calls",
            "Calls",
            "CALLS",
            "calls ",
            " calls",
            "calls/",
            "calls\\",
            "calls:",
            "calls?",
            "calls_",
            "calls.",
            "../calls",
            "..",
            ".",
            "/",
            "CON",
            "calls\n",
            "calls\t",
            "cälls",
            "ca\u0308lls",
            "電話",
            "😀",
            "'; drop table x",
            "%",
            "k".repeat(254) + "1",
            "k".repeat(254) + "2");

    /** Another one on what the last one wrote; not started. */
    abstract StateRepository<String, String> repository();

    List<String> keysOnlySomeAllow() {
        return List.of();
    }

    @Test
    void whatWasSetIsThereForTheNextProcess() {
        StateRepository<String, String> repository = started();
        assertThat(repository.getState("key")).isNull();

        repository.setState("key", "first");
        assertThat(repository.getState("key")).isEqualTo("first");
        repository.setState("key", "2");
        repository.stop();

        assertThat(started().getState("key")).isEqualTo("2");
    }

    @Test
    void nullDeletes() {
        StateRepository<String, String> repository = started();
        repository.setState("key", "value");
        repository.setState("other", "stays");

        repository.setState("key", null);
        repository.setState("never there", null);

        assertThat(started().getState("key")).isNull();
        assertThat(started().getState("other")).isEqualTo("stays");
    }

    @Test
    void anyTextIsAValue() {
        StateRepository<String, String> repository = started();
        String large = "0123456789 äöü 😀\r\n".repeat(10_000);
        for (String value : List.of("", " ", "null", "a=b\nc\r\n\t\"'\\", "ünïcödé 電話 😀 e\u0301", large)) {
            repository.setState("key", value);
            assertThat(repository.getState("key")).isEqualTo(value);
        }
    }

    @Test
    void noTwoKeysShareAValue() {
        List<String> keys = new ArrayList<>(SIMILAR_KEYS);
        keys.addAll(keysOnlySomeAllow());
        StateRepository<String, String> repository = started();

        keys.forEach(key -> repository.setState(key, "value of " + key));

        assertThat(keys).allSatisfy(key -> assertThat(repository.getState(key)).isEqualTo("value of " + key));
    }

    @Test
    void aKeyIsNeverNull() {
        StateRepository<String, String> repository = started();

        assertThatNullPointerException().isThrownBy(() -> repository.getState(null));
        assertThatNullPointerException().isThrownBy(() -> repository.setState(null, "value"));
    }

    @Test
    void canBeStartedManyTimesAtOnce() throws Exception {
        inParallel(8, () -> started().getState("key"));
    }

    @Test
    void whoeverReadsSeesAWholeValueWhileManyWrite() throws Exception {
        List<String> values = Collections.nCopies(8, List.of("a".repeat(200_000), "b".repeat(250_000), "c")).stream()
                .flatMap(List::stream)
                .toList();
        StateRepository<String, String> one = started();
        StateRepository<String, String> another = started();

        inParallel(4, () -> {
            for (String value : values) {
                one.setState("key", value);
                assertThat(values.contains(another.getState("key"))).isTrue();
                another.setState("key", value);
                assertThat(values.contains(one.getState("key"))).isTrue();
            }
            return null;
        });
    }

    @Test
    void manyMayBeTheFirstToSetAKey() throws Exception {
        StateRepository<String, String> one = started();
        StateRepository<String, String> another = started();
        for (int i = 0; i < 20; i++) {
            String key = "key " + i;
            inParallel(4, () -> {
                one.setState(key, "value");
                another.setState(key, "value");
                return null;
            });
            assertThat(one.getState(key)).isEqualTo("value");
        }
    }

    StateRepository<String, String> started() {
        StateRepository<String, String> repository = repository();
        repository.start();
        return repository;
    }

    static void inParallel(int threads, Callable<?> work) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Object>> copies = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                copies.add(work::call);
            }
            for (Future<Object> one : executor.invokeAll(copies)) {
                one.get();
            }
        } finally {
            executor.shutdownNow();
        }
    }
}
