package io.github.camelcallrail.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests to read records at once, as they are kept beside a state. */
class RefreshRequestsTest {

    private static final Optional<Instant> NOON = Optional.of(Instant.parse("2026-03-15T12:00:00.123456789Z"));

    private final MemoryStates states = new MemoryStates();
    private final RefreshRequests requests = new RefreshRequests(states, "sink");

    private static RefreshRequest request(String token, String id) {
        return new RefreshRequest(token, id, Optional.empty());
    }

    @Test
    void whatIsAddedIsThereInItsOrderForWhoeverReadsTheSameState() {
        RefreshRequest first = RefreshRequest.of("CAL1", NOON);
        RefreshRequest second = RefreshRequest.of("form-2_b", Optional.empty());
        assertThat(requests.all()).isEmpty();

        requests.add(first);
        requests.add(second);

        assertThat(new RefreshRequests(states, "sink").all()).containsExactly(first, second);
        assertThat(new RefreshRequests(states, "other").all()).isEmpty();
        assertThat(states.values).containsOnlyKeys("sink/refresh");
    }

    @Test
    void aLaterRequestForTheSameRecordReplacesTheEarlierOne() {
        requests.add(request("t1", "CAL1"));
        requests.add(request("t2", "CAL2"));
        requests.add(new RefreshRequest("t3", "CAL1", NOON));

        assertThat(requests.all()).containsExactly(request("t2", "CAL2"), new RefreshRequest("t3", "CAL1", NOON));
    }

    @Test
    void whatIsDoneGoesButNotALaterRequestForTheSameRecord() {
        RefreshRequest done = request("t1", "CAL1");
        requests.add(done);
        requests.add(request("t2", "CAL2"));
        List<RefreshRequest> taken = requests.all();
        RefreshRequest later = request("t3", "CAL1");
        requests.add(later);

        requests.remove(taken);

        assertThat(requests.all()).containsExactly(later);
        requests.remove(List.of(later));
        assertThat(requests.all()).isEmpty();
    }

    @Test
    void nothingIsWrittenIfNothingChanges() {
        requests.add(request("t1", "CAL1"));
        String before = states.values.get("sink/refresh");

        requests.remove(List.of(request("t2", "CAL1")));
        requests.remove(List.of());

        assertThat(states.values.get("sink/refresh")).isSameAs(before);
    }

    @Test
    void tooManyAreRejectedButNotOneThatReplacesAnother() {
        List<String> lines = new ArrayList<>();
        for (int number = 0; number < RefreshRequests.CAPACITY; number++) {
            lines.add("t" + number + " CAL" + number);
        }
        states.values.put("sink/refresh", ChecksummedText.seal(String.join("\n", lines)));

        assertThatThrownBy(() -> requests.add(request("t", "CAL-1")))
                .isInstanceOfSatisfying(CallRailFailure.class, failure -> assertThat(failure.kind())
                        .isEqualTo(FailureKind.STORAGE))
                .hasMessageStartingWith("10000 records are waiting to be refreshed, so no more are accepted.");
        requests.add(request("t", "CAL7"));
        assertThat(requests.all()).hasSize(RefreshRequests.CAPACITY).endsWith(request("t", "CAL7"));
        requests.remove(List.of(request("t0", "CAL0")));
        requests.add(request("t", "CAL-1"));
        assertThat(requests.all()).hasSize(RefreshRequests.CAPACITY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"t1", "t1 ", "t1 CAL/1", "t1 CAL1 soon", "", "t1 CAL1\n\nt2 CAL2"})
    void damagedTextIsAnErrorAndNotAnEmptyList(String text) {
        // No text at all is what is left when everything is done.
        String saved = text.isEmpty() ? "something else" : ChecksummedText.seal(text);
        states.values.put("sink/refresh", saved);

        assertThatThrownBy(requests::all)
                .isInstanceOfSatisfying(CallRailFailure.class, failure -> assertThat(failure.kind())
                        .isEqualTo(FailureKind.STATE))
                .hasMessageStartingWith("The saved state 'sink/refresh' cannot be used: ");
        assertThatThrownBy(() -> requests.add(request("t", "CAL1"))).isInstanceOf(CallRailFailure.class);
        assertThat(states.values).containsEntry("sink/refresh", saved);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CAL 1", "CAL\n1", "../CAL", "CÄL"})
    void whatIsNotAnIdIsRejected(String id) {
        assertThatThrownBy(() -> RefreshRequest.of(id, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not an id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\nb"})
    void aTokenIsOneWord(String token) {
        assertThatThrownBy(() -> request(token, "CAL1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWriterThatComesInBetweenLosesNothing() {
        RefreshRequest done = request("t0", "CAL0");
        requests.add(done);
        RefreshRequests slow = new RefreshRequests(overtaken(() -> requests.add(request("t1", "CAL1"))), "sink");

        slow.add(request("t2", "CAL2"));

        assertThat(requests.all()).containsExactly(done, request("t1", "CAL1"), request("t2", "CAL2"));
        RefreshRequests remover = new RefreshRequests(overtaken(() -> requests.add(request("t3", "CAL0"))), "sink");
        remover.remove(List.of(done));
        assertThat(requests.all()).containsExactly(request("t1", "CAL1"), request("t2", "CAL2"), request("t3", "CAL0"));
    }

    /** The same state, for a writer that another one overtakes once between reading and writing. */
    private CompareAndSetStateRepository overtaken(Runnable other) {
        return new CompareAndSetStateRepository() {
            private boolean done;

            @Override
            public boolean compareAndSetState(String key, String expected, String value) {
                if (!done) {
                    done = true;
                    other.run();
                }
                return states.compareAndSetState(key, expected, value);
            }

            @Override
            public void setState(String key, String value) {
                throw new AssertionError("not by compare-and-set");
            }

            @Override
            public String getState(String key) {
                return states.getState(key);
            }

            @Override
            public void start() {
                // Nothing to start.
            }

            @Override
            public void stop() {
                // Nothing to stop.
            }
        };
    }

    @Test
    void aRepositoryOfThisProcessNeedsNoCompareAndSet() {
        RefreshRequests inMemory = new RefreshRequests(new MemoryStateRepository(), "sink");

        inMemory.add(request("t1", "CAL1"));
        inMemory.remove(List.of(request("t1", "CAL1")));

        assertThat(inMemory.all()).isEmpty();
    }

    @Test
    void storageThatFailsIsSaidWithItsKey() {
        MemoryStateRepository broken = new MemoryStateRepository() {
            @Override
            public void setState(String key, String value) {
                throw new IllegalStateException("the disk is full");
            }
        };

        assertThatThrownBy(() -> new RefreshRequests(broken, "sink").add(request("t1", "CAL1")))
                .isInstanceOfSatisfying(CallRailFailure.class, failure -> assertThat(failure.kind())
                        .isEqualTo(FailureKind.STORAGE))
                .hasMessageStartingWith(
                        "The refresh requests 'sink/refresh' could not be written: the disk is full. Check");
    }
}
