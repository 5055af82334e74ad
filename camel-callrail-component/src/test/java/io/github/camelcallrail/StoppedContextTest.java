package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelcallrail.failure.FailureKind;
import java.util.Iterator;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody meets who reads on when the context has stopped, or stops what never started. */
class StoppedContextTest extends SandboxTest {

    @ParameterizedTest
    @ValueSource(strings = {"readAhead=0", "readAhead=1", "parallelRequests=2", "readAhead=1&parallelRequests=2"})
    void aStreamThatOutlivesItFailsAsUsersKnowIt(String options) {
        calls(45);
        Iterator<?> records =
                (Iterator<?>) requested(uri("calls", "pageSize=10&outputType=stream&" + options), Map.of())
                        .getMessage()
                        .getBody();
        context.stop();

        CallRailException failure =
                catchThrowableOfType(CallRailException.class, () -> records.forEachRemaining(record -> {}));

        assertThat(failure).as("what is thrown").isNotNull();
        assertThat(failure.getKind()).isEqualTo(FailureKind.NETWORK);
    }

    @Test
    void aComponentThatWasNeverStartedCanBeStopped() {
        CallRailComponent component = new CallRailComponent(context);
        component.init();

        assertThatCode(component::stop).doesNotThrowAnyException();
    }
}
