package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a signing key that is given by an option is not shown. */
class EventsSecrecyTest extends EventsTesting {

    private static final String SECRET = "0123abcd4567ef890123abcd4567ef89";

    /** One that JMX shows. */
    @BeforeEach
    void manage() {
        context.close();
        context = new CallRailContext(sandbox.baseUrl(), sandbox.apiKey(), CLOCK, true);
        serve();
    }

    @Test
    void theSigningKeyIsShownNowhere() throws Exception {
        List<String> logged = new CopyOnWriteArrayList<>();
        List<String> shown = new ArrayList<>();
        Runnable stop = CapturedLog.everything(logged);
        try {
            receiveBy("webhookAutoRegister=false&signingSecret=" + SECRET);
            assertThat(send(post("{}", "application/json").header("Signature", signature("other", "{}"))))
                    .isEqualTo(403);
            shown.add(failure("callrail:events?signingSecret=" + SECRET + "&nope=1")
                    .getMessage());
            shown.add(failure("callrail:calls?signingSecret=" + SECRET).getMessage());
        } finally {
            stop.run();
        }
        // Camel logs each URI as it is written, but only at DEBUG; what it logs at INFO tells what has started.
        logged.removeIf(line -> line.startsWith("org.apache.camel") && !line.contains("Started "));
        shown.addAll(logged);
        context.getEndpoints().forEach(endpoint -> shown.add(endpoint.toString()));
        CallRailDevConsole console = new CallRailDevConsole();
        console.setCamelContext(context);
        shown.add(console.doCallText(Map.of()));
        shown.addAll(managed());

        assertThat(shown).hasSizeGreaterThan(50).noneMatch(text -> text.contains(SECRET));
        assertThat(shown).anyMatch(text -> text.contains("signingSecret=xxxxxx"));
    }

    /** The names of all beans of the context, and the values of the attributes of its endpoints. */
    private List<String> managed() throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        List<String> texts = new ArrayList<>();
        for (ObjectName name : server.queryNames(new ObjectName("org.apache.camel:*"), null)) {
            texts.add(name.toString());
            if (!name.toString().contains("callrail")) {
                continue;
            }
            for (var attribute : server.getMBeanInfo(name).getAttributes()) {
                texts.add(attribute.getName() + " " + server.getAttribute(name, attribute.getName()));
            }
        }
        return texts;
    }
}
