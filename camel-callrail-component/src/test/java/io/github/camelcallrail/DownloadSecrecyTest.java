package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.CallRailSandboxExtension;
import io.github.camelcallrail.sandbox.MediaRequest;
import io.github.camelcallrail.sandbox.SettableClock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where the key and the links to files go: nowhere that anybody reads. */
class DownloadSecrecyTest {

    private static final SettableClock CLOCK = new SettableClock(Instant.parse("2026-03-15T16:30:20Z"));

    @RegisterExtension
    static final CallRailSandboxExtension SANDBOX = CallRailSandboxExtension.of(
            CallRailSandbox.builder().seed(7).clock(CLOCK).apiKey("a-key-for-secrecy"));

    @Test
    void neitherTheKeyNorALinkIsLoggedThrownManagedOrPassedOn() throws Exception {
        CallRailSandbox sandbox = SANDBOX.sandbox();
        String call = sandbox.data()
                .ids("calls", record -> record.get("recording") != null)
                .get(0);
        List<String> lines = new CopyOnWriteArrayList<>();
        List<String> said = new ArrayList<>();
        Runnable stop = CapturedLog.everything(lines);
        try (CallRailContext context = new CallRailContext(sandbox.baseUrl(), sandbox.apiKey(), CLOCK, true)) {
            for (Consumer<CallRailSandbox> fault : faults().toList()) {
                sandbox.media().faults().clear();
                fault.accept(sandbox);
                Exchange exchange = context.request(
                        "callrail:recording?maxRetries=1&accountId=%s&id=%s".formatted(sandbox.accountId(), call));
                said.add(exchange.getMessage().getHeaders().toString());
                said.add(String.valueOf(exchange.getMessage().getBody()));
                said.add(trace(exchange.getException()));
            }
            said.addAll(managed());
        } finally {
            stop.run();
        }

        assertThat(said).anyMatch(text -> text.contains("HTTP 410")).anyMatch(text -> text.contains("audio/x-wav"));
        List<String> secrets = new ArrayList<>(List.of(sandbox.apiKey()));
        for (MediaRequest request : sandbox.media().requests()) {
            assertThat(request.toString()).doesNotContain(sandbox.apiKey());
            Arrays.stream(request.rawQuery().split("&"))
                    .filter(part -> part.matches("(access_key|X-Amz-Signature)=.+"))
                    .map(part -> part.replaceFirst(".*=", ""))
                    .forEach(secrets::add);
        }
        assertThat(secrets).hasSizeGreaterThan(3);
        List<String> logged = lines.stream()
                .filter(line -> !line.contains(".sandbox.")
                        && !line.startsWith("org.eclipse.jetty")
                        && !line.startsWith("wiremock")
                        && !line.startsWith("com.github.tomakehurst"))
                .toList();
        assertThat(logged).hasSizeGreaterThan(100);
        for (String secret : secrets) {
            assertThat(logged).noneMatch(line -> line.contains(secret));
            assertThat(said).noneMatch(text -> text.contains(secret));
        }
    }

    private static Stream<Consumer<CallRailSandbox>> faults() {
        return Stream.of(
                sandbox -> {},
                sandbox -> sandbox.media().faults().breakAfter(2_000),
                sandbox -> {
                    sandbox.media().faults().status(410);
                    sandbox.media().faults().status(410);
                },
                sandbox -> sandbox.media().faults().status(500),
                sandbox -> sandbox.media().faults().html(),
                sandbox -> sandbox.media().faults().redirectForever());
    }

    private static String trace(Exception exception) {
        StringWriter text = new StringWriter();
        if (exception != null) {
            exception.printStackTrace(new PrintWriter(text));
        }
        return text.toString();
    }

    /** The values of all attributes of Camel's beans. */
    private static List<String> managed() throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        List<String> values = new ArrayList<>();
        for (ObjectName name : server.queryNames(new ObjectName("org.apache.camel:*"), null)) {
            values.add(name.toString());
            for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
                try {
                    values.add(String.valueOf(server.getAttribute(name, attribute.getName())));
                } catch (JMException | RuntimeException e) {
                    values.add(e.toString());
                }
            }
        }
        assertThat(values).hasSizeGreaterThan(100);
        return values;
    }
}
