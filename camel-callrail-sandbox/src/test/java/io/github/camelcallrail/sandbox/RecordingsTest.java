package io.github.camelcallrail.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the API says about recordings and media files, and where that leads. */
class RecordingsTest {

    private static final Instant NOW = Instant.parse("2026-03-15T16:00:00Z");
    private static final SettableClock CLOCK = new SettableClock(NOW);

    @RegisterExtension
    static final CallRailSandboxExtension EXTENSION =
            CallRailSandboxExtension.of(CallRailSandbox.builder().clock(CLOCK).empty());

    private CallRailSandbox sandbox;
    private Client client;
    private String call;

    @BeforeEach
    void client() {
        CLOCK.set(NOW);
        sandbox = EXTENSION.sandbox();
        client = new Client(sandbox);
        call = sandbox.data()
                .add("calls", Map.of("recording", "https://api.callrail.com/recording", "recording_duration", 3));
    }

    private String link() {
        return client.get("calls/" + call + "/recording.json")
                .json()
                .path("url")
                .asText();
    }

    private static String location(HttpResponse<?> response) {
        assertThat(response.statusCode()).isEqualTo(302);
        return response.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void ordinaryAccountsGetALinkThatRedirectsToAFile() {
        String link = link();
        assertThat(link).startsWith(sandbox.media().uri() + "/calls/" + call + "/recording/redirect?access_key=");
        String location = location(MediaClient.get(link));
        assertThat(location)
                .startsWith(sandbox.media().uri() + "/recordings/" + call + ".wav?")
                .contains("X-Amz-Signature=", "X-Amz-Expires=300");
        HttpResponse<byte[]> file = MediaClient.get(location);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).contains("audio/x-wav");
        assertThat(file.headers().firstValueAsLong("Content-Length")).hasValue(44 + 3 * 16_000);
        assertThat(file.headers().firstValue("Accept-Ranges")).contains("bytes");
        assertThat(sandbox.media().requests()).extracting(MediaRequest::status).containsExactly(302, 200);
    }

    @Test
    void hipaaAccountsGetThePresignedLink() {
        sandbox.data().edit("accounts", sandbox.accountId(), Map.of("hipaa_account", true));
        assertThat(link()).startsWith(sandbox.media().uri() + "/recordings/" + call + ".wav?X-Amz-");
        assertThat(MediaClient.get(link()).statusCode()).isEqualTo(200);
    }

    @Test
    void aRecordingIsAWavFileThatLastsItsDuration() throws IOException, UnsupportedAudioFileException {
        byte[] bytes = sandbox.media().recording(call).stream().readAllBytes();
        try (AudioInputStream audio = AudioSystem.getAudioInputStream(new ByteArrayInputStream(bytes))) {
            assertThat(audio.getFormat().getSampleRate()).isEqualTo(8_000);
            assertThat(audio.getFormat().getSampleSizeInBits()).isEqualTo(16);
            assertThat(audio.getFormat().getChannels()).isEqualTo(1);
            assertThat(audio.getFrameLength()).isEqualTo(3 * 8_000);
        }
        int loudest = 0;
        for (int i = 44; i < bytes.length; i += 2) {
            loudest = Math.max(loudest, Math.abs((bytes[i + 1] << 8) | (bytes[i] & 0xff)));
        }
        assertThat(loudest).isBetween(1_000, 6_000);
    }

    @ParameterizedTest
    @CsvSource({
        "calls/{id}/recording.json,200",
        "calls/{id}/recording,200",
        "calls/{id}/recording?format=json,200",
        "calls/CAL1/recording.json,404",
        "text-messages/SCI1/media/0,404",
    })
    void answersPathsWithTheRightStatus(String path, int status) {
        assertThat(client.get(path.replace("{id}", call)).status()).isEqualTo(status);
    }

    static List<Map<String, Object>> withoutRecording() {
        return List.of(Fields.of("recording", null), Map.of("spam", true));
    }

    @ParameterizedTest
    @MethodSource("withoutRecording")
    void withoutRecordingThereIsNoLink(Map<String, Object> changes) {
        sandbox.data().edit("calls", call, changes);
        Client.Reply reply = client.get("calls/" + call + "/recording.json");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.error()).isEqualTo("Not found");
    }

    @Test
    void theApiNeedsTheKeyAndTheOriginRefusesIt() {
        String path = "/v3/a/" + sandbox.accountId() + "/calls/" + call + "/recording.json";
        assertThat(client.send("GET", path, null).status()).isEqualTo(401);
        String link = link();
        List<String> links = List.of(link, location(MediaClient.get(link)));
        assertThat(links).allSatisfy(each -> {
            HttpResponse<byte[]> refused = MediaClient.get(each, "Authorization", "Token token=x");
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(new String(refused.body(), StandardCharsets.UTF_8)).contains("<Code>InvalidArgument</Code>");
        });
        assertThat(sandbox.media().requests())
                .extracting(MediaRequest::status, request -> request.header("authorization")
                        .orElse(""))
                .endsWith(tuple(400, "Token token=x"), tuple(400, "Token token=x"));
    }

    @ParameterizedTest
    @CsvSource({"0, 200", "299, 200", "300, 200", "301, 403"})
    void presignedLinksExpireByTheClock(int seconds, int status) {
        String link = link();
        String file = location(MediaClient.get(link));
        CLOCK.advance(Duration.ofSeconds(seconds));
        HttpResponse<byte[]> response = MediaClient.get(file);
        assertThat(response.statusCode()).isEqualTo(status);
        if (status == 403) {
            assertThat(response.headers().firstValue("Content-Type")).contains("application/xml");
            assertThat(new String(response.body(), StandardCharsets.UTF_8))
                    .contains("<Code>AccessDenied</Code><Message>Request has expired</Message>");
        }
        assertThat(MediaClient.get(location(MediaClient.get(link))).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/recordings/{id}.wav, 403",
        "/recordings/{id}.wav?X-Amz-Signature=0, 403",
        "/recordings/{id}.wav?X-Amz-Signature=0&X-Amz-Date=20260315T160000Z&X-Amz-Expires=300, 403",
        "/recordings/{id}.wav?%zz, 403",
        "/calls/{id}/recording/redirect, 403",
        "/calls/{id}/recording/redirect?access_key=0, 403",
        "/nothing, 403",
    })
    void withoutAValidSignatureThereIsNothing(String path, int status) throws IOException {
        String url = sandbox.media().uri() + path.replace("{id}", call);
        assertThat(MediaClient.wire(url).head()).startsWith("HTTP/1.1 " + status);
    }

    @Test
    void aLinkToARemovedCallLeadsNowhere() {
        String file = location(MediaClient.get(link()));
        sandbox.data().remove("calls", call);
        assertThat(MediaClient.get(file).statusCode()).isEqualTo(404);
        assertThatThrownBy(() -> sandbox.media().recording(call)).hasMessageContaining(call);
    }

    static Stream<Arguments> reports() {
        return Stream.of(
                Arguments.of((Consumer<MediaOrigin>) MediaOrigin::reportNoLink, "{}"),
                Arguments.of((Consumer<MediaOrigin>) MediaOrigin::reportNullLink, "{\"url\":null}"),
                Arguments.of(
                        (Consumer<MediaOrigin>) media -> media.reportLink("https://example.com/a.mp3"),
                        "{\"url\":\"https://example.com/a.mp3\"}"));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void aTestChoosesWhatTheApiReports(Consumer<MediaOrigin> choice, String body) {
        choice.accept(sandbox.media());
        assertThat(client.get("calls/" + call + "/recording.json").body()).isEqualTo(body);
        sandbox.reset();
        assertThat(sandbox.data().ids("calls")).isEmpty();
    }

    @Test
    void theApiCanSendTheAudioItself() throws IOException {
        sandbox.media().reportAudio();
        HttpResponse<byte[]> audio = MediaClient.get(
                sandbox.baseUrl() + "/v3/a/" + sandbox.accountId() + "/calls/" + call + "/recording",
                "Authorization",
                "Token token=" + sandbox.apiKey());
        assertThat(audio.headers().firstValue("Content-Type")).contains("audio/x-wav");
        assertThat(audio.body())
                .isEqualTo(sandbox.media().recording(call).stream().readAllBytes());
        assertThat(sandbox.media().requests()).isEmpty();
        sandbox.media().clear();
        assertThat(link()).contains("access_key");
    }

    @Test
    void faultsAndJournalNameTheRequests() {
        sandbox.faults().onRequest("recording", 1, Fault.status(503, ""));
        assertThat(client.get("calls/" + call + "/recording").status()).isEqualTo(503);
        assertThat(client.get("calls/" + call + "/recording.json").status()).isEqualTo(200);
        assertThat(sandbox.journal().requests("recording")).hasSize(2);
        assertThat(sandbox.journal().requests("object:calls")).isEmpty();
    }

    @Test
    void mediaOfMessagesAreImages() throws IOException {
        String conversation = sandbox.data().add("conversations", Map.of());
        sandbox.data().addChild("messages", conversation, Map.of("type", "mms", "content", "Look"));
        String url = client.get("text-messages/" + conversation + ".json")
                .json()
                .path("messages")
                .path(0)
                .path("media_urls")
                .path(0)
                .asText();
        String path = url.substring(sandbox.baseUrl().length());
        assertThat(client.send("GET", path, null).status()).isEqualTo(401);
        String location = location(client.absolute(path).whole());
        assertThat(location)
                .matches(sandbox.media().uri() + "/media/SCI[0-9a-f]{32}-0\\.png\\?.*X-Amz-Signature=[0-9a-f]+");
        HttpResponse<byte[]> file = MediaClient.get(location);
        assertThat(file.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(ImageIO.read(new ByteArrayInputStream(file.body())).getWidth())
                .isEqualTo(16);
        String messageId = path.split("/")[5];
        assertThat(file.body())
                .isEqualTo(sandbox.media().media(messageId, 0).stream().readAllBytes());
        assertThat(client.absolute(path.replaceAll("/0$", "/7")).status()).isEqualTo(404);
        assertThat(sandbox.journal().requests("media")).hasSize(3);
    }

    @Test
    void everyMediaUrlOfTheInventedMessagesWorks() {
        try (CallRailSandbox full = CallRailSandbox.builder().start()) {
            List<?> urls = full.data().ids("sms-threads").stream()
                    .limit(20)
                    .flatMap(id -> full.data().children("thread-messages", id).stream())
                    .flatMap(message -> ((List<?>) message.get("media_urls")).stream())
                    .toList();
            assertThat(urls).hasSizeGreaterThan(5).allSatisfy(url -> assertThat(new Client(full)
                            .absolute(url.toString().substring(full.baseUrl().length()))
                            .status())
                    .isEqualTo(302));
        }
    }

    @Test
    void aRecordingOfAnySizeIsGeneratedWhileItIsSent() throws IOException {
        long size = 20_000_001;
        sandbox.media().size(call, size);
        String file = location(MediaClient.get(link()));
        MediaContent expected = sandbox.media().recording(call);
        assertThat(expected.size()).isEqualTo(size);
        try (BufferedInputStream sent =
                        new BufferedInputStream(MediaClient.open(file).body());
                BufferedInputStream generated = new BufferedInputStream(expected.stream())) {
            long position = 0;
            for (int next = sent.read(); next >= 0; next = sent.read()) {
                // One position in many also by itself, which is slower.
                if (next != generated.read() || (position % 997 == 0 && (byte) next != expected.at(position))) {
                    throw new AssertionError("Other byte at " + position);
                }
                position++;
            }
            assertThat(position).isEqualTo(size);
        }
    }

    @Test
    void twoGigabytesCanBeReadFromAnyPosition() {
        long size = (2L << 30) + 7;
        sandbox.media().size(call, size);
        String file = location(MediaClient.get(link()));
        HttpResponse<byte[]> end = MediaClient.get(file, "Range", "bytes=" + (size - 5) + "-");
        assertThat(end.headers().firstValue("Content-Range"))
                .contains("bytes " + (size - 5) + "-" + (size - 1) + "/" + size);
        MediaContent content = sandbox.media().recording(call);
        byte[] expected = new byte[5];
        for (int i = 0; i < 5; i++) {
            expected[i] = content.at(size - 5 + i);
        }
        assertThat(end.body()).isEqualTo(expected);
    }

    @Test
    void noTwoPartsOfARecordingAreEqual() {
        sandbox.media().size(call, 4_000_000);
        MediaContent content = sandbox.media().recording(call);
        byte[] first = new byte[64];
        byte[] other = new byte[64];
        content.copy(44, first, 64);
        for (int position = 46; position < 100_000; position += 2) {
            content.copy(position, other, 64);
            assertThat(Arrays.equals(first, other)).as("%s", position).isFalse();
        }
    }

    @Test
    void aPartOfARecordingIsWhatItsBytesAre() {
        sandbox.media().size(call, 4_000);
        MediaContent content = sandbox.media().recording(call);
        for (int position = 0; position < 140; position++) {
            for (int count : new int[] {0, 1, 2, 3, 44, 45, 101}) {
                byte[] expected = new byte[count];
                for (int i = 0; i < count; i++) {
                    expected[i] = content.at(position + i);
                }
                byte[] part = new byte[count];
                content.copy(position, part, count);
                assertThat(part).as("%s bytes from %s on", count, position).isEqualTo(expected);
            }
        }
    }

    @Test
    void theOriginEndsWithTheSandbox() {
        CallRailSandbox other = CallRailSandbox.builder().empty().start();
        String uri = other.media().uri().toString();
        assertThat(other.media().uri().getPort()).isNotEqualTo(other.port());
        other.close();
        assertThatThrownBy(() -> MediaClient.get(uri)).hasMessage("No answer");
        assertThatThrownBy(() -> other.media().uri()).isInstanceOf(IllegalStateException.class);
    }
}
