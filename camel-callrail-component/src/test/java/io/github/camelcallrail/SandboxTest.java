package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.report.CallRailRecords;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.CallRailSandboxExtension;
import io.github.camelcallrail.sandbox.SettableClock;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A test against a sandbox with one account, three companies in New York and no other records, on the afternoon of 15
 * March 2026, a Sunday: 12:30:20 in New York, a week after its clocks went forward.
 */
abstract class SandboxTest {

    static final Instant NOW = Instant.parse("2026-03-15T16:30:20Z");
    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    static final SettableClock CLOCK = new SettableClock(NOW);

    @RegisterExtension
    static final CallRailSandboxExtension SANDBOX = CallRailSandboxExtension.of(
            CallRailSandbox.builder().seed(11).clock(CLOCK).empty());

    CallRailSandbox sandbox;
    CallRailContext context;

    @BeforeEach
    void startContext() {
        CLOCK.set(NOW);
        sandbox = SANDBOX.sandbox();
        context = new CallRailContext(sandbox, CLOCK);
    }

    @AfterEach
    void stopContext() {
        context.close();
        // The next class starts its sandbox by this clock, and what it invents depends on the time.
        CLOCK.set(NOW);
    }

    /** Adds calls, spread evenly over the days of the default dates, and gives back their ids, oldest first. */
    List<String> calls(int count) {
        sandbox.data().generate("calls", count, Instant.parse("2026-03-08T05:00:00Z"), NOW.minusSeconds(60));
        return sandbox.data().ids("calls");
    }

    String account() {
        return sandbox.accountId();
    }

    String company() {
        return sandbox.data().ids("companies").get(0);
    }

    /** The endpoint of the sandbox's account, with days in New York, so that nothing has to be looked up. */
    String uri(String report, String options) {
        return "callrail:" + report + "?accountId=" + account() + "&timeZone=America/New_York"
                + (options.isEmpty() ? "" : "&" + options);
    }

    Exchange requested(String uri, Map<String, Object> headers) {
        Exchange exchange = context.request(uri, headers);
        if (exchange.getException() != null) {
            throw new AssertionError("the request failed", exchange.getException());
        }
        return exchange;
    }

    CallRailRecords records(String uri) {
        return requested(uri, Map.of()).getMessage().getBody(CallRailRecords.class);
    }

    List<String> ids(List<CallRailRecord> records) {
        return records.stream().map(CallRailRecord::id).toList();
    }

    /** The exception of a request that fails, wherever on the way it does. */
    CallRailException failure(String uri, Map<String, Object> headers) {
        Throwable thrown = null;
        try {
            thrown = context.request(uri, headers).getException();
        } catch (Exception e) {
            thrown = e;
        }
        assertThat(thrown).as("what %s throws", uri).isNotNull();
        while (!(thrown instanceof CallRailException) && thrown.getCause() != null) {
            thrown = thrown.getCause();
        }
        assertThat(thrown).isInstanceOf(CallRailException.class);
        return (CallRailException) thrown;
    }

    CallRailException failure(String uri) {
        return failure(uri, Map.of());
    }

    /** The parameters of the latest request, decoded, in their order. */
    Map<String, String> latestQuery() {
        List<String> lines = sandbox.journal().lines();
        String query = lines.get(lines.size() - 1).replaceFirst("^[^?]*\\??", "");
        Map<String, String> parameters = new LinkedHashMap<>();
        Arrays.stream(query.split("&"))
                .filter(part -> !part.isEmpty())
                .map(part -> part.split("=", 2))
                .forEach(part ->
                        parameters.merge(decoded(part[0]), decoded(part[1]), (one, other) -> one + " and " + other));
        return parameters;
    }

    /** All requests, decoded, without the fields asked for. */
    List<String> requests() {
        return sandbox.journal().lines().stream()
                .map(SandboxTest::decoded)
                .map(line -> line.replaceAll("fields=[^&]*&?", ""))
                .map(line -> line.replace(account(), "ACC"))
                .toList();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
