package io.github.camelcallrail.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(CallRailSandboxExtension.class)
class JournalTest {

    @Test
    void keepsRequestsAsTheyCame(CallRailSandbox sandbox) {
        Client client = new Client(sandbox);
        String base = "/v3/a/" + sandbox.accountId();
        client.absolute(base + "/calls.json?tags%5B%5D=A%20b&tags%5B%5D=c+d&page=1");
        client.send("GET", "/v3/nowhere?x", "Token token=k");
        // For every request, because the JDK's client retries on its own when a connection breaks.
        sandbox.faults().always("companies", Fault.connectionReset());
        Assertions.assertThatThrownBy(
                () -> client.exchange("GET", base + "/companies.json", "Token token=sandbox-key"));
        assertThat(sandbox.journal().lines())
                .startsWith(
                        "GET " + base + "/calls.json?tags%5B%5D=A%20b&tags%5B%5D=c+d&page=1",
                        "GET /v3/nowhere?x",
                        "GET " + base + "/companies.json");
        List<RecordedRequest> requests = sandbox.journal().requests();
        RecordedRequest first = requests.get(0);
        assertThat(first.query()).isEqualTo(Map.of("tags[]", List.of("A b", "c d"), "page", List.of("1")));
        assertThat(first.parameter("tags[]")).contains("A b");
        assertThat(first.parameter("tags")).isEmpty();
        assertThat(first.headers().get("authorization")).containsExactly("Token token=\"sandbox-key\"");
        assertThat(requests).extracting(RecordedRequest::status).startsWith(200, 404, 0);
        assertThat(requests).extracting(RecordedRequest::report).startsWith("calls", "", "companies");
        assertThat(sandbox.journal().requests("calls")).containsExactly(first);
    }

    @Test
    void keepsRequestsThatComeTogether(CallRailSandbox sandbox) {
        Client client = new Client(sandbox);
        CompletableFuture.allOf(IntStream.rangeClosed(1, 40)
                        .mapToObj(page -> CompletableFuture.runAsync(
                                () -> client.get("calls.json", "page", Integer.toString(page))))
                        .toArray(CompletableFuture[]::new))
                .join();
        assertThat(sandbox.journal().requests("calls"))
                .extracting(request -> request.parameter("page").orElse(""))
                .containsExactlyInAnyOrder(
                        IntStream.rangeClosed(1, 40).mapToObj(Integer::toString).toArray(String[]::new));
    }

    @Test
    void theProgramSaysHowToAskIt(CallRailSandbox sandbox) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        SandboxMain.describe(sandbox, new PrintStream(printed, true, StandardCharsets.UTF_8));
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains(sandbox.baseUrl(), sandbox.apiKey(), sandbox.accountId(), "curl -H", "280  conversations");
    }
}
