package io.github.camelcallrail.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeEndpointTest {

    private static final Instant NOW = Instant.parse("2026-05-20T18:00:00Z");

    private CallRailSandbox sandbox;
    private Client client;

    @BeforeEach
    void start() {
        sandbox = CallRailSandbox.builder()
                .empty()
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .start();
        client = new Client(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void aCallIsAddedEditedAndRemoved() {
        Client.Reply added = client.sendBody(
                "POST",
                "/sandbox/calls",
                "{\"start_time\": \"2026-05-20T17:00:00Z\", \"note\": null, \"tags\": [\"New\"], \"duration\": 7}");
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.json().path("duration").asInt()).isEqualTo(7);
        String id = added.json().path("id").asText();
        assertThat(served()).containsExactly(id);

        Client.Reply edited = client.sendBody("PUT", "/sandbox/calls/" + id, "{\"note\": \"Wants a quote\"}");
        assertThat(edited.status()).isEqualTo(200);
        assertThat(edited.json().path("note").asText()).isEqualTo("Wants a quote");
        assertThat(sandbox.data().rows("calls").get(0)).containsEntry("note", "Wants a quote");

        assertThat(client.sendBody("DELETE", "/sandbox/calls/" + id, "").status())
                .isEqualTo(200);
        assertThat(served()).isEmpty();
    }

    @Test
    void changesAreNoRequestsToCallRail() {
        client.sendBody("POST", "/sandbox/calls", "{}");
        assertThat(sandbox.journal().requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST   | /sandbox/calls        | {\"start_tim\": 1}    | 400 | has no field 'start_tim'. Did you mean 'start_time'?",
                "PUT    | /sandbox/calls/{id}   | {\"nots\": 1}         | 400 | has no field 'nots'. Did you mean 'note'?",
                "POST   | /sandbox/calls        | {\"start_time\": \"noon\"} | 400 | 'start_time' must be",
                "POST   | /sandbox/calls        | []                    | 400 | The body is not one JSON object",
                "POST   | /sandbox/calls        | null                  | 400 | The body is empty",
                "POST   | /sandbox/calls        | {\"note\": 1} {}      | 400 | The body is not one JSON object",
                "POST   | /sandbox/calls        | {\"note\": 1, \"note\": 2} | 400 | The body is not one JSON object",
                "POST   | /sandbox/calls        | {\"note\": }          | 400 | The body is not one JSON object",
                "PUT    | /sandbox/calls/{id}   | ''                    | 400 | The body is empty",
                "PUT    | /sandbox/calls/{id}   | {\"id\": \"CAL2\"}    | 400 | cannot be changed",
                "POST   | /sandbox/calls-summary | {}                   | 400 | it is computed from others",
                "PUT    | /sandbox/calls/CAL1   | {}                    | 404 | No record 'CAL1'",
                "DELETE | /sandbox/calls/CAL1   | ''                    | 404 | No record 'CAL1'",
                "POST   | /sandbox/phone-calls  | {}                    | 404 | No report 'phone-calls'. There are: calls",
                "POST   | /sandbox/a/b/c        | {}                    | 404 | Use POST /sandbox/{report}",
                "GET    | /sandbox/calls        | ''                    | 405 | Use POST",
                "POST   | /sandbox/calls/{id}   | {}                    | 405 | Use PUT",
            })
    void anythingElseIsRejectedAndChangesNothing(String method, String path, String body, int status, String message) {
        String id = sandbox.data().add("calls", Map.of());
        List<Map<String, Object>> before = sandbox.data().rows("calls");

        Client.Reply reply = client.sendBody(method, path.replace("{id}", id), body);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.error()).contains(message);
        assertThat(sandbox.data().rows("calls")).isEqualTo(before);
    }

    @Test
    void onlyThisMachineCanReachIt() throws SocketException {
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
        for (InetAddress address : others) {
            assertThatThrownBy(() -> new Socket(address, sandbox.port()).close())
                    .as("%s", address)
                    .isInstanceOf(IOException.class);
        }
    }

    private List<String> served() {
        JsonNode calls = client.get("calls.json").json().path("calls");
        return calls.findValuesAsText("id");
    }
}
