package io.github.camelcallrail.transport;

import static io.github.camelcallrail.transport.TransportFixture.AUTHORIZATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.camelcallrail.client.ApiRequest;
import io.github.camelcallrail.client.ApiRequest.Method;
import io.github.camelcallrail.client.ApiResponse;
import io.github.camelcallrail.client.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestOnTheWireTest {

    private final TransportFixture camel = new TransportFixture();
    private ScriptedServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = new ScriptedServer(request -> ScriptedServer.answer(200, "{}"));
    }

    @AfterEach
    void stop() throws IOException {
        camel.close();
        server.close();
    }

    @Test
    void sendsExactlyTheseHeaders() throws IOException {
        send(server.url(), "/v3/a/ACC1/calls.json", "page=1");

        assertThat(server.only().requestLine()).isEqualTo("GET /v3/a/ACC1/calls.json?page=1 HTTP/1.1");
        assertThat(server.only().headers())
                .filteredOn(header -> !header.startsWith("Accept-Encoding: "))
                .containsExactlyInAnyOrder(
                        "Accept: application/json",
                        "Authorization: " + AUTHORIZATION,
                        "Host: localhost:" + server.port(),
                        "Connection: keep-alive",
                        "User-Agent: camel-callrail");
        assertThat(server.only().header("Accept-Encoding"))
                .singleElement()
                .asString()
                .contains("gzip");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=%2B&b=%26&c=%5B%5D&d=%7B%7Bcamel.secret%7D%7D&e=+&f=10:30&g=%25",
                "fields=a,b;c&x=!$'()*._-@/?&&==",
                "tags%5B%5D=a%20b&tags%5B%5D=%C3%A9",
                "%7b%7b=%2f"
            })
    void sendsTheQueryByteForByte(String query) throws IOException {
        camel.context.getPropertiesComponent().addInitialProperty("camel.secret", "resolved");

        send(server.url(), "/v3/a.json", query);

        assertThat(server.only().requestLine()).isEqualTo("GET /v3/a.json?" + query + " HTTP/1.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/v3/a/ACC%2F1/x.json", "/v3/a/%7B%7Bcamel.secret%7D%7D", "/v3/a:b@c;d=e/", "/v3/a//b"})
    void sendsThePathByteForByte(String path) throws IOException {
        send(server.url(), path, "");

        assertThat(server.only().requestLine()).isEqualTo("GET " + path + " HTTP/1.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/callrail", "/callrail/", "/a%2Fb/%7B%7Bcamel.secret%7D%7D"})
    void putsTheBasePathInFront(String basePath) throws IOException {
        send(URI.create(server.url() + basePath), "/v3/a.json", "page=2");

        String prefix = basePath.replaceAll("/$", "");
        assertThat(server.only().requestLine()).isEqualTo("GET " + prefix + "/v3/a.json?page=2 HTTP/1.1");
        assertThat(server.only().header("Authorization")).containsExactly(AUTHORIZATION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a=%", "a=%4", "a=%zz", "a=é", "a={{b}}", "a=[]", "a=b#c", "a=b\r\nX: y", "a=\"b\""})
    void refusesAQueryThatWouldNotArriveUnchangedWithoutQuotingIt(String query) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> send(server.url(), "/v3/a.json", query))
                .withMessage("the query of GET /v3/a.json is not percent-encoded");
        assertThat(server.received).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example/x", "/a?b", "/a#b", "/a b", "/{{a}}", "/%", "/a\r\nX: y", "/a\\b"})
    void refusesAPathThatIsNotJustAPath(String path) {
        assertThatIllegalArgumentException().isThrownBy(() -> send(server.url(), path, ""));
        assertThat(server.received).isEmpty();
    }

    @Test
    void takesAQueryOfAnyLength() throws IOException {
        String query = "a=" + "%20b".repeat(1_000);

        send(server.url(), "/v3/a.json", query);

        assertThat(server.only().requestLine()).isEqualTo("GET /v3/a.json?" + query + " HTTP/1.1");
        assertThatIllegalArgumentException().isThrownBy(() -> send(server.url(), "/", "%20b".repeat(100_000) + " "));
    }

    @Test
    void noHeaderOfTheRouteThatCallsReachesTheRequest() throws Exception {
        Transport transport = camel.transports.of(TransportFixture.settings(server.url()));
        camel.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                interceptSendToEndpoint("http*").setHeader("CamelHttpPath", constant("/intercepted"));
                from("direct:start").process(exchange -> {
                    try (ApiResponse response = transport.send(ApiRequest.get("/v3/a.json", "page=1"))) {
                        exchange.getMessage().setBody(response.status());
                    }
                });
            }
        });

        Map<String, Object> hostile = Map.of(
                "CamelHttpUri", "http://localhost:1/stolen",
                "CamelHttpMethod", "DELETE",
                "CamelHttpPath", "/evil",
                "CamelHttpQuery", "x=1",
                "CamelHttpRawQuery", "x=2",
                "CamelRestHttpUri", "http://localhost:1/stolen",
                "Authorization", "Basic of-another-system",
                "CustomerSecret", "s3cret",
                "Host", "evil.example",
                "Cookie", "a=b");
        Object status = camel.context.createProducerTemplate().requestBodyAndHeaders("direct:start", "a body", hostile);

        assertThat(status).isEqualTo(200);
        assertThat(server.only().requestLine()).isEqualTo("GET /v3/a.json?page=1 HTTP/1.1");
        assertThat(server.only().header("Authorization")).containsExactly(AUTHORIZATION);
        assertThat(server.only().header("Host")).containsExactly("localhost:" + server.port());
        assertThat(server.only().headers())
                .noneMatch(header -> header.contains("s3cret") || header.startsWith("Cookie"));
        assertThat(server.only().header("Content-Length")).isEmpty();
    }

    @Test
    void ignoresTheProxyOfTheContextsGlobalOptions() throws IOException {
        camel.context.getGlobalOptions().put("http.proxyHost", "localhost");
        camel.context.getGlobalOptions().put("http.proxyPort", "1");

        send(server.url(), "/v3/a.json", "");

        assertThat(server.only().requestLine()).isEqualTo("GET /v3/a.json HTTP/1.1");
    }

    @Test
    void aProxyGetsTheRequestWithTheKeyOfItsTarget() throws IOException {
        ConnectionSettings settings = new ConnectionSettings(
                URI.create("http://api.example.com/base"),
                TransportFixture.KEY,
                null,
                "localhost",
                server.port(),
                Duration.ofSeconds(2),
                Duration.ofSeconds(2));

        camel.transports
                .of(settings)
                .send(ApiRequest.get("/v3/a.json", "page=%2B1"))
                .close();

        assertThat(server.only().requestLine())
                .isEqualTo("GET http://api.example.com/base/v3/a.json?page=%2B1 HTTP/1.1");
        assertThat(server.only().header("Authorization")).containsExactly(AUTHORIZATION);
        assertThat(server.only().header("Host")).containsExactly("api.example.com");
    }

    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"POST", "PUT"})
    void aRequestThatWritesHasItsMethodAndItsBody(Method method) throws IOException {
        ApiRequest request = new ApiRequest(method, "/v3/a/ACC1/tags.json", "", Optional.of("{\"name\":\"ä\"}"));

        camel.transports
                .of(TransportFixture.settings(server.url()))
                .send(request)
                .close();

        assertThat(server.only().requestLine()).isEqualTo(method + " /v3/a/ACC1/tags.json HTTP/1.1");
        assertThat(server.only().header("Content-Type")).containsExactly("application/json");
        assertThat(server.only().header("Content-Length")).containsExactly("13");
        assertThat(server.only().header("Authorization")).containsExactly(AUTHORIZATION);
    }

    @Test
    void aRequestThatDeletesHasNoBody() throws IOException {
        ApiRequest request = new ApiRequest(Method.DELETE, "/v3/a/ACC1/tags/1.json", "", Optional.empty());

        camel.transports
                .of(TransportFixture.settings(server.url()))
                .send(request)
                .close();

        assertThat(server.only().requestLine()).isEqualTo("DELETE /v3/a/ACC1/tags/1.json HTTP/1.1");
        assertThat(server.only().header("Authorization")).containsExactly(AUTHORIZATION);
    }

    @Test
    void aProxyIsAskedForATunnelWithoutTheKey() throws IOException {
        try (ScriptedServer refusing = new ScriptedServer(request -> ScriptedServer.answer(407, "no"))) {
            ConnectionSettings settings = new ConnectionSettings(
                    URI.create("https://api.example.com"),
                    TransportFixture.KEY,
                    null,
                    "localhost",
                    refusing.port(),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(2));

            try (ApiResponse response = TransportFixture.get(camel.transports.of(settings))) {
                assertThat(response.status()).isEqualTo(407);
            }

            assertThat(refusing.only().requestLine()).isEqualTo("CONNECT api.example.com:443 HTTP/1.1");
            assertThat(refusing.only().headers()).noneMatch(header -> header.contains(TransportFixture.KEY));
        }
    }

    @Test
    void plainHttpStaysPlainWhenTlsSettingsAreGiven() throws IOException {
        ConnectionSettings settings =
                TransportFixture.settings(server.url(), Duration.ofSeconds(2), new SSLContextParameters());

        TransportFixture.get(camel.transports.of(settings)).close();

        assertThat(server.received).hasSize(1);
    }

    @Test
    void anAddressInBracketsGetsTheKeyToo() throws IOException {
        try (ScriptedServer six = new ScriptedServer(
                new ServerSocket(0, 50, InetAddress.getByName("::1")), request -> ScriptedServer.answer(200, "{}"))) {
            send(URI.create("http://[::1]:" + six.port()), "/v3/a.json", "");

            assertThat(six.only().header("Authorization")).containsExactly(AUTHORIZATION);
        }
    }

    private void send(URI baseUrl, String path, String query) throws IOException {
        camel.get(baseUrl, path, query).close();
    }
}
