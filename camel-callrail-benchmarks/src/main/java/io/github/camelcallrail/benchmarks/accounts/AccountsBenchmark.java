package io.github.camelcallrail.benchmarks.accounts;

import io.github.camelcallrail.benchmarks.report.Table;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.RecordedRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lets one process with a small heap poll many accounts of a sandbox, which stays in this process. */
public final class AccountsBenchmark {

    /** The word for it, and the name of its part of the documentation. */
    public static final String NAME = "accounts";

    private static final int CALLS = 50;
    private static final int ROUNDS = 4;

    private AccountsBenchmark() {}

    /**
     * Runs it and returns its table.
     *
     * @param interval the time between two polls of an account
     */
    public static Table run(int accounts, Duration interval, Consumer<String> progress)
            throws IOException, InterruptedException {
        return outcome(accounts, interval, progress).table();
    }

    static AccountsOutcome outcome(int accounts, Duration interval, Consumer<String> progress)
            throws IOException, InterruptedException {
        Path state = Files.createTempDirectory("accounts");
        try (CallRailSandbox sandbox =
                CallRailSandbox.builder().accounts(accounts).empty().start()) {
            progress.accept("%s accounts, polled every %s s".formatted(accounts, interval.toSeconds()));
            Instant now = Instant.now();
            for (String account : sandbox.accountIds()) {
                sandbox.data().generate(account, "calls", CALLS, now.minus(Duration.ofDays(1)), now.minusSeconds(60));
            }
            long calls = (long) accounts * CALLS;
            List<AccountsSample> samples = samples(sandbox, interval, state, calls, progress);
            return new AccountsOutcome(accounts, interval, calls, samples, requests(sandbox));
        } finally {
            delete(state);
        }
    }

    /** Runs until every account was read, and some intervals longer. */
    private static List<AccountsSample> samples(
            CallRailSandbox sandbox, Duration interval, Path state, long calls, Consumer<String> progress)
            throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AccountsRun.class.getName(),
                        sandbox.baseUrl(),
                        sandbox.apiKey(),
                        Long.toString(interval.toMillis()),
                        state.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<AccountsSample> samples = new ArrayList<>();
        try (BufferedReader lines = process.inputReader()) {
            long end = Long.MAX_VALUE;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                AccountsSample sample = AccountsSample.of(line);
                samples.add(sample);
                progress.accept(line);
                if (end == Long.MAX_VALUE && sample.records() >= calls) {
                    end = sample.millis() + ROUNDS * interval.toMillis();
                }
                if (sample.millis() >= end) {
                    return samples;
                }
            }
            throw new IllegalStateException("The process that polls has ended");
        } finally {
            process.destroyForcibly();
        }
    }

    private static Map<String, List<Instant>> requests(CallRailSandbox sandbox) {
        return sandbox.journal().requests("calls").stream()
                .collect(Collectors.groupingBy(
                        request -> request.path().split("/")[3],
                        Collectors.mapping(RecordedRequest::at, Collectors.toList())));
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
