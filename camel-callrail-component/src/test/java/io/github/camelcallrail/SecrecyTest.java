package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.Fault;
import io.github.camelcallrail.sandbox.RecordedRequest;
import io.github.camelcallrail.transport.ConnectionSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** Where the key and people's data go, and what of a message reaches CallRail. */
class SecrecyTest extends SandboxTest {

    @Test
    void nothingOfTheMessageBecomesPartOfTheRequest() {
        calls(1);
        requested(uri("calls", ""), Map.of());
        RecordedRequest clean = sandbox.journal().requests().get(0);
        Map<String, Object> hostile = new HashMap<>(Map.of(
                Exchange.HTTP_URI,
                "http://localhost:" + sandbox.port() + "/stolen",
                Exchange.HTTP_PATH,
                "/evil",
                Exchange.HTTP_QUERY,
                "x=1",
                Exchange.HTTP_METHOD,
                "DELETE",
                "CamelHttpRawQuery",
                "y=2",
                "Authorization",
                "Bearer other",
                "CustomerSecret",
                "secret",
                "Cookie",
                "session=1",
                "Host",
                "evil.example"));

        requested(uri("calls", ""), hostile);

        RecordedRequest request = sandbox.journal().requests().get(1);
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.path()).isEqualTo(clean.path());
        assertThat(request.rawQuery()).isEqualTo(clean.rawQuery());
        assertThat(request.headers()).isEqualTo(clean.headers());
    }

    @Test
    void aRedirectNeverTakesTheKeyElsewhere() {
        try (CallRailSandbox elsewhere = CallRailSandbox.builder().empty().start()) {
            sandbox.faults().always(Fault.redirect(elsewhere.baseUrl() + "/v3/a.json"));

            failure(uri("calls", ""));

            assertThat(elsewhere.journal().requests()).isEmpty();
        }
    }

    @Test
    void noMessageOrLogLineShowsTheKeyOrAPerson() {
        calls(3);
        String person = (String) sandbox.data().rows("calls").get(0).get("customer_name");
        String number = (String) sandbox.data().rows("calls").get(0).get("customer_phone_number");
        List<String> lines = new CopyOnWriteArrayList<>();
        Runnable stop = CapturedLog.everything(lines);
        List<String> said = new ArrayList<>();
        try {
            requested(uri("calls", ""), Map.of());
            context.getEndpoints().forEach(endpoint -> said.add(endpoint.toString()));
            for (Fault fault : List.of(
                    Fault.status(401, "{\"error\":\"denied to " + sandbox.apiKey() + "\"}"),
                    Fault.status(400, sandbox.apiKey()),
                    Fault.garbage(),
                    Fault.connectionReset(),
                    Fault.body("application/json", "{\"calls\":[{\"customer_name\":\"" + person + "\" oops"),
                    Fault.status(503, "{\"error\":\"not for " + sandbox.apiKey() + "\"}"),
                    Fault.status(429, "{\"error\":\"not now, " + sandbox.apiKey() + "\"}"))) {
                sandbox.faults().clear();
                sandbox.faults().always(fault);
                CallRailException failure = failure(uri("calls", "maxRetries=1"));
                StringWriter trace = new StringWriter();
                failure.printStackTrace(new PrintWriter(trace));
                said.add(trace.toString());
                said.add(String.valueOf(failure.getErrorText()));
            }
            ConnectionSettings settings =
                    context.callrail().settings(context.callrail().getConfiguration());
            said.add(settings.toString());
        } finally {
            stop.run();
        }

        assertThat(lines).hasSizeGreaterThan(100);
        assertThat(lines).noneMatch(line -> line.contains(sandbox.apiKey()));
        assertThat(said).noneMatch(line -> line.contains(sandbox.apiKey()));
        assertThat(said).anyMatch(line -> line.contains("denied to xxxxxx"));
        List<String> ours = lines.stream()
                .filter(line -> line.startsWith("io.github.camelcallrail.") && !line.contains(".sandbox."))
                .toList();
        assertThat(ours).noneMatch(line -> line.contains(person) || line.contains(number));
        assertThat(said).noneMatch(line -> line.contains(person) || line.contains(number));
    }

    @Test
    void aKeyInTheUriIsMaskedWhereverCamelPrintsIt() {
        context.callrail().getConfiguration().setApiKey(null);

        Exchange exchange = requested(
                uri("users", "apiKey=" + sandbox.apiKey()).replace("&timeZone=America/New_York", ""), Map.of());

        assertThat(exchange.getMessage().getHeader(CallRailConstants.REPORT)).isEqualTo("users");
        assertThat(context.getEndpoints())
                .noneMatch(endpoint -> endpoint.toString().contains(sandbox.apiKey()));
        assertThat(failure(uri("users", "apiKey=" + sandbox.apiKey() + "&nope=1"))
                        .getMessage())
                .doesNotContain(sandbox.apiKey());
    }

    @Test
    void manyAccountsThroughToDShareOneConnection() throws Exception {
        try (CallRailSandbox many = CallRailSandbox.builder()
                        .clock(CLOCK)
                        .empty()
                        .accounts(30)
                        .start();
                CallRailContext own = new CallRailContext(many, CLOCK)) {
            own.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:many").toD("callrail:users?accountId=${header.account}");
                }
            });
            own.start();

            for (String account : many.accountIds()) {
                Exchange exchange = own.request("direct:many", Map.of("account", account));
                assertThat(exchange.getException()).isNull();
            }

            assertThat(own.callrail().readers().connections()).isEqualTo(1);
            assertThat(many.journal().requests()).hasSize(30);
        }
    }
}
