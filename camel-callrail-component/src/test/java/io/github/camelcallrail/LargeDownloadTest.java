package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.CallRailSandboxExtension;
import io.github.camelcallrail.sandbox.MediaContent;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A recording that is several times as large as the heap is archived by a JVM of its own, with a copy for a second
 * reader. {@code -Drecording.size=2147483649} makes it larger.
 */
class LargeDownloadTest {

    private static final long SIZE = Long.getLong("recording.size", 200_000_001);

    @RegisterExtension
    static final CallRailSandboxExtension SANDBOX = CallRailSandboxExtension.of(CallRailSandbox.builder());

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void itNeedsNoMoreMemory(boolean streamCaching) throws Exception {
        CallRailSandbox sandbox = SANDBOX.sandbox();
        String call = sandbox.data()
                .ids("calls", record -> record.get("recording") != null)
                .get(0);
        sandbox.media().size(call, SIZE);
        sandbox.media().faults().breakAfter(SIZE / 3);

        List<String> command = ShortLivedJvm.command(List.of("-Xmx64m"), LargeDownloadTest.class);
        command.addAll(List.of(
                sandbox.baseUrl(),
                sandbox.apiKey(),
                sandbox.accountId(),
                call,
                directory.toString(),
                Boolean.toString(streamCaching)));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(log).isZero();
        MediaContent content = sandbox.media().recording(call);
        try (InputStream expected = new BufferedInputStream(content.stream(), 1 << 16)) {
            assertSame(expected, directory.resolve(call + ".wav"));
        }
    }

    private static void assertSame(InputStream expected, Path file) throws IOException {
        assertThat(file).hasSize(SIZE);
        try (InputStream actual = Files.newInputStream(file)) {
            byte[] bytes = new byte[1 << 16];
            for (int count = actual.read(bytes); count > 0; count = actual.read(bytes)) {
                assertThat(Arrays.equals(expected.readNBytes(count), 0, count, bytes, 0, count))
                        .isTrue();
            }
        }
    }

    /** What that process does. */
    public static void main(String[] arguments) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.disableJMX();
            context.setStreamCaching(Boolean.parseBoolean(arguments[5]));
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("timer:once?repeatCount=1&delay=0")
                            .toF(
                                    "callrail:recording?baseUrl=%s&apiKey=RAW(%s)&accountId=%s&id=%s",
                                    arguments[0], arguments[1], arguments[2], arguments[3])
                            .multicast()
                            .to("direct:file", "direct:count");
                    from("direct:file").to("file:" + arguments[4]);
                    from("direct:count").process(exchange -> {
                        try (InputStream body = exchange.getMessage().getBody(InputStream.class)) {
                            System.out.println(body.transferTo(OutputStream.nullOutputStream()) + " bytes");
                        }
                    });
                }
            });
            NotifyBuilder done =
                    new NotifyBuilder(context).fromRoute("route1").whenDone(1).create();
            NotifyBuilder failed = new NotifyBuilder(context).whenFailed(1).create();
            context.start();
            if (!done.matches(5, TimeUnit.MINUTES) || failed.matches()) {
                System.exit(1);
            }
        }
    }
}
