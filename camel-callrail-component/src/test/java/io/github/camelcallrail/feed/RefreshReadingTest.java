package io.github.camelcallrail.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.checkpoint.DirectoryStateRepository;
import io.github.camelcallrail.checkpoint.RefreshRequest;
import io.github.camelcallrail.checkpoint.RefreshRequests;
import io.github.camelcallrail.checkpoint.RetryWindow;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefreshReadingTest {

    private static final Instant TIME = Instant.parse("2026-03-15T12:00:00Z");

    /** Without records; the time of each is looked up only if it is not known. */
    private static final class EmptyReport implements RefreshReading.Source {

        private final List<RetryWindow> read = new ArrayList<>();
        private final List<String> lookedUp = new ArrayList<>();
        private int failures;

        @Override
        public Optional<Reading> around(RetryWindow times) {
            read.add(times);
            return Optional.empty();
        }

        @Override
        public Optional<Instant> time(String id) {
            if (failures > 0) {
                failures--;
                throw CallRailFailure.of(FailureKind.OVER_BUDGET, "The budget is used up.");
            }
            lookedUp.add(id);
            return Optional.of(TIME);
        }
    }

    private final EmptyReport report = new EmptyReport();

    @TempDir
    Path directory;

    private RefreshRequests requests;
    private RefreshReading reading;

    @BeforeEach
    void begin() {
        requests = new RefreshRequests(new DirectoryStateRepository(directory), "sink");
        PendingRefreshes pending = new PendingRefreshes(requests);
        pending.signal();
        reading = new RefreshReading(pending, report, true);
    }

    private void request(int count, Optional<Instant> time) {
        for (int i = 1; i <= count; i++) {
            requests.add(RefreshRequest.of("CAL" + i, time));
        }
    }

    private void readAll() {
        for (int steps = 0; reading.active(); steps++) {
            assertThat(steps).as("the reading ends").isLessThan(1_000);
            assertThat(reading.read(null)).isEmpty();
        }
    }

    @Test
    void moreRequestsThanABatchComeToAnEndBeforeAnyIsConfirmed() {
        request(250, Optional.of(TIME));

        readAll();
        assertThat(requests.all()).hasSize(250);
        reading.confirmed();

        assertThat(requests.all()).isEmpty();
        assertThat(report.lookedUp).hasSize(250).doesNotHaveDuplicates();
    }

    @Test
    void aLookupThatFailedIsRepeatedByTheNextStep() {
        request(2, Optional.empty());
        report.failures = 1;

        assertThatThrownBy(this::readAll).isInstanceOf(CallRailFailure.class);
        assertThat(reading.active()).isTrue();
        readAll();

        assertThat(report.lookedUp).containsExactly("CAL1", "CAL2");
        assertThat(report.read).containsExactly(new RetryWindow(TIME, TIME));
    }
}
