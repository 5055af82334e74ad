package io.github.camelcallrail.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.MediaContent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page about recordings and media shows, against the sandbox. */
class FilesPageTest {

    @TempDir
    Path directory;

    private DocumentedSandbox context;
    private String call;

    @BeforeEach
    void start() {
        context = new DocumentedSandbox(CallRailSandbox.builder());
        Path spool = directory.resolve("spool");
        context.getStreamCachingStrategy().setSpoolEnabled(true);
        context.getStreamCachingStrategy().setSpoolDirectory(spool.toString());
        context.start();
        call = context.sandbox()
                .data()
                .ids("calls", row -> row.get("recording") != null)
                .get(0);
    }

    @AfterEach
    void stop() {
        context.close();
    }

    @Test
    void aRouteSavesARecordingUnderItsName() throws Exception {
        String route = Project.page("files").blocks("yaml").get(0).text();
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.fromString(
                        "route.yaml", route.replace("file:recordings", "file:" + directory.resolve("recordings"))));

        context.createProducerTemplate().requestBody("direct:save-recording", call);

        assertThat(directory.resolve("recordings"))
                .isDirectoryContaining(file -> file.endsWith(call + ".wav"))
                .isDirectoryNotContaining(file -> !file.endsWith(call + ".wav"));
        assertThat(Files.readAllBytes(directory.resolve("recordings/" + call + ".wav")))
                .isEqualTo(recording());
        assertThat(directory.resolve("spool")).isEmptyDirectory();
    }

    @Test
    void aTemplateGetsARecordingThatCanBeReadAfterwards() throws Exception {
        Path target = directory.resolve("call.wav");

        JavaExamples.save(context.createProducerTemplate(), call, target);

        assertThat(Files.readAllBytes(target)).isEqualTo(recording());
    }

    private byte[] recording() throws IOException {
        MediaContent content = context.sandbox().media().recording(call);
        try (InputStream stream = content.stream()) {
            return stream.readAllBytes();
        }
    }
}
