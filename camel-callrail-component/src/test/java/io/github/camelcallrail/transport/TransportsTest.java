package io.github.camelcallrail.transport;

import static io.github.camelcallrail.transport.ScriptedServer.answer;
import static io.github.camelcallrail.transport.TransportFixture.KEY;
import static io.github.camelcallrail.transport.TransportFixture.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.camelcallrail.client.Transport;
import io.github.camelcallrail.failure.CallRailFailure;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TransportsTest {

    private static final URI API = URI.create("https://api.callrail.com");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final TransportFixture camel = new TransportFixture();
    private final Transports transports = camel.transports;

    @AfterEach
    void stop() {
        camel.close();
    }

    @Test
    void equalSettingsShareOneTransport() {
        assertThat(transports.of(settings(API))).isSameAs(transports.of(settings(URI.create(API + "/"))));
        assertThat(transports.size()).isEqualTo(1);
    }

    @Test
    void whateverDiffersMakesAnotherTransport() {
        SSLContextParameters tls = new SSLContextParameters();
        transports.of(settings(API));
        transports.of(new ConnectionSettings(URI.create(API + "/x"), KEY, null, null, 0, SECOND, SECOND));
        transports.of(new ConnectionSettings(API, KEY, null, null, 0, SECOND, SECOND));
        transports.of(new ConnectionSettings(API, "other", null, null, 0, SECOND, SECOND));
        transports.of(new ConnectionSettings(API, KEY, tls, null, 0, SECOND, SECOND));
        transports.of(new ConnectionSettings(API, KEY, null, "proxy", 1, SECOND, SECOND));
        transports.of(new ConnectionSettings(API, KEY, null, "proxy", 2, SECOND, SECOND));
        transports.of(new ConnectionSettings(API, KEY, null, null, 0, SECOND.plusMillis(1), SECOND));
        transports.of(new ConnectionSettings(API, KEY, null, null, 0, SECOND, SECOND.plusMillis(1)));

        assertThat(transports.size()).isEqualTo(9);
    }

    @Test
    void manyThreadsAskingAtOnceShareOneTransport() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Transport> asking = () -> transports.of(settings(API));
            Set<Transport> distinct = new HashSet<>();
            for (Future<Transport> one : threads.invokeAll(Collections.nCopies(64, asking))) {
                distinct.add(one.get());
            }
            assertThat(distinct).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void worksBeforeItIsStarted() throws IOException {
        Transports early = new Transports(camel.context);
        try (ScriptedServer server = new ScriptedServer(request -> answer(200, "{}"))) {
            Transport transport = early.of(settings(server.url()));
            early.start();

            TransportFixture.get(transport).close();

            assertThat(early.of(settings(server.url()))).isSameAs(transport);
        } finally {
            early.stop();
        }
    }

    @Test
    void nothingIsSentOnceStoppedUntilStartedAgain() throws IOException {
        try (ScriptedServer server = new ScriptedServer(request -> answer(200, "{}"))) {
            transports.of(settings(server.url()));
            transports.stop();

            assertThat(transports.size()).isZero();
            assertThatIllegalStateException().isThrownBy(() -> transports.of(settings(server.url())));

            transports.start();
            TransportFixture.get(transports.of(settings(server.url()))).close();
            assertThat(server.received).hasSize(1);
        }
    }

    @Test
    void oneTransportCanBeStartedAgain() throws IOException {
        try (ScriptedServer server = new ScriptedServer(request -> answer(200, "{}"));
                CamelHttpTransport transport = new CamelHttpTransport(camel.context, settings(server.url()))) {
            transport.start();
            TransportFixture.get(transport).close();
            transport.stop();
            transport.start();
            TransportFixture.get(transport).close();

            assertThat(server.received).hasSize(2);
        }
    }

    @Test
    void unusableTlsSettingsAreNamedAndNotKept() {
        KeyStoreParameters missing = new KeyStoreParameters();
        missing.setResource("file:no-such-file.p12");
        missing.setPassword("pass");
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setKeyStore(missing);
        SSLContextParameters tls = new SSLContextParameters();
        tls.setTrustManagers(trust);

        assertThatExceptionOfType(CallRailFailure.class)
                .isThrownBy(() -> transports.of(settings(API, SECOND, tls)))
                .withMessageStartingWith("Option sslContextParameters cannot be used: ")
                .withMessageContaining("no-such-file.p12")
                .withMessageNotContaining("pass\"");
        assertThat(transports.size()).isZero();
    }

    @Test
    void doesNotShowTheKey() {
        assertThat(transports.of(settings(API)).toString()).doesNotContain(KEY).contains("https://api.callrail.com");
    }
}
