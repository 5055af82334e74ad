package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcallrail.report.CallRailRecords;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.CallRailSandboxExtension;
import io.github.camelcallrail.sandbox.SettableClock;
import io.github.camelcallrail.stream.FileBody;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.AggregationStrategies;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What routes do with a downloaded file, and with records and children that they read by id. */
class DownloadedBodyTest {

    private static final SettableClock CLOCK = new SettableClock(Instant.parse("2026-03-15T16:30:20Z"));

    @RegisterExtension
    static final CallRailSandboxExtension SANDBOX =
            CallRailSandboxExtension.of(CallRailSandbox.builder().seed(7).clock(CLOCK));

    @TempDir
    Path directory;

    private CallRailSandbox sandbox;
    private CallRailContext context;
    private String call;
    private byte[] recording;
    private final List<Object> received = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void start() throws IOException {
        sandbox = SANDBOX.sandbox();
        context = new CallRailContext(sandbox, CLOCK);
        context.getStreamCachingStrategy().setSpoolDirectory(spool().toFile());
        call = sandbox.data()
                .ids("calls", record -> record.get("recording") != null)
                .get(0);
        try (InputStream stream = sandbox.media().recording(call).stream()) {
            recording = stream.readAllBytes();
        }
    }

    @AfterEach
    void stop() throws IOException {
        context.close();
        if (Files.exists(spool())) {
            try (Stream<Path> left = Files.list(spool())) {
                assertThat(left).as("files left behind").isEmpty();
            }
        }
    }

    private Path spool() {
        return directory.resolve("spool");
    }

    private void routes(RouteBuilder routes) throws Exception {
        context.addRoutes(routes);
        context.start();
    }

    private Exchange send(Map<String, Object> headers) {
        return context.createProducerTemplate()
                .send("direct:start", exchange -> exchange.getMessage().setHeaders(new HashMap<>(headers)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFileIsWrittenWithItsName(boolean streamCaching) throws Exception {
        context.setStreamCaching(streamCaching);
        Path target = directory.resolve("recordings");
        NotifyBuilder done = new NotifyBuilder(context).whenDone(1).create();
        routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("timer:once?repeatCount=1&delay=0")
                        .setHeader(CallRailConstants.ID, constant(call))
                        .to("callrail:recording?accountId=" + sandbox.accountId())
                        .process(exchange -> received.add(exchange.getMessage().getBody()))
                        .log("a file of ${header.CamelCallRailContentLength} bytes")
                        .to("file:" + target)
                        .to("file:" + target + "?fileName=again-${header.CamelFileName}");
            }
        });
        assertThat(done.matches(20, TimeUnit.SECONDS)).isTrue();

        assertThat(target.resolve(call + ".wav")).hasBinaryContent(recording);
        assertThat(target.resolve("again-" + call + ".wav")).hasBinaryContent(recording);
        FileBody body = (FileBody) received.get(0);
        assertThat(body.inMemory()).isFalse();
        assertThat(body.length()).isEqualTo(recording.length);
        body.reset();
        assertThat(readable(body)).as("after the exchange").isFalse();
    }

    @Test
    void aTemplateGetsItForAsLongAsItWants() throws Exception {
        context.start();
        String uri = "callrail:recording?accountId=%s&id=%s".formatted(sandbox.accountId(), call);

        assertThat(context.createProducerTemplate().requestBody(uri, null, byte[].class))
                .isEqualTo(recording);
        InputStream body = context.createProducerTemplate().requestBody(uri, null, InputStream.class);
        assertThat(body.skip(10)).isEqualTo(10);
        assertThat(body.available()).isEqualTo(recording.length - 10);
        assertThat(body.readAllBytes()).hasSize(recording.length - 10);
        assertThat(body.read()).isEqualTo(-1);
        body.reset();
        assertThat(body.markSupported()).isTrue();
        assertThat(body.read()).isEqualTo(recording[0] & 0xFF);
        assertThat(body.markSupported()).isFalse();
    }

    @Test
    void everyBranchOfAMulticastReadsAllOfIt() throws Exception {
        routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("timer:once?repeatCount=1&delay=0")
                        .to("callrail:recording?accountId=%s&id=%s".formatted(sandbox.accountId(), call))
                        .multicast()
                        .parallelProcessing()
                        .to("direct:branch", "direct:branch", "seda:branch", "direct:branch");
                from("direct:branch").process(exchange -> received.add(bytes(exchange)));
                from("seda:branch").delay(50).process(exchange -> received.add(bytes(exchange)));
            }
        });
        await().until(() -> received.size() == 4);

        assertThat(received).allSatisfy(bytes -> assertThat((byte[]) bytes).isEqualTo(recording));
    }

    @Test
    void aBranchMayDownloadWhatItsParentUses() throws Exception {
        Path target = directory.resolve("recordings");
        routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("timer:once?repeatCount=1&delay=0")
                        .multicast(AggregationStrategies.useLatest())
                        .to("direct:download")
                        .end()
                        .to("file:" + target);
                from("direct:download")
                        .to("callrail:recording?accountId=%s&id=%s".formatted(sandbox.accountId(), call));
            }
        });
        await().until(() -> Files.exists(target.resolve(call + ".wav")));
        context.stop();

        assertThat(target.resolve(call + ".wav")).hasBinaryContent(recording);
    }

    @Test
    void anInterruptedReaderSpoilsItForNobody() throws Exception {
        context.start();
        InputStream body = context.createProducerTemplate()
                .requestBody(
                        "callrail:recording?accountId=%s&id=%s".formatted(sandbox.accountId(), call),
                        null,
                        InputStream.class);

        Thread.currentThread().interrupt();
        assertThat(body.read()).isEqualTo(recording[0] & 0xFF);
        assertThat(Thread.interrupted()).isTrue();
        body.reset();

        assertThat(body.readAllBytes()).isEqualTo(recording);
    }

    @Test
    void theNameAndTypeOfAFileDoNotStayOnTheNextBody() throws Exception {
        routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:start")
                        .to("callrail:recording?accountId=%s&id=%s".formatted(sandbox.accountId(), call))
                        .to("callrail:tags?accountId=" + sandbox.accountId());
            }
        });

        assertThat(send(Map.of()).getMessage().getHeaders())
                .doesNotContainKeys(Exchange.FILE_NAME, Exchange.CONTENT_TYPE, CallRailConstants.CONTENT_LENGTH);
    }

    @Test
    void aWireTapReadsItAfterTheRouteHasEnded() throws Exception {
        routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("timer:once?repeatCount=1&delay=0")
                        .to("callrail:recording?accountId=%s&id=%s".formatted(sandbox.accountId(), call))
                        .wireTap("direct:tap");
                from("direct:tap").delay(100).process(exchange -> received.add(bytes(exchange)));
            }
        });
        await().until(() -> received.size() == 1);

        assertThat(received).singleElement().isEqualTo(recording);
    }

    @Test
    void aFailedDownloadWritesNoFile() throws Exception {
        Path target = directory.resolve("recordings");
        sandbox.media().faults().breakAfter(2_000);
        NotifyBuilder failed = new NotifyBuilder(context).whenFailed(1).create();
        routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("timer:once?repeatCount=1&delay=0")
                        .to("callrail:recording?accountId=%s&id=%s".formatted(sandbox.accountId(), call))
                        .to("file:" + target);
            }
        });
        assertThat(failed.matches(20, TimeUnit.SECONDS)).isTrue();

        assertThat(target).doesNotExist();
    }

    @Test
    void recordsAreEnrichedBySplitEnrichAndToD() throws Exception {
        String account = "accountId=" + sandbox.accountId();
        routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:start")
                        .to("callrail:conversations?timeZone=UTC&daysBack=300&maxRecords=3&" + account)
                        .split(body())
                        .setHeader(CallRailConstants.ID, simple("${body[id]}"))
                        .setHeader("mine", simple("${body[id]}"))
                        .enrich("callrail:messages?" + account, (conversation, messages) -> {
                            received.add(conversation.getMessage().getHeader("mine") + " "
                                    + messages.getMessage()
                                            .getBody(CallRailRecords.class)
                                            .get(0)
                                            .get("conversation_id"));
                            return conversation;
                        })
                        .toD("callrail:conversations?operation=get&" + account + "&id=${header.mine}")
                        .process(exchange -> received.add(exchange.getMessage().getHeader(CallRailConstants.RECORD_ID)
                                + " " + exchange.getMessage().getHeader("mine")));
            }
        });

        Exchange exchange = send(Map.of());

        assertThat(exchange.getException()).isNull();
        assertThat(received).hasSize(6).allSatisfy(pair -> {
            String[] ids = pair.toString().split(" ");
            assertThat(ids[0]).isEqualTo(ids[1]);
        });
    }

    @Test
    void aProducerDoesNotReadTheHeadersOfTheOneBefore() throws Exception {
        String account = "accountId=" + sandbox.accountId();
        String other = sandbox.data().ids("calls").get(1);
        routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:start")
                        .to("callrail:calls?operation=get&" + account + "&id=" + call)
                        .to("callrail:calls?operation=get&fields=note&" + account + "&id=" + other)
                        .to("callrail:recording?" + account + "&id=" + call)
                        .to("callrail:tags?" + account);
            }
        });

        Exchange exchange = send(Map.of());

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(CallRailConstants.REPORT, "tags")
                .doesNotContainKeys(CallRailConstants.RECORD_ID, CallRailConstants.CONTENT_LENGTH);
        assertThat(sandbox.journal().lines())
                .hasSize(4)
                .element(1)
                .isEqualTo("GET /v3/a/" + sandbox.accountId() + "/calls/" + other + ".json?fields=note");
    }

    @Test
    void theIdOfAMessageIsReadByTheReportsThatHaveOne() throws Exception {
        context.start();

        CallRailException failure = context.request(
                        "callrail:tags?accountId=" + sandbox.accountId(), Map.of(CallRailConstants.ID, "1"))
                .getException(CallRailException.class);

        assertThat(failure)
                .hasMessageContaining("Option 'id' of report 'tags' needs operation=get")
                .hasMessageContaining("(Headers of the message set id.)");
    }

    @Test
    void anOutOnlyMessageKeepsItToo() throws Exception {
        routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:start")
                        .setExchangePattern(ExchangePattern.InOnly)
                        .to("callrail:recording?accountId=%s&id=%s".formatted(sandbox.accountId(), call))
                        .process(exchange -> received.add(bytes(exchange)));
            }
        });

        send(Map.of());

        assertThat(received).singleElement().isEqualTo(recording);
    }

    private static byte[] bytes(Exchange exchange) {
        return exchange.getMessage().getBody(byte[].class);
    }

    private static boolean readable(InputStream body) {
        try {
            return body.read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }
}
