package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelcallrail.sandbox.Fault;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A key that cannot be one fails the start of the route, wherever it was set, and nobody sees it. */
class RefusedKeyTest extends KameletTesting {

    private static final String SECRET = "f00dfeedf00dfeed";

    private void assertRefused(Throwable thrown, String mistake) {
        List<String> messages = new ArrayList<>();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            messages.add(String.valueOf(cause.getMessage()));
        }
        assertThat(messages).anyMatch(message -> message.startsWith("Option 'apiKey' " + mistake));
        assertThat(messages).noneMatch(message -> message.contains(SECRET));
        assertThat(sandbox.journal().lines()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "${CALLRAIL_API_KEY}, is an unresolved placeholder",
        "{{callrail.key}}, is an unresolved placeholder",
        "RAW(f00dfeedf00dfeed), is wrapped in RAW()",
        "'\"f00dfeedf00dfeed\"', is in quotes",
        "Token token=f00dfeedf00dfeed, is a whole Authorization header",
        "f00dfeed f00dfeedf00dfeed, contains a character",
        "'', is empty"
    })
    void onTheComponent(String key, String mistake) throws Exception {
        context.callrail().getConfiguration().setApiKey(key);

        assertRefused(catchThrowable(() -> context.consume(uri("calls", ""))), mistake);
        assertRefused(catchThrowable(() -> startProducer(uri("calls", ""))), mistake);
    }

    private void startProducer(String uri) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to(uri);
            }
        });
        context.start();
    }

    @ParameterizedTest
    @CsvSource({
        "RAW(${CALLRAIL_API_KEY}), is an unresolved placeholder",
        "RAW(RAW(f00dfeedf00dfeed)), is wrapped in RAW()",
        "RAW(Bearer f00dfeedf00dfeed), is a whole Authorization header",
        "RAW('f00dfeedf00dfeed'), is in quotes"
    })
    void onAnEndpoint(String key, String mistake) {
        assertRefused(catchThrowable(() -> context.consume(uri("calls", "apiKey=" + key))), mistake);
    }

    @ParameterizedTest
    @CsvSource({
        "${CALLRAIL_API_KEY}, is an unresolved placeholder",
        "Bearer f00dfeedf00dfeed, is a whole Authorization header",
        "'''f00dfeedf00dfeed''', is in quotes"
    })
    @Tag("needs-4.18-artifacts")
    void onAKamelet(String key, String mistake) {
        assertRefused(
                catchThrowable(() -> {
                    source("report: calls", "apiKey: \"" + key + "\"");
                    context.start();
                }),
                mistake);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s\n", "  %s  ", "%s\r\n"})
    void aNewlineAroundAKeyIsTakenOff(String written) {
        calls(1);
        context.callrail().getConfiguration().setApiKey(written.formatted(sandbox.apiKey()));

        assertThat(records(uri("calls", ""))).hasSize(1);
        assertThat(sandbox.journal().requests().get(0).status()).isEqualTo(200);
    }

    @Test
    void whatACallRailAnswerEchoesIsMaskedThoughTheOptionHasANewline() {
        context.callrail().getConfiguration().setApiKey(sandbox.apiKey() + "\n");
        sandbox.faults().always(Fault.status(401, "{\"error\":\"no " + sandbox.apiKey() + "\"}"));

        assertThat(failure(uri("calls", "")))
                .hasMessageContaining("no xxxxxx")
                .hasMessageNotContaining(sandbox.apiKey());
    }
}
