package io.github.camelcallrail.benchmarks.accounts;

import io.github.camelcallrail.benchmarks.report.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a run has measured.
 *
 * @param accounts the number of accounts
 * @param interval the time between two polls of an account
 * @param calls the calls of all accounts before the run
 * @param samples in order of time
 * @param requests the times of the requests for calls, in order, by account
 */
record AccountsOutcome(
        int accounts,
        Duration interval,
        long calls,
        List<AccountsSample> samples,
        Map<String, List<Instant>> requests) {

    private static final long POLLS_PER_DAY = Duration.ofDays(1).dividedBy(Duration.ofMinutes(15));
    private static final double MEGABYTE = 1 << 20;

    /** The sample at which every call had arrived; fails if that never happened. */
    private AccountsSample readAll() {
        return samples.stream()
                .filter(sample -> sample.records() >= calls)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("%s of %s calls arrived"
                        .formatted(samples.get(samples.size() - 1).records(), calls)));
    }

    /** The longest time between two polls of an account. */
    Duration longestGap() {
        return requests.values().stream()
                .flatMap(times -> IntStream.range(1, times.size())
                        .mapToObj(index -> Duration.between(times.get(index - 1), times.get(index))))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    Table table() {
        AccountsSample first = readAll();
        AccountsSample last = samples.get(samples.size() - 1);
        double polls = (double) accounts * (last.millis() - first.millis()) / interval.toMillis();
        double perPoll = (last.processorNanos() - first.processorNanos()) / polls;
        double core = perPoll * accounts / Duration.ofMinutes(15).toNanos();
        Table table = new Table(
                "%,d accounts on one node, 50 calls a day each, polled every %s s; heap of 256 MB"
                        .formatted(accounts, interval.toSeconds()),
                List.of("What", "measured"));
        table.add(List.of("Every account read for the first time, s", "%.0f".formatted(first.millis() / 1000.0)));
        table.add(List.of(
                "Longest time between two polls of an account, s",
                "%.0f".formatted(longestGap().toMillis() / 1000.0)));
        table.add(List.of(
                "Heap after a collection, when all were read, MB", "%.0f".formatted(first.heapBytes() / MEGABYTE)));
        table.add(List.of("Heap after a collection, at the end, MB", "%.0f".formatted(last.heapBytes() / MEGABYTE)));
        table.add(List.of(
                "Threads of the process",
                Integer.toString(
                        samples.stream().mapToInt(AccountsSample::threads).max().orElse(0))));
        table.add(List.of("Processor time of a poll with nothing new, ms", "%.1f".formatted(perPoll / 1e6)));
        table.add(List.of("Share of a core, if polled every 15 minutes, %", "%.1f".formatted(100 * core)));
        table.add(List.of("Requests of an account a day, if polled every 15 minutes", "%,d".formatted(POLLS_PER_DAY)));
        return table;
    }
}
