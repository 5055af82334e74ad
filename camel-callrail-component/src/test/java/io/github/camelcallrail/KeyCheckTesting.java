package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.report.CallRailRecords;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.CallRailSandboxExtension;
import io.github.camelcallrail.sandbox.SettableClock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A check of the key of a sandbox with everything that it invents. */
abstract class KeyCheckTesting {

    static final SettableClock CLOCK = new SettableClock(SandboxTest.NOW);

    @RegisterExtension
    static final CallRailSandboxExtension SANDBOX =
            CallRailSandboxExtension.of(CallRailSandbox.builder().seed(11).clock(CLOCK));

    CallRailSandbox sandbox;
    CallRailContext context;

    @BeforeEach
    void startContext() {
        CLOCK.set(SandboxTest.NOW);
        sandbox = SANDBOX.sandbox();
        context = new CallRailContext(sandbox, CLOCK);
    }

    @AfterEach
    void stopContext() {
        context.close();
    }

    CallRailRecords check() {
        return check("callrail:check");
    }

    CallRailRecords check(String uri) {
        Exchange exchange = context.request(uri);
        if (exchange.getException() != null) {
            throw new AssertionError("the check failed", exchange.getException());
        }
        return exchange.getMessage().getBody(CallRailRecords.class);
    }

    /** The record of one check. */
    static CallRailRecord of(List<CallRailRecord> records, String check) {
        return records.stream()
                .filter(record -> record.get("check").equals(check))
                .findFirst()
                .orElseThrow();
    }

    /** The checks with an outcome, in their order. */
    static List<Object> with(List<CallRailRecord> records, String outcome) {
        return records.stream()
                .filter(record -> record.get("outcome").equals(outcome))
                .map(record -> record.get("check"))
                .toList();
    }

    /** How often each outcome occurs. */
    static Map<Object, Long> outcomes(List<CallRailRecord> records) {
        return records.stream().collect(Collectors.groupingBy(record -> record.get("outcome"), Collectors.counting()));
    }

    static int requests(List<CallRailRecord> records) {
        return records.stream()
                .mapToInt(record -> (Integer) record.get("requests"))
                .sum();
    }

    /** Asserts what one check found. */
    static void assertFound(List<CallRailRecord> records, String check, String outcome, String detail) {
        assertThat(of(records, check))
                .containsEntry("outcome", outcome)
                .extracting("detail", STRING)
                .contains(detail);
    }
}
