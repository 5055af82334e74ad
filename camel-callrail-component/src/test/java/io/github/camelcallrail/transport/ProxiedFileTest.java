package io.github.camelcallrail.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.client.ApiResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** What a proxy sees of a link to a file. */
class ProxiedFileTest {

    @Test
    void aTunnelIsOpenedWithoutTheSecretOfTheLink() throws Exception {
        assertThat(requestLine(
                        "https://app.callrail.com/a.mp3?X-Amz-Signature=secret", "https://api.callrail.com", 403))
                .isEqualTo("CONNECT app.callrail.com:443 HTTP/1.1");
    }

    @Test
    void withoutTlsTheProxyGetsTheWholeLink() throws Exception {
        assertThat(requestLine("http://localhost/a.mp3?X-Amz-Signature=secret", "http://localhost", 200))
                .isEqualTo("GET http://localhost/a.mp3?X-Amz-Signature=secret HTTP/1.1");
    }

    private static String requestLine(String link, String baseUrl, int status) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext();
                ServerSocket proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<String> line = CompletableFuture.supplyAsync(() -> answer(proxy, status));
            ConnectionSettings settings = new ConnectionSettings(
                    URI.create(baseUrl),
                    "key",
                    null,
                    "localhost",
                    proxy.getLocalPort(),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5));
            HttpFileTransport files =
                    new HttpFileTransport(context, settings, FileHosts.of(settings.baseUrl(), "app.callrail.com"));
            files.start();
            try (ApiResponse response = files.open(URI.create(link), 0, Optional.empty())) {
                assertThat(response.status()).isEqualTo(status);
            } finally {
                files.stop();
            }
            return line.get();
        }
    }

    private static String answer(ServerSocket proxy, int status) {
        try (Socket connection = proxy.accept();
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII))) {
            String line = reader.readLine();
            while (!reader.readLine().isEmpty()) {
                // The rest of the head.
            }
            connection
                    .getOutputStream()
                    .write("HTTP/1.1 %s Answer\r\nContent-Length: 0\r\n\r\n"
                            .formatted(status)
                            .getBytes(StandardCharsets.US_ASCII));
            return line;
        } catch (IOException e) {
            return e.toString();
        }
    }
}
