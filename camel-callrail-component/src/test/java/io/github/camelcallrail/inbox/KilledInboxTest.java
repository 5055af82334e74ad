package io.github.camelcallrail.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcallrail.ShortLivedJvm;
import io.github.camelcallrail.checkpoint.DirectoryStateRepository;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes that add events and hand them out are killed again and again. What was reported as stored is processed. */
@Tag("kills-processes")
@Timeout(60)
class KilledInboxTest {

    private static final int KILLS = 5;

    @TempDir
    Path directory;

    /** What such a process does: it adds events, and reports each that is stored; it hands out every other one. */
    public static void main(String[] arguments) {
        DirectoryStateRepository states = new DirectoryStateRepository(Path.of(arguments[0]));
        states.start();
        Dispatching process = new Dispatching(states, Dispatching.FAST, 2, (key, text) -> {
            System.out.println("processed " + text);
            return true;
        });
        if (arguments[1].equals("even")) {
            process.dispatcher.start();
        }
        for (int i = 0; ; i++) {
            String text = arguments[1] + "-" + arguments[2] + "-" + i;
            process.inbox.add("group-" + i % 7, text);
            System.out.println("stored " + text);
        }
    }

    @Test
    void whatIsStoredIsProcessed() throws Exception {
        Random random = new Random(11);
        Set<String> stored = new HashSet<>();
        Set<String> processed = ConcurrentHashMap.newKeySet();
        List<Process> processes = new ArrayList<>();
        try {
            for (int kill = 0; kill < KILLS; kill++) {
                Process process = start(kill % 2 == 0 ? "odd" : "even", kill);
                processes.add(process);
                killAfter(30 + random.nextInt(120), process, stored, processed);
            }
        } finally {
            processes.forEach(Process::destroyForcibly);
        }
        assertThat(stored).hasSizeGreaterThan(KILLS * 20);
        assertThat(processed).as("processed before a kill").isNotEmpty();

        DirectoryStateRepository states = new DirectoryStateRepository(directory);
        states.start();
        try (Dispatching last = new Dispatching(states, Dispatching.FAST, 4, (key, text) -> {
            // What was processed, but not removed before the kill, comes again.
            processed.add(text);
            return true;
        })) {
            assertThat(last.inbox.pending("", 1)).isNotEmpty();
            last.dispatcher.start();
            await().until(() -> last.inbox.pending("", 1).isEmpty());
            assertThat(last.dispatcher.status().damaged()).isZero();
            assertThat(last.failed).isEmpty();
        }
        assertThat(processed).containsAll(stored);
        try (Stream<Path> files = Files.walk(directory)) {
            assertThat(files.filter(file -> file.toString().endsWith(".tmp"))).isEmpty();
        }
    }

    private static void killAfter(int lines, Process process, Set<String> stored, Set<String> processed)
            throws IOException {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            int read = 0;
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                read++;
                if (read == lines) {
                    // Not the process itself, which would close its output too.
                    process.toHandle().destroyForcibly();
                }
                // The last line may be cut.
                if (line.matches("stored .*-\\d+-\\d+")) {
                    stored.add(line.substring("stored ".length()));
                } else if (line.startsWith("processed ")) {
                    processed.add(line.substring("processed ".length()));
                }
            }
            assertThat(read).as("lines before it was killed").isGreaterThanOrEqualTo(lines);
        }
    }

    private Process start(String kind, int number) throws IOException {
        List<String> command = ShortLivedJvm.command(List.of(), KilledInboxTest.class);
        command.addAll(List.of(directory.toString(), kind, String.valueOf(number)));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
