package io.github.camelcallrail.examples.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.MediaRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** A sandbox with calls, some of them recorded, and the archive that the application makes of them. */
final class RecordedCalls implements AutoCloseable {

    static final int COUNT = 20;
    /** Of each recording, in bytes. */
    static final int SIZE = 80_044;

    private final CallRailSandbox sandbox = CallRailSandbox.builder().empty().start();
    private final Path directory;

    RecordedCalls(Path directory) {
        this.directory = directory;
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
        Instant now = Instant.now();
        sandbox.data().generate("calls", COUNT, now.minus(Duration.ofHours(20)), now.minus(Duration.ofHours(1)));
        ids().forEach(id -> sandbox.media().size(id, SIZE));
    }

    @Override
    public void close() {
        sandbox.close();
    }

    CallRailSandbox sandbox() {
        return sandbox;
    }

    ArchivedFiles archive() {
        return new ArchivedFiles(directory.resolve("recordings"));
    }

    ArchivedFiles state() {
        return new ArchivedFiles(directory.resolve("state"));
    }

    void run(Map<String, String> changes, RunningExample.Actions actions) throws Exception {
        RunningExample.with(sandbox, directory, changes, actions);
    }

    /** The calls that have a recording, oldest first. */
    List<String> ids() {
        return sandbox.data().ids("calls", call -> call.get("recording") != null);
    }

    /** Waits until the archive has each recording, and nothing else. */
    void awaitAll() {
        Set<String> names = ids().stream().map(id -> id + ".wav").collect(Collectors.toSet());
        await().untilAsserted(() -> assertThat(archive().names()).isEqualTo(names));
    }

    /** Waits until so many polls have begun and ended. */
    void awaitPolls(int count) {
        int before = sandbox.journal().requests("calls").size();
        await().until(() -> sandbox.journal().requests("calls").size() > before + count);
    }

    /** The requests of the API for recordings. */
    List<String> apiRequests() {
        return sandbox.journal().lines().stream()
                .filter(line -> line.endsWith("/recording.json"))
                .toList();
    }

    /** How often each file was requested, by call. */
    Map<String, Long> downloads() {
        return sandbox.media().requests().stream()
                .map(MediaRequest::path)
                .filter(path -> path.startsWith("/recordings/"))
                .map(path -> path.substring("/recordings/".length(), path.length() - ".wav".length()))
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
    }
}
