package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.report.CallRailRecords;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What the sandbox promises about CallRail, proved by the same probes against both: {@code callrail:check}. The sandbox
 * is always tested. CallRail itself is tested with {@code -Dcontract.live=true} and a key in {@code CALLRAIL_API_KEY};
 * that only reads, with at most 60 requests. What an account cannot show, or may not read, proves nothing.
 */
class SandboxContractTest {

    @TestFactory
    Stream<DynamicTest> theSandboxIsWhatIsAssumed() throws Exception {
        try (CallRailSandbox sandbox = CallRailSandbox.start()) {
            return tests(check(sandbox.baseUrl(), sandbox.apiKey()), true);
        }
    }

    @TestFactory
    Stream<DynamicTest> callRailIsWhatIsAssumed() throws Exception {
        Optional<String> key = Optional.ofNullable(System.getenv("CALLRAIL_API_KEY"))
                .filter(text -> !text.isBlank() && Boolean.getBoolean("contract.live"));
        return key.isPresent() ? tests(check("https://api.callrail.com", key.get()), false) : Stream.empty();
    }

    private static CallRailRecords check(String baseUrl, String apiKey) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            CallRailComponent component = context.getComponent("callrail", CallRailComponent.class);
            component.getConfiguration().setApiKey(apiKey);
            component.getConfiguration().setBaseUrl(baseUrl);
            context.start();
            return context.createProducerTemplate().requestBody("callrail:check", null, CallRailRecords.class);
        }
    }

    private static Stream<DynamicTest> tests(CallRailRecords records, boolean everything) {
        return records.stream()
                .map(record -> DynamicTest.dynamicTest(
                        record.get("check") + ": " + record.get("outcome"), () -> judge(record, everything)));
    }

    private static void judge(CallRailRecord record, boolean everything) {
        if (everything) {
            assertThat(record).containsEntry("outcome", "ok");
        } else {
            assertThat(record).doesNotContainEntry("outcome", "differs");
        }
    }
}
