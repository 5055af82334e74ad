package io.github.camelcallrail.transport;

import static io.github.camelcallrail.transport.ScriptedServer.answer;
import static io.github.camelcallrail.transport.TransportFixture.AUTHORIZATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.camelcallrail.client.ApiRequest;
import io.github.camelcallrail.client.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TlsTest {

    private final TransportFixture camel = new TransportFixture();

    @TempDir
    private Path directory;

    @AfterEach
    void stop() {
        camel.close();
    }

    @Test
    void trustsTheServerThatTheSslContextParametersTrust() throws Exception {
        SSLContextParameters tls = selfSigned("localhost");
        try (ScriptedServer server = serve(tls)) {
            TransportFixture.get(camel.transports.of(settings(server, tls))).close();
            TransportFixture.get(camel.transports.of(settings(server, tls))).close();

            assertThat(server.received)
                    .hasSize(2)
                    .allMatch(request -> request.connection() == 1)
                    .allMatch(request -> request.header("Authorization").contains(AUTHORIZATION));
        }
    }

    @Test
    void refusesASelfSignedServerOtherwise() throws Exception {
        try (ScriptedServer server = serve(selfSigned("localhost"))) {
            assertThatIOException()
                    .isThrownBy(() -> TransportFixture.get(camel.transports.of(settings(server, null))))
                    .withMessageContaining("certification path")
                    .withCauseInstanceOf(SSLException.class);
            assertThat(server.received).isEmpty();
        }
    }

    @Test
    void refusesATrustedServerOfAnotherName() throws Exception {
        SSLContextParameters tls = selfSigned("elsewhere.example");
        try (ScriptedServer server = serve(tls)) {
            assertThatIOException()
                    .isThrownBy(() -> TransportFixture.get(camel.transports.of(settings(server, tls))))
                    .withCauseInstanceOf(SSLException.class);
            assertThat(server.received).isEmpty();
        }
    }

    @Test
    void stoppingEndsACallInFlight() throws Exception {
        SSLContextParameters tls = selfSigned("localhost");
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer(socket(tls), request -> {
            asked.countDown();
            never.await();
            return null;
        })) {
            Thread stopper = new Thread(() -> {
                try {
                    asked.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                camel.transports.stop();
            });
            stopper.start();

            assertThatIOException().isThrownBy(() -> TransportFixture.get(camel.transports.of(settings(server, tls))));
            stopper.join();
            never.countDown();
        }
    }

    @Test
    void aHandshakeThatDripsEnds() throws Exception {
        SSLContextParameters tls = selfSigned("localhost");
        try (ScriptedServer server = serve(tls);
                DrippingProxy proxy = new DrippingProxy(server.port())) {
            proxy.drips = true;

            assertThatIOException()
                    .isThrownBy(() -> TransportFixture.get(camel.transports.of(impatient(proxy, tls))))
                    .withMessageEndingWith("the TLS handshake took longer than 2000 ms in total");
            assertThat(server.received).isEmpty();
        }
    }

    @Test
    void anAnswerThatDripsWithinARecordEnds() throws Exception {
        SSLContextParameters tls = selfSigned("localhost");
        DrippingProxy[] between = new DrippingProxy[1];
        try (ScriptedServer server = new ScriptedServer(socket(tls), request -> {
                    between[0].drips = request.requestLine().contains("a.json");
                    return answer(200, "x".repeat(1_000));
                });
                DrippingProxy proxy = new DrippingProxy(server.port())) {
            between[0] = proxy;
            Transport transport = camel.transports.of(impatient(proxy, tls));
            transport.send(ApiRequest.get("/v3/other.json", "")).close();
            long start = System.nanoTime();

            assertThatIOException()
                    .isThrownBy(() -> TransportFixture.text(TransportFixture.get(transport)))
                    .withMessageEndingWith("the response took longer than 4000 ms in total");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
        }
    }

    private static ConnectionSettings impatient(DrippingProxy proxy, SSLContextParameters tls) {
        return new ConnectionSettings(
                URI.create("https://localhost:" + proxy.port()),
                TransportFixture.KEY,
                tls,
                null,
                0,
                Duration.ofSeconds(2),
                Duration.ofSeconds(1));
    }

    private static ConnectionSettings settings(ScriptedServer server, SSLContextParameters tls) {
        return TransportFixture.settings(URI.create("https://localhost:" + server.port()), Duration.ofSeconds(30), tls);
    }

    private ScriptedServer serve(SSLContextParameters tls) throws Exception {
        return new ScriptedServer(socket(tls), request -> answer(200, "{}"));
    }

    private ServerSocket socket(SSLContextParameters tls) throws Exception {
        SSLContext server = tls.createSSLContext(camel.context);
        return server.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    private SSLContextParameters selfSigned(String host) throws IOException, InterruptedException {
        Path store = directory.resolve("store.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "test",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host,
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(output).isZero();

        KeyStoreParameters keys = new KeyStoreParameters();
        keys.setResource("file:" + store);
        keys.setPassword("changeit");
        keys.setType("PKCS12");
        KeyManagersParameters own = new KeyManagersParameters();
        own.setKeyStore(keys);
        own.setKeyPassword("changeit");
        TrustManagersParameters trusted = new TrustManagersParameters();
        trusted.setKeyStore(keys);
        SSLContextParameters tls = new SSLContextParameters();
        tls.setKeyManagers(own);
        tls.setTrustManagers(trusted);
        return tls;
    }
}
