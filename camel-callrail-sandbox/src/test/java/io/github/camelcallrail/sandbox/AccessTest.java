package io.github.camelcallrail.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTest {

    private CallRailSandbox sandbox;
    private Client client;

    @BeforeAll
    void start() {
        sandbox = CallRailSandbox.builder()
                .apiKey("k-1")
                .empty()
                .forbid("caller-ids")
                .start();
        client = new Client(sandbox);
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Token token=\"k-1\"", "Token token=k-1"})
    void takesTheKeyQuotedOrNot(String authorization) {
        assertThat(client.send("GET", "/v3/a.json", authorization).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Token token=\"other\"", "Token token=\"k-1", "Bearer k-1", "Token k-1", "Basic ay0xOg=="})
    void refusesAnyOtherAuthorization(String authorization) {
        Client.Reply reply = client.send("GET", "/v3/a.json", authorization);
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.body()).isEqualTo("{\"error\":\"HTTP Token: Access denied\"}");
    }

    @Test
    void refusesARequestWithoutKey() {
        assertThat(client.send("GET", "/v3/a.json", null).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "/v3/a/{acc}/nothing.json,404",
        "/v1/calls.json,404",
        "/v3/a/{acc}/webhooks.json,404",
        "/v3/a/ACCffffffffffffffffffffffffffffffff/calls.json,404",
        "/v3/a/{acc}/calls,404",
        "/v3/a/{acc}/calls?format=json,200",
        "/v3/a/{acc}/calls.json,200",
        "/v3/a/{numeric}/calls.json,200",
        "/v3/a/{acc}/summary_emails,200",
        "/v3/a/{acc}/summary_emails.json,404",
        "/v3/a/{acc}/caller_ids.json?company_id=1,403",
        "/v3/a/{acc}/integrations.json,400",
    })
    void answersPathsWithTheRightStatus(String path, int status) {
        String concrete = path.replace("{acc}", sandbox.accountId())
                .replace("{numeric}", Long.toString(Ids.numeric(sandbox.accountId())));
        assertThat(client.absolute(concrete).status()).isEqualTo(status);
    }

    @Test
    void allowsNothingButGet() {
        String path = "/v3/a/" + sandbox.accountId() + "/calls.json";
        assertThat(client.send("POST", path, "Token token=k-1").status()).isEqualTo(405);
    }
}
