package io.github.camelcallrail.transport;

import static io.github.camelcallrail.transport.ScriptedServer.answer;
import static io.github.camelcallrail.transport.TransportFixture.AUTHORIZATION;
import static io.github.camelcallrail.transport.TransportFixture.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyInterceptorTest {

    private static final HttpHost API = new HttpHost("https", "api.callrail.com", 443);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.callrail.com/v3/a.json",
                "https://api.callrail.com:443/",
                "HTTPS://API.CallRail.com/x"
            })
    void theKeyGoesToTheAuthorityOfTheBaseUrl(String url) {
        assertThat(processed(url, API).getFirstHeader("Authorization"))
                .satisfies(header -> assertThat(header.getValue()).isEqualTo(AUTHORIZATION))
                .satisfies(header -> assertThat(header.isSensitive()).isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.callrail.com.evil.example/, api.callrail.com.evil.example, 443, https",
        "https://app.callrail.com/,              app.callrail.com,              443, https",
        "https://api.callrail.com:8443/,         api.callrail.com,              8443, https",
        "http://api.callrail.com/,               api.callrail.com,              80,  http",
        "http://api.callrail.com:443/,           api.callrail.com,              443, http",
        // Where the request says it goes and where it goes differ: both must be ours.
        "https://api.callrail.com/,              evil.example,                  443, https",
        "https://evil.example/,                  api.callrail.com,              443, https",
    })
    void theKeyGoesNowhereElse(String url, String host, int port, String scheme) {
        assertThat(processed(url, new HttpHost(scheme, host, port)).getHeaders("Authorization"))
                .isEmpty();
    }

    @Test
    void anAuthorizationOfOthersIsReplaced() {
        HttpRequest request = new BasicHttpRequest("GET", URI.create("https://api.callrail.com/"));
        request.addHeader("authorization", "Basic x");

        process(request, API);

        assertThat(request.getHeaders("Authorization"))
                .singleElement()
                .hasFieldOrPropertyWithValue("value", AUTHORIZATION);
    }

    @Test
    void evenAClientThatFollowsRedirectsLeavesTheKeyBehind() throws IOException {
        try (ScriptedServer other = new ScriptedServer(request -> answer(200, "{}"));
                ScriptedServer server =
                        new ScriptedServer(request -> answer(302, "", "Location: " + other.url() + "/v3/a.json"));
                CloseableHttpClient following = HttpClientBuilder.create()
                        .addRequestInterceptorFirst(new ApiKeyInterceptor(server.url(), KEY))
                        .build()) {
            int status = following.execute(new HttpGet(server.url()), response -> response.getCode());

            assertThat(status).isEqualTo(200);
            assertThat(server.only().header("Authorization")).containsExactly(AUTHORIZATION);
            assertThat(other.only().headers()).noneMatch(header -> header.contains(KEY));
        }
    }

    private static HttpRequest processed(String url, HttpHost target) {
        HttpRequest request = new BasicHttpRequest("GET", URI.create(url));
        process(request, target);
        return request;
    }

    private static void process(HttpRequest request, HttpHost target) {
        HttpClientContext context = HttpClientContext.create();
        context.setRoute(new HttpRoute(target, new HttpHost("proxy.example", 3128)));
        new ApiKeyInterceptor(URI.create("https://api.callrail.com"), KEY).process(request, null, context);
    }
}
