package io.github.camelcallrail.documentation;

import io.github.camelcallrail.CallRailComponent;
import io.github.camelcallrail.CallRailConfiguration;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.CallRailSandboxExtension;
import io.github.camelcallrail.sandbox.ContraryBehavior;
import io.github.camelcallrail.sandbox.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every call arrives, once, and again when it is edited. */
class CallsRouteTest {

    @RegisterExtension
    static CallRailSandboxExtension extension =
            CallRailSandboxExtension.of(CallRailSandbox.builder().empty());

    private CallRailSandbox sandbox;
    private CamelContext context;
    private MockEndpoint crm;

    @BeforeEach
    void prepare() throws Exception {
        sandbox = extension.sandbox();
        Instant now = Instant.now();
        sandbox.data().generate("calls", 300, now.minus(Duration.ofHours(9)), now.minus(Duration.ofHours(1)));

        context = new DefaultCamelContext();
        CallRailConfiguration callrail =
                context.getComponent("callrail", CallRailComponent.class).getConfiguration();
        callrail.setBaseUrl(sandbox.baseUrl());
        callrail.setApiKey(sandbox.apiKey());
        callrail.setRetryDelay(1);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("callrail:calls?daysBack=1&incremental=true&initialDelay=0&delay=100")
                        .routeId("calls")
                        .to("mock:crm");
            }
        });
        crm = context.getEndpoint("mock:crm", MockEndpoint.class);
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void everyCallArrivesThoughCallRailIsDownForAMoment() throws Exception {
        sandbox.faults().onRequest("calls", 2, Fault.status(503, ""));
        crm.expectedMessageCount(300);

        context.start();

        crm.assertIsSatisfied();
    }

    @Test
    void anEditArrivesAsAnUpdate() throws Exception {
        crm.expectedMessageCount(300);
        context.start();
        crm.assertIsSatisfied();
        crm.reset();
        crm.expectedMessageCount(1);
        crm.expectedHeaderReceived("CamelCallRailChange", "UPDATED");

        String call = sandbox.data().ids("calls").get(299);
        sandbox.data().edit("calls", call, Map.of("note", "Wants a second appointment"));

        crm.assertIsSatisfied();
    }

    @Test
    void everyCallArrivesThoughPagesAreSmallAndOffsetsDiffer() throws Exception {
        sandbox.contrary(Set.of(ContraryBehavior.PAGES_CLAMPED, ContraryBehavior.MIXED_OFFSETS));
        crm.expectedMessageCount(300);

        context.start();

        crm.assertIsSatisfied();
    }
}
