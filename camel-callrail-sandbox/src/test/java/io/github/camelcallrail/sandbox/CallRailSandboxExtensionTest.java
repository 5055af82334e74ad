package io.github.camelcallrail.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CallRailSandboxExtensionTest {

    private static final Set<CallRailSandbox> SHARED = new HashSet<>();

    @RegisterExtension
    static final CallRailSandboxExtension OF_CLASS =
            CallRailSandboxExtension.of(CallRailSandbox.builder().empty().apiKey("of-class"));

    @RegisterExtension
    final CallRailSandboxExtension ofTest =
            CallRailSandboxExtension.of(CallRailSandbox.builder().empty().apiKey("of-test"));

    @RepeatedTest(2)
    void everyTestFindsTheRecordsOfTheStart() {
        SHARED.add(OF_CLASS.sandbox());
        assertThat(SHARED).hasSize(1);
        assertThat(OF_CLASS.sandbox().data().ids("calls")).isEmpty();
        OF_CLASS.sandbox().data().add("calls", Map.of());
    }

    @Test
    void aFieldThatIsNotStaticHasASandboxOfItsOwn() {
        assertThat(ofTest.sandbox().apiKey()).isEqualTo("of-test");
        assertThat(ofTest.sandbox().port()).isNotEqualTo(OF_CLASS.sandbox().port());
    }

    @Test
    void saysWhenNothingRuns() {
        assertThatThrownBy(() -> new CallRailSandboxExtension().sandbox())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("runs only while");
    }

    @Nested
    class Inside {

        @Test
        void sharesTheSandboxOfTheOuterClass() {
            SHARED.add(OF_CLASS.sandbox());
            assertThat(SHARED).hasSize(1);
        }
    }
}
