package io.github.camelcallrail.transport;

import static io.github.camelcallrail.transport.ScriptedServer.answer;
import static io.github.camelcallrail.transport.TransportFixture.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.ShortLivedJvm;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.support.service.ServiceHelper;
import org.junit.jupiter.api.Test;

class LogSecrecyTest {

    /** In a process of its own, because the first logger of a JVM settles where all of them write to. */
    @Test
    void noLoggerOfCamelOrHttpClientTellsTheKeyEvenAtTrace() throws Exception {
        Process process = new ProcessBuilder(ShortLivedJvm.command(
                        List.of("-Dslf4j.provider=" + EverythingLogged.class.getName()), LogSecrecyTest.class))
                .redirectErrorStream(true)
                .start();
        String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(log).isZero();
        assertThat(log)
                .contains("DEBUG org.apache.hc.client5.http.impl.classic.MainClientExec")
                .contains("Executing http GET method: http://localhost")
                .contains("Authorization: Token token=\"xxxxx\"")
                .doesNotContain(TransportFixture.KEY);
    }

    /** What that process does: calls that end in each way, and one with camel-http's own log of its activity. */
    public static void main(String[] arguments) throws Exception {
        try (TransportFixture camel = new TransportFixture();
                ScriptedServer server = new ScriptedServer(request -> answer(200, "{}"))) {
            System.out.println(camel.transports.of(settings(server.url())));
            camel.get(server.url(), "/v3/a.json", "page=1").close();
            failToReach(camel, URI.create("http://localhost:1"));
            failToReach(camel, URI.create("https://localhost:" + server.port()));
            logActivity(camel.context, server);
        }
    }

    private static void failToReach(TransportFixture camel, URI baseUrl) {
        try {
            camel.get(baseUrl, "/v3/a.json", "page=1").close();
            throw new AssertionError("reached " + baseUrl);
        } catch (IOException e) {
            e.printStackTrace(System.out);
        }
    }

    private static void logActivity(CamelContext context, ScriptedServer server) throws Exception {
        ConnectionSettings settings = settings(server.url());
        HttpEndpoint endpoint = PrivateEndpoint.create(context, settings, ConnectionPool.open(context, settings));
        endpoint.setLogHttpActivity(true);
        Producer producer = endpoint.createProducer();
        ServiceHelper.startService(endpoint.getComponent(), endpoint, producer);
        Exchange exchange = endpoint.createExchange();
        producer.process(exchange);
        ServiceHelper.stopService(producer, endpoint, endpoint.getComponent());
    }
}
