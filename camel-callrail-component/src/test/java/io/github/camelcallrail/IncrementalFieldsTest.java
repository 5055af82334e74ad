package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A field that CallRail begins to refuse is no reason to send everything again. */
class IncrementalFieldsTest extends IncrementalTesting {

    private static final Duration HOUR = Duration.ofHours(1);

    @ParameterizedTest
    @ValueSource(
            strings = {"lookback=40d", "lookback=40d&readAhead=1", "lookback=40d&pageSize=10&maxMessagesPerPoll=7"})
    void nothingIsSentForThatAlone(String options) throws Exception {
        List<String> ids = calls(25);
        incremental("calls", options);
        for (int poll = 0; poll < 5; poll++) {
            pollAfter(HOUR);
        }
        sandbox.faults().refuseField("calls", "note");

        assertThat(pollAfter(HOUR)).isEmpty();
        sandbox.data().edit("calls", ids.get(3), Map.of("value", "12.50"));
        String added = call(CLOCK.instant());
        assertThat(pollAfter(HOUR)).containsExactlyInAnyOrder(ids.get(3), added);
        restart("calls", options);
        assertThat(pollAfter(HOUR)).isEmpty();
        restart("calls", options);
        sandbox.faults().clear();
        assertThat(pollAfter(HOUR)).isEmpty();
        sandbox.data().edit("calls", ids.get(4), Map.of("value", "99.50"));
        assertThat(pollAfter(HOUR)).containsExactly(ids.get(4));
    }

    @Test
    void theFirstPollSendsEverythingAllTheSame() throws Exception {
        List<String> ids = calls(25);
        sandbox.faults().refuseField("calls", "note");
        incremental("calls", "pageSize=10");

        assertThat(poll()).isEqualTo(ids);
        assertThat(exchanges)
                .extracting(exchange -> exchange.getMessage().getHeader(CallRailConstants.LAST_RECORD))
                .containsOnlyOnce(true)
                .last()
                .isEqualTo(true);
        assertThat(pollAfter(HOUR)).isEmpty();
    }

    @Test
    void whatFailedBeforeComesAgainWithoutTheField() throws Exception {
        List<String> ids = calls(25);
        failing.add(ids.get(2));
        incremental("calls", "pageSize=10&lookback=1h");
        poll();
        failing.clear();
        sandbox.faults().refuseField("calls", "note");

        assertThat(pollAfter(HOUR)).containsExactly(ids.get(2));
    }
}
